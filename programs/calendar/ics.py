"""Entries as a calendar to subscribe to (RFC 5545, RFC 7986).

Moments are written in UTC, which every calendar reads alike and shows on its owner's clock; the program's own clock
stands in the description and, for the calendar of one program, in X-WR-TIMEZONE.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from operator import attrgetter

import icalendar
from django.utils.translation import gettext

from portal.site.addresses import domain

from .entries import Status

END = b"END:VCALENDAR\r\n"
CONTENT_TYPE = "text/calendar; charset=utf-8"
ASK_AGAIN = timedelta(hours=6)
FIRST_CHANGE = datetime(2026, 1, 1, tzinfo=UTC)
"""Sequences count the seconds from here, so that each change has a greater one and nothing is counted."""


def write(name, entries, *, zone=""):
    """The calendar as bytes: nothing in it depends on the time of asking, so that an unchanged one is byte for byte alike."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{domain()}//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.calendar_name = name
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", calendar["refresh-interval"].to_ical().decode())
    if zone:
        calendar.add("x-wr-timezone", zone)
    if not entries:
        calendar.add_component(icalendar.Timezone.from_tzid("UTC"))  # the RFC knows no calendar without any component
    events = [event(entry, told(entry)) for entry in sorted(entries, key=attrgetter("key"))]
    return calendar.to_ical().removesuffix(END) + b"".join(events) + END


@lru_cache(maxsize=10_000)
def event(entry, summary):
    """One entry as bytes, remembered: writing takes longer than everything else. DTSTAMP is the last change, as the RFC
    has it for a calendar that is no message."""
    found = icalendar.Event()
    found.add("uid", f"{entry.key}@{domain()}")
    found.add("dtstamp", entry.changed.astimezone(UTC))
    found.add("last-modified", entry.changed.astimezone(UTC))
    found.add("sequence", sequence(entry.changed))
    found.add("dtstart", in_utc(entry.starts))
    if end := exclusive_end(entry):
        found.add("dtend", end)
    found.add("summary", summary)
    found.add("status", entry.status.value)
    found.add("transp", "TRANSPARENT")
    for name, value in (("description", entry.detail), ("location", entry.place), ("url", entry.url)):
        if value:
            found.add(name, value)
    return found.to_ical()


def told(entry):
    """Many calendars show a cancelled entry like any other: the words say it, too."""
    if entry.status == Status.CANCELLED:
        return gettext("Canceled: %(entry)s") % {"entry": entry.summary}
    return entry.summary


def sequence(instant):
    return max(0, int((instant - FIRST_CHANGE).total_seconds()))


def in_utc(value):
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def exclusive_end(entry):
    """The day after the last; a moment without an end has none, which the RFC reads as no length."""
    if isinstance(entry.starts, datetime):
        return entry.ends and in_utc(entry.ends)
    last: date = entry.ends or entry.starts
    return last + timedelta(days=1)
