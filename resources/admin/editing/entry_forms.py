"""The forms of goal examples and activities."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)

from portal.checks.showing.panel import ChecksPanel
from resources.admin.checks import findings_now
from resources.smart import PROMPTS

LEADS_TO = [
    "resources.ReadingListPage",
    "resources.GoalExamplesPage",
    "resources.ActivitiesPage",
    "resources.EventPage",
    "resources.EventsPage",
    "home.StandardPage",
    "programs.ProgramPage",
]
"""The pages that the chooser offers."""


class PromptsPanel(HelpPanel):
    """The five questions that help somebody with a goal."""

    def __init__(self, **kwargs):
        super().__init__(
            **{"template": "resources/admin/prompts.html", "heading": _("Five questions for a good goal")} | kwargs
        )

    class BoundPanel(HelpPanel.BoundPanel):
        prompts = PROMPTS


TEXTS = [FieldPanel("text"), FieldPanel("text_es")]
TOPICS = FieldPanel("topics", widget=forms.CheckboxSelectMultiple)
LEADING = [PageChooserPanel("page", page_type=LEADS_TO), FieldPanel("citation")]
FOR_WHOM = FieldPanel("for_whom", widget=forms.RadioSelect)

CHECKS = ChecksPanel(find=findings_now)
SPANISH = ObjectList([FieldPanel("text_es")], heading=_("Spanish"))
RARE = ObjectList([FieldPanel("editors_note")], heading=_("Rarely needed"))

GOAL_PANELS = TabbedInterface(
    [ObjectList([CHECKS, PromptsPanel(), FieldPanel("text"), FOR_WHOM, TOPICS], heading=_("The goal")), SPANISH, RARE]
)

ACTIVITY = ObjectList(
    [
        CHECKS,
        FieldPanel("text"),
        MultiFieldPanel(LEADING, heading=_("Where it leads")),
        InlinePanel("parts", panels=[*TEXTS, FieldRowPanel(LEADING)], heading=_("Parts"), label=_("Part")),
        FOR_WHOM,
        TOPICS,
    ],
    heading=_("The activity"),
)
ACTIVITY_PANELS = TabbedInterface([ACTIVITY, SPANISH, RARE])
