"""The calendar of all: every program's dates, and the events that the resources tell of. Neither knows of the other."""

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from portal.caching.keeping import kept
from programs.calendar import ics
from programs.calendar.entries import event_entries, event_entry
from programs.calendar.public import dated_programs
from programs.calendar.views import entries, fresh
from programs.models.offer.cancelled_date import KEPT
from resources.models import EventPage

PROGRAM_PAGES = 3
"""How deep in the tree programs' pages stand."""


@kept
@require_safe
def calendar(request):
    today = timezone.localdate()
    found = entries(dated_programs()) + event_entries(events(since=today - KEPT), today)
    name = gettext("%(site)s: all dates") % {"site": settings.WAGTAIL_SITE_NAME}
    return fresh(request, ics.write(name, found), ics.CONTENT_TYPE)


@kept
@require_safe
def event_calendar(request, pk):
    """One event, for whoever keeps it by hand."""
    found = get_object_or_404(EventPage.objects.told().announced_at(PROGRAM_PAGES), pk=pk)
    return fresh(request, ics.write(found.title, [event_entry(found)]), ics.CONTENT_TYPE)


def events(since):
    """Everybody's, programs' own among them, that last until this day or longer: each once, in the reader's language where
    it is translated."""
    found = EventPage.objects.told().filter(ends__gte=since)
    return found.announced_at(PROGRAM_PAGES).once(get_language())
