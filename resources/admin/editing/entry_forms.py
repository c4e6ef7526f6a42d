"""The forms of goal examples and activities."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, PageChooserPanel

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

CHECKS = ChecksPanel(find=findings_now)

GOAL_PANELS = [
    CHECKS,
    PromptsPanel(),
    MultiFieldPanel(TEXTS, heading=_("The goal")),
    FieldPanel("for_whom", widget=forms.RadioSelect),
    TOPICS,
    FieldPanel("editors_note"),
]
ACTIVITY_PANELS = [
    CHECKS,
    MultiFieldPanel(TEXTS, heading=_("The activity")),
    MultiFieldPanel(LEADING, heading=_("Where it leads")),
    InlinePanel("parts", panels=[*TEXTS, FieldRowPanel(LEADING)], heading=_("Parts"), label=_("Part")),
    FieldPanel("for_whom", widget=forms.RadioSelect),
    TOPICS,
    FieldPanel("editors_note"),
]
