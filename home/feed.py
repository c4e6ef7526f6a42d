"""The feed of all: openings and deadlines of every program, and the events that are coming."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from home.calendar import events
from portal.caching.keeping import kept
from portal.site.addresses import absolute
from programs.calendar.feed import CONTENT_TYPE, news, write
from programs.calendar.views import fresh
from programs.offer import dates
from resources.models import EventPage


@kept
@require_safe
def feed(request):
    now = timezone.now()
    title = gettext("%(site)s: openings, deadlines and events") % {"site": settings.WAGTAIL_SITE_NAME}
    subtitle = gettext("When mentoring programs start and stop taking applications, and which events are coming.")
    rows = news(now) + event_news(timezone.localdate(now))
    return fresh(request, write(title, subtitle, rows, now), CONTENT_TYPE, seconds=60)


def event_news(today):
    """From the moment an event is published until it is over."""
    return [EventNews(page) for page in events(since=today) if page.live and page.first_published_at]


@dataclass(frozen=True)
class EventNews:
    """An event, as the feed tells of it."""

    page: EventPage

    @property
    def key(self):
        return f"event-{self.page.translation_key}"

    @property
    def at(self):
        return self.page.first_published_at

    @property
    def changed(self):
        return self.page.last_published_at

    @property
    def title(self):
        """Event: ALA Annual – June 25, 2027 to June 30, 2027 – Chicago; a program's own ends with the program."""
        page = self.page
        parts = [page.title, in_days(page.starts, page.ends), page.place, page.announced_by]
        told = gettext("Event: %(what)s") % {"what": " – ".join(filter(None, parts))}
        return gettext("Canceled: %(entry)s") % {"entry": told} if page.called_off else told

    @property
    def text(self):
        return self.page.search_description

    @property
    def url(self):
        return absolute(self.page.url)


def in_days(first, last):
    if first == last:
        return dates.day(first)
    return gettext("%(first)s to %(last)s") % {"first": dates.day(first), "last": dates.day(last)}
