from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from portal.languages import TranslatedPage
from resources.blocks import CategoryBlock, EventsBlock


class ActivitiesPage(TranslatedPage, Page):
    """Things a pair can do together, in categories and two levels."""

    intro = RichTextField(_("introduction"), blank=True)
    body = StreamField(
        [("category", CategoryBlock()), ("events", EventsBlock())], blank=True, verbose_name=_("activities")
    )

    content_panels = Page.content_panels + [FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["home.HomePage", "programs.ProgramPage"]
    subpage_types = []
    show_in_menus_default = True

    class Meta:
        verbose_name = _("activities page")
        verbose_name_plural = _("activities pages")
