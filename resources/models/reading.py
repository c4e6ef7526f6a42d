from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.files.models import WithMaterial
from portal.linkhealth.noting import checked_on
from portal.texts.streams import StreamField
from resources.blocks import ReadingsBlock
from resources.shown import is_public, readings

from .resource_page import ResourcePage


class ReadingListPage(ResourcePage, WithMaterial, Page):
    """Citations in groups, with notes. Incomplete citations wait in the admin; see Citation.missing."""

    intro = RichTextField(_("introduction"), blank=True)
    body = StreamField([("readings", ReadingsBlock())], blank=True, verbose_name=_("readings"))

    counted = ngettext_lazy("%(shown)d of %(total)d reading", "%(shown)d of %(total)d readings", "total")

    content_panels = Page.content_panels + [FieldPanel("intro"), FieldPanel("body"), FieldPanel("material")]
    parent_page_types = ["home.HomePage", "programs.ProgramPage"]
    subpage_types = []
    show_in_menus_default = True

    class Meta:
        verbose_name = _("reading list")
        verbose_name_plural = _("reading lists")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["checked"] = checked_on({entry.row.address for entry in context["found"].entries})
        return context

    @classmethod
    def groups_of(cls, pages):
        return readings([page.body for page in pages])

    @cached_property
    def missing(self):
        chosen = [entry["citation"] for block in self.body for entry in block.value["entries"]]
        return [] if chosen and all(map(is_public, chosen)) else [_("readings that can be published")]
