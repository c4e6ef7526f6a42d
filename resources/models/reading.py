from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from portal.languages import TranslatedPage
from portal.linkhealth.noting import checked_on
from resources.blocks import ReadingsBlock


class ReadingListPage(TranslatedPage, Page):
    """Citations in groups, with notes. Incomplete citations wait in the admin; see Citation.missing."""

    intro = RichTextField(_("introduction"), blank=True)
    body = StreamField([("readings", ReadingsBlock())], blank=True, verbose_name=_("readings"))

    content_panels = Page.content_panels + [FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["home.HomePage", "programs.ProgramPage"]
    subpage_types = []
    show_in_menus_default = True
    kept_from_index = ("body",)

    class Meta:
        verbose_name = _("reading list")
        verbose_name_plural = _("reading lists")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["groups"] = groups = self.groups()
        context["checked"] = checked_on({entry["citation"].address for group in groups for entry in group["entries"]})
        return context

    def groups(self):
        """The groups with their publishable entries; a group without any is left out."""
        groups = [
            {
                "heading": block.value["heading"],
                "intro": block.value["intro"],
                "entries": [
                    entry for entry in block.value["entries"] if entry["citation"] and entry["citation"].is_public
                ],
            }
            for block in self.body
        ]
        return [group for group in groups if group["entries"]]
