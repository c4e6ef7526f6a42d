from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.languages import TranslatedPage
from portal.models import Topic


class EventsPage(TranslatedPage, Page):
    """All events below it: what is coming, then what is past, told apart by their dates."""

    intro = RichTextField(_("introduction"), blank=True)

    content_panels = Page.content_panels + [FieldPanel("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.EventPage"]

    class Meta:
        verbose_name = _("events page")
        verbose_name_plural = _("events pages")

    def get_context(self, request, *args, **kwargs):
        today = timezone.localdate()
        events = EventPage.objects.child_of(self).live()
        context = super().get_context(request, *args, **kwargs)
        context["coming"] = events.filter(ends__gte=today).order_by("starts")
        context["past"] = events.filter(ends__lt=today).order_by("-starts")
        return context


class EventPage(TranslatedPage, Page):
    """One event with its days, its place and, afterwards, its recording."""

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
    parent_page_types = ["resources.EventsPage"]
    subpage_types = []

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
