from operator import attrgetter

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Substr
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from portal.date_fields.years import Dated
from portal.models import Topic
from portal.pages.languages import TranslatedPage


class EventsPage(TranslatedPage, Page):
    """Every event below the page that it stands below itself, the association's or one program's: what is coming, then
    what is past, told apart by their dates."""

    intro = RichTextField(_("introduction"), blank=True)

    content_panels = Page.content_panels + [FieldPanel("intro")]
    parent_page_types = ["home.HomePage", "programs.ProgramPage"]
    subpage_types = ["resources.EventPage"]
    show_in_menus_default = True

    class Meta:
        verbose_name = _("events page")
        verbose_name_plural = _("events pages")

    def get_context(self, request, *args, **kwargs):
        today = timezone.localdate()
        events = EventPage.objects.public_ones().descendant_of(self.get_parent()).announced_at(self.depth)
        context = super().get_context(request, *args, **kwargs)
        context["coming"] = events.filter(ends__gte=today).order_by("starts", "pk")
        context["past"] = events.filter(ends__lt=today).order_by("-starts", "pk")
        return context


class EventQuerySet(PageQuerySet):
    def public_ones(self):
        """Those that anybody may read, each page once."""
        return self.live().public().filter(alias_of=None)

    def announced_at(self, depth):
        """With `announced_by`: the title of the page so deep in the tree under which an event stands, such as a program's
        page. Events pages announce nothing in their own name."""
        above = Page.objects.live().not_type(EventsPage, EventPage)
        above = above.filter(path=Substr(models.OuterRef("path"), 1, Page.steplen * depth))
        return self.annotate(announced_by=models.Subquery(above.values("title")))

    def once(self, language):
        """Each event once, soonest first: in this language, else in the site's own, else in the one it has."""

        def distance(event):
            return [event.locale.language_code != code for code in (language, settings.LANGUAGE_CODE)]

        events = sorted(self.select_related("locale"), key=distance, reverse=True)
        nearest = {event.translation_key: event for event in events}
        return sorted(nearest.values(), key=attrgetter("starts", "pk"))


class EventPage(TranslatedPage, Dated, Page):
    """One event with its days, its place and, afterwards, its recording; a program's own, or the association's."""

    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"), blank=True, help_text=_("Empty: the same day."))
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("web address"), blank=True)
    recording = models.URLField(_("recording"), blank=True)
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="+")
    body = RichTextField(_("text"), blank=True)

    content_panels = Page.content_panels + [
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")], heading=_("Days")),
        FieldPanel("place"),
        FieldPanel("link"),
        FieldPanel("recording"),
        FieldPanel("body"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
    ]
    parent_page_types = ["resources.EventsPage", "programs.ProgramPage"]
    subpage_types = []

    objects = PageManager.from_queryset(EventQuerySet)()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def missing(self):
        return [] if self.place or self.link else [_("place or web address")]

    @property
    def is_past(self):
        return self.ends < timezone.localdate()

    def full_clean(self, *args, **kwargs):
        self.ends = self.ends or self.starts
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("The event ends before it begins.")})
