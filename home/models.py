from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from home.door.shelves import Door
from home.empty import may_add, not_begun
from home.filters import NAMED
from home.finding import Directory
from portal.asking.consequences import CHANGE_FORM, consequences
from portal.lists.narrowing import NarrowedPage
from portal.pages.blocks import prose_blocks
from portal.pages.languages import TranslatedPage
from portal.pages.page_form import AskingPageForm
from portal.texts.folding import folded
from portal.texts.pasted import Tidied
from portal.texts.streams import StreamField


class HomePage(NarrowedPage, TranslatedPage, Page):
    """The directory of all programs, in three groups."""

    narrowed_by = NAMED
    intro = RichTextField(_("introduction"), blank=True)
    programs_heading = models.CharField(_("heading of the programs"), max_length=120, blank=True)
    programs_intro = RichTextField(_("introduction to the programs"), blank=True)
    groups_heading = models.CharField(_("heading of the discussion groups"), max_length=120, blank=True)
    groups_intro = RichTextField(_("introduction to the discussion groups"), blank=True)
    affiliates_heading = models.CharField(_("heading of the affiliates"), max_length=120, blank=True)
    affiliates_intro = RichTextField(_("introduction to the affiliates"), blank=True)

    content_panels = Page.content_panels + [
        FieldPanel("intro"),
        FieldPanel("programs_heading"),
        FieldPanel("programs_intro"),
        FieldPanel("groups_heading"),
        FieldPanel("groups_intro"),
        FieldPanel("affiliates_heading"),
        FieldPanel("affiliates_intro"),
    ]
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        found = context["directory"] = Directory(self, request, now)
        context["may_add"] = not found.programs and may_add(request.user)
        context["door"] = Door(request, now)
        self.keep_choice(context, found)
        return context

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        context = getattr(response, "context_data", None)  # none where the address was only put in order
        return (context and not_begun(request, context["directory"])) or response


class Synonyms(Tidied, models.Model):
    """Words that mean the same to whoever searches, in the portal's languages: whatever is typed of them finds all."""

    words = models.CharField(
        _("words"), max_length=500, blank=True, help_text=_("With commas between them, such as: rookie, new librarian.")
    )
    words_es = models.CharField(_("words in Spanish"), max_length=500, blank=True)

    class Meta:
        ordering = ["words", "words_es", "pk"]
        verbose_name = _("words that mean the same")
        verbose_name_plural = _("words that mean the same")

    def __str__(self):
        return self.words or self.words_es

    def clean(self):
        super().clean()
        said = {folded(word).strip() for word in f"{self.words},{self.words_es}".split(",")} - {""}
        if len(said) < 2:
            raise ValidationError(_("Give two words or more, with commas between them: each is found by the others."))


OF_THE_SITE = 3
"""The depth of a page that stands right below the front page. Deeper ones are a program's: they speak for no site."""


class StandardPageQuerySet(PageQuerySet):
    def for_the_site(self):
        """Those that have a purpose, where only who keeps the whole site may publish."""
        return self.exclude(purpose="").filter(depth=OF_THE_SITE)


class StandardPageForm(AskingPageForm):
    """Publishing a privacy notice with an end, or with another purpose, says first what readers lose."""

    def clean(self):
        cleaned = super().clean()
        self.ask_about_publishing()
        return cleaned

    def about_content(self, stored):
        had, has = stored.purpose, self.cleaned_data.get("purpose")
        return consequences(CHANGE_FORM, [stored], self.for_user, changed=True) if had and had != has else []


class StandardPage(TranslatedPage, Page):
    """Prose: about, privacy, accessibility, working with a match."""

    class Purpose(models.TextChoices):
        ABOUT = "about", _("About")
        PRIVACY = "privacy", _("Privacy notice")
        ACCESSIBILITY = "accessibility", _("Accessibility statement")

    lead = models.CharField(_("lead"), max_length=300, blank=True)
    body = StreamField(prose_blocks(), blank=True, verbose_name=_("content"))
    purpose = models.CharField(
        _("purpose"),
        max_length=20,
        choices=Purpose,
        blank=True,
        help_text=_("The footer and the forms link to the page right below the front page that has this purpose."),
    )

    content_panels = Page.content_panels + [FieldPanel("lead"), FieldPanel("body"), FieldPanel("purpose")]
    base_form_class = StandardPageForm
    show_in_menus_default = True

    objects = PageManager.from_queryset(StandardPageQuerySet)()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
