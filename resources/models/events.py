from datetime import datetime
from operator import attrgetter
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Substr
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.signals import page_unpublished

from portal.date_fields.years import Dated
from portal.files.models import WithMaterial
from portal.models import Topic
from portal.pages.languages import TranslatedPage
from portal.pages.readable import for_everybody, not_private
from portal.texts import dates
from portal.texts.zones import known_time_zone, site_time_zone


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
        return for_everybody(self).filter(alias_of=None)

    def told(self):
        """Those that calendars tell of: public ones below nothing unpublished; and those called off while they were public,
        which are told as cancelled even where their page is gone, unless a draft stands in their row since."""
        page = models.ExpressionWrapper(models.OuterRef("path"), output_field=models.CharField())
        hidden = Page.objects.filter(live=False).alias(below=page)
        hidden = hidden.filter(below__startswith=models.F("path"), depth__lt=models.OuterRef("depth")).order_by()
        gone = models.Q(live=False, called_off=True, gone_as_public=True)
        found = not_private(self).filter(models.Q(live=True) | gone, alias_of=None)
        return found.exclude(models.Exists(hidden))

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


class EventPage(WithMaterial, TranslatedPage, Dated, Page):
    """One event with its days, its hours, its place and, afterwards, its recording; a program's own, or the association's."""

    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"), blank=True, help_text=_("Empty: the same day."))
    start_time = models.TimeField(
        _("begins at"), null=True, blank=True, help_text=_("Such as 2:00 pm. Empty: the whole day.")
    )
    end_time = models.TimeField(_("ends at"), null=True, blank=True, help_text=_("On the last day."))
    time_zone = models.CharField(
        _("time zone"),
        max_length=50,
        default=site_time_zone,
        validators=[known_time_zone],
        help_text=_("On whose clock: America/New_York is Eastern, America/Chicago is Central."),
    )
    called_off = models.BooleanField(
        _("called off"),
        default=False,
        help_text=_("It will not take place: its page and lists say so, and calendars show it as cancelled."),
    )
    gone_as_public = models.BooleanField(default=False, editable=False)
    """Unpublished, and its row as readers knew it: what is saved of an unpublished page is a draft, and nobody's to read."""
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("web address"), blank=True)
    join = models.URLField(
        _("link to join"),
        blank=True,
        help_text=_(
            "Anybody who opens the page sees it, until the event is over. Calendars and feeds do not carry it."
        ),
    )
    recording = models.URLField(_("recording"), blank=True)
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="+")
    body = RichTextField(_("text"), blank=True)

    content_panels = Page.content_panels + [
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")], heading=_("Days")),
        FieldRowPanel(
            [FieldPanel("start_time"), FieldPanel("end_time"), FieldPanel("time_zone")], heading=_("Time of day")
        ),
        FieldPanel("called_off"),
        FieldPanel("place"),
        FieldPanel("link"),
        FieldPanel("join"),
        FieldPanel("recording"),
        FieldPanel("body"),
        FieldPanel("material"),
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
    def begins_at(self):
        """The moment; None where only the day is known."""
        return self.start_time and datetime.combine(self.starts, self.start_time, ZoneInfo(self.time_zone))

    @property
    def ends_at(self):
        return self.end_time and datetime.combine(self.ends, self.end_time, ZoneInfo(self.time_zone))

    @property
    def clock(self):
        """2:00 pm – 3:00 pm Eastern; empty where only the day is known."""
        times = [dates.clock(time) for time in (self.start_time, self.end_time) if time]
        return f"{' – '.join(times)} {dates.zone_words(self.time_zone)}" if times else ""

    @property
    def is_past(self):
        return self.ends_at <= timezone.now() if self.end_time else self.ends < timezone.localdate()

    def full_clean(self, *args, **kwargs):
        self.ends = self.ends or self.starts
        super().full_clean(*args, **kwargs)

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is None:
            self.gone_as_public = False
        super().save(*args, update_fields=update_fields, **kwargs)

    def clean(self):
        super().clean()
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("The event ends before it begins.")})
        if self.end_time and not self.start_time:
            raise ValidationError({"start_time": _("Say when it begins, too.")})
        if self.end_time and self.starts == (self.ends or self.starts) and self.end_time <= self.start_time:
            raise ValidationError({"end_time": _("The event ends before it begins.")})


@receiver(page_unpublished, sender=EventPage)
def keep_telling(instance, **_sent):
    """Here, since lists and the clock unpublish a page without its own class."""
    EventPage.objects.filter(pk=instance.pk).update(gone_as_public=True)
