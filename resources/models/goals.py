from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from portal.languages import TranslatedPage
from resources.blocks import GoalsBlock


class GoalExamplesPage(TranslatedPage, Page):
    """Goals that people have set themselves, for new pairs to start from."""

    intro = RichTextField(_("introduction"), blank=True)
    body = StreamField([("goals", GoalsBlock())], blank=True, verbose_name=_("goals"))

    content_panels = Page.content_panels + [FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["home.HomePage", "programs.ProgramPage"]
    subpage_types = []
    show_in_menus_default = True

    class Meta:
        verbose_name = _("goal examples page")
        verbose_name_plural = _("goal examples pages")
