from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.files.models import WithMaterial
from portal.texts.streams import StreamField
from resources.blocks import CategoryBlock, EventsBlock
from resources.shown import activities

from .resource_page import ResourcePage


class ActivitiesPage(ResourcePage, WithMaterial, Page):
    """Things a pair can do together, in categories and two levels."""

    intro = RichTextField(_("introduction"), blank=True)
    body = StreamField(
        [("category", CategoryBlock()), ("events", EventsBlock())], blank=True, verbose_name=_("activities")
    )

    counted = ngettext_lazy("%(shown)d of %(total)d activity", "%(shown)d of %(total)d activities", "total")

    content_panels = Page.content_panels + [FieldPanel("intro"), FieldPanel("body"), FieldPanel("material")]
    parent_page_types = ["home.HomePage", "programs.ProgramPage"]
    subpage_types = []
    show_in_menus_default = True

    class Meta:
        verbose_name = _("activities page")
        verbose_name_plural = _("activities pages")

    @classmethod
    def groups_of(cls, pages):
        return activities([page.body for page in pages], pages[0].locale_id)

    @cached_property
    def missing(self):
        """A category without activities, or with one that leads nowhere, waits for its editors."""
        categories = [block.value["activities"] for block in self.body if block.block_type == "category"]
        empty = [] if categories and all(map(any, categories)) else [_("activities of a category")]
        rows = [row for chosen in categories for row in chosen if row]
        steps = [step for row in rows for step in (row, *row.parts.all())]
        return empty + list(dict.fromkeys(word for step in steps for word in step.held_back))
