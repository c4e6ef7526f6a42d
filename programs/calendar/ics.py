"""Entries as a calendar to subscribe to (RFC 5545, RFC 7986).

Moments are written in UTC, which every calendar reads alike and shows on its owner's clock; the program's own clock
stands in the description and, for the calendar of one program, in X-WR-TIMEZONE.
"""

import re
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter

import icalendar
from django.utils.translation import gettext

from portal.site.addresses import domain

from .entries import SEEN, Status

CRLF = b"\r\n"
END = b"END:VCALENDAR\r\n"
LINE_END = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What any program that reads calendars takes for the end of a line."""
UNWRITTEN = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
TO_ESCAPE = re.compile(r"[\\;,]")
CONTENT_TYPE = "text/calendar; charset=utf-8"
ASK_AGAIN = timedelta(hours=6)
FIRST_CHANGE = datetime(2026, 1, 1, tzinfo=UTC)
"""Sequences count the seconds from here, so that each change has a greater one and nothing is counted."""


def write(name, entries, *, zone=""):
    """The calendar as bytes: nothing in it depends on the time of asking, so that an unchanged one is byte for byte alike."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{domain()}//Calendar//EN")
    calendar.add("version", "2.0")
    for said in ("name", "x-wr-calname"):
        calendar.add(said, icalendar.vText(name))  # as a str it would not be escaped
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", calendar["refresh-interval"].to_ical().decode())
    if zone:
        calendar.add("x-wr-timezone", zone)
    if not entries:
        calendar.add_component(icalendar.Timezone.from_tzid("UTC"))  # the RFC knows no calendar without any component
    events = [event(entry, told(entry)) for entry in sorted(entries, key=attrgetter("key"))]
    return calendar.to_ical().removesuffix(END) + b"".join(events) + END


def event(entry, summary):
    """One entry as bytes. By hand, since the library takes a quarter of a millisecond for each of thousands; the tests read
    it back with this library and others. DTSTAMP is the last change, as the RFC has it for a calendar that is no message."""
    changed = entry.changed.astimezone(UTC)
    starts, ends = entry.starts, exclusive_end(entry)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{entry.key}@{domain()}",
        f"DTSTAMP:{moment(changed)}",
        f"LAST-MODIFIED:{moment(changed)}",
        f"SEQUENCE:{sequence(changed)}",
        f"DTSTART{day_or_moment(starts)}",
        f"DTEND{day_or_moment(ends)}",
        f"SUMMARY:{escaped(summary)}",
        f"STATUS:{entry.status.value}",
        "TRANSP:TRANSPARENT",
    ]
    texts = ("DESCRIPTION", entry.detail and escaped(entry.detail)), ("LOCATION", entry.place and escaped(entry.place))
    lines += [f"{name}:{value}" for name, value in (*texts, ("URL", entry.url)) if value]
    return b"".join(map(folded, [*lines, "END:VEVENT"]))


def moment(instant):
    return f"{instant.isoformat()[:19]}Z".replace("-", "").replace(":", "")  # strftime writes the year 1 as it is


def day_or_moment(value):
    if isinstance(value, datetime):
        return f":{moment(value.astimezone(UTC))}"
    return ";VALUE=DATE:" + value.isoformat().replace("-", "")


def escaped(text):
    """As the RFC's TEXT, which knows no control character but the tab."""
    plain = UNWRITTEN.sub("", LINE_END.sub("\n", text))
    return TO_ESCAPE.sub(r"\\\g<0>", plain).replace("\n", "\\n")


def folded(line):
    """In pieces of at most 75 bytes, between characters."""
    if len(line) <= 75 and line.isascii():
        return line.encode() + CRLF
    data, pieces, most = line.encode(), [], 75
    while len(data) > most:
        cut = most
        while data[cut] & 0xC0 == 0x80:  # inside a character
            cut -= 1
        pieces.append(data[:cut])
        data, most = data[cut:], 74
    return (CRLF + b" ").join([*pieces, data]) + CRLF


def told(entry):
    """Many calendars show a cancelled entry like any other: the words say it, too."""
    if entry.status == Status.CANCELLED:
        return gettext("Canceled: %(entry)s") % {"entry": entry.summary}
    return entry.summary


def sequence(instant):
    return max(0, int((instant - FIRST_CHANGE).total_seconds()))


def exclusive_end(entry):
    """The day after the last. A moment whose end nobody said, or whose end comes no later because clocks are put on between
    them, has half an hour, by which one sees it in a week."""
    if not isinstance(entry.starts, datetime):
        last: date = entry.ends or entry.starts
        return last + timedelta(days=1)
    begins, ends = entry.starts.astimezone(UTC), entry.ends and entry.ends.astimezone(UTC)
    return ends if ends and ends > begins else begins + SEEN
