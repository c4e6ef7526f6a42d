from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.files.models import WithMaterial
from portal.texts.streams import StreamField
from resources.blocks import GoalsBlock
from resources.shown import goals, rows_in
from resources.smart import PROMPTS

from .resource_page import ResourcePage


class GoalExamplesPage(ResourcePage, WithMaterial, Page):
    """Goals that people have set themselves, for new pairs to start from."""

    intro = RichTextField(_("introduction"), blank=True)
    body = StreamField([("goals", GoalsBlock())], blank=True, verbose_name=_("goals"))
    smart = models.BooleanField(
        _("help with goals of one’s own"),
        default=True,
        help_text=_("Shows five questions below the goals: specific, measurable, achievable, relevant, time-bound."),
    )

    counted = ngettext_lazy("%(shown)d of %(total)d goal", "%(shown)d of %(total)d goals", "total")

    content_panels = Page.content_panels + [
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("material"),
        FieldPanel("smart"),
    ]
    parent_page_types = ["home.HomePage", "programs.ProgramPage"]
    subpage_types = []
    show_in_menus_default = True

    class Meta:
        verbose_name = _("goal examples page")
        verbose_name_plural = _("goal examples pages")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"prompts": PROMPTS}

    @classmethod
    def groups_of(cls, pages):
        return goals([page.body for page in pages])

    @cached_property
    def missing(self):
        return [] if rows_in(self.body, "goals") else [_("goals")]
