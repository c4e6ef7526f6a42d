"""What stands in a calendar: the dates of a program's rounds, in the reader's language.

An entry is made of what is known and of nothing else: “early November” covers those days and says so in its words; a
month without a year and what is to be announced stand in no calendar.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext

from portal.site.addresses import absolute
from programs.models.offer.cancelled_date import KEPT
from programs.offer import dates, precision
from programs.offer.precision import Precision
from programs.offer.windows import last_minute

NO_DAY = {*precision.YEARLESS, Precision.UNKNOWN}
EXACT = {Precision.DAY, Precision.CLOCK}
AHEAD = timedelta(days=366)
"""Events further away are not told of yet."""
SEEN = timedelta(minutes=30)
"""So long a moment is told to last: a week's view shows nothing of what has no length. A deadline is the end of it."""
ALWAYS = datetime.min.replace(tzinfo=UTC)


class Status(models.TextChoices):
    """As RFC 5545 calls it."""

    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class Entry:
    """One date. Days are dates, moments have a time and a zone; `ends` is the last day or moment, if it is another."""

    key: str
    """Names the row and which of its dates this is; stays when the date changes."""
    summary: str
    starts: date | datetime
    changed: datetime
    ends: date | datetime | None = None
    url: str = ""
    place: str = ""
    detail: str = ""
    status: Status = Status.CONFIRMED

    @property
    def last_day(self):
        last = self.ends or self.starts
        return last.date() if isinstance(last, datetime) else last

    def is_kept(self, today):
        return self.last_day >= today - KEPT


def event_entries(events, today):
    """Of announced events, a program's or all: see ProgramPage.events()."""
    return [event_entry(event) for event in events if event.starts <= today + AHEAD]


def event_entry(event):
    clocked = event.begins_at and (event.ends_at or event.starts == event.ends)
    return Entry(
        key=f"event-{event.translation_key}",
        summary=titled(event.title, event.announced_by) if event.announced_by else event.title,
        starts=event.begins_at if clocked else event.starts,
        ends=event.ends_at if clocked else event.ends,
        changed=event.last_published_at or ALWAYS,
        url=absolute(event.get_url()) if event.live else "",
        place=event.place,
        status=Status.CANCELLED if event.called_off else Status.CONFIRMED,
        detail=dates.moment(event.begins_at, event.time_zone) if event.begins_at else "",
    )


def program_entries(program, url):
    """All entries of a program whose page stands at `url`. Reads what with_recent_rounds() brings."""
    return [entry for round in program.rounds.all() for entry in round_entries(round, url)]


def round_entries(round, url):
    yield from call_entries(round)
    yield from day_entries(round, url)
    yield from milestone_entries(round, url)


def call_entries(round):
    for call in round.calls.all():
        moments = [
            ("opens", call.opens, gettext("Applications open: %(roles)s")),
            ("soft", call.preferred_by, gettext("Apply by this time to be read first: %(roles)s")),
            ("closes", call.closes, gettext("Applications close: %(roles)s")),
        ]
        roles, program, zone = call.role.said("plural"), round.program.said("name"), call.zone
        url = absolute(reverse("apply", args=[call.slug]))
        for what, instant, line in moments:
            if instant:
                at = shown(what, instant, call).astimezone(ZoneInfo(zone))
                yield Entry(
                    key=f"call-{call.pk}-{what}",
                    summary=titled(line % {"roles": roles}, program),
                    starts=at if what == "opens" else before(at),
                    ends=None if what == "opens" else at,
                    changed=changed(round),
                    url=url,
                    detail=dates.moment(at, zone),
                    status=call_status(round, instant),
                )
        yield from rough_entries(call)


def before(at):
    """Half an hour before, as far as that is the same day: counted in time that passes, where a clock that is put on or back
    would count otherwise."""
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return max(at.astimezone(UTC) - SEEN, midnight.astimezone(UTC)).astimezone(at.tzinfo)


def shown(what, instant, call):
    """An end at midnight stands on the day that counts."""
    return instant if what == "opens" else last_minute(instant, call.zone)


def rough_entries(call):
    """What is known of a call to the month: those days, and words that promise none of them."""
    ends = [
        ("opens", call.opens_about, gettext("%(when)s: applications are to open: %(roles)s")),
        ("closes", call.closes_about, gettext("%(when)s: applications are to close: %(roles)s")),
    ]
    for what, about, line in ends:
        if about and not about.is_yearly:
            first, last = precision.span(about.precision, about.day)
            line = line % {"when": about.words, "roles": call.role.said("plural")}
            yield Entry(
                key=f"call-{call.pk}-{what}",
                summary=titled(line, call.round.program.said("name")),
                starts=first,
                ends=last,
                changed=changed(call.round),
                url=absolute(reverse("apply", args=[call.slug])),
                status=Status.CANCELLED if call.round.program.paused else round_status(call.round),
            )


def call_status(round, instant):
    """What a paused program had before it, it will not do; what was over when it paused, it did."""
    stopped = round.program.paused and instant > (round.program.paused_at or round.program.changed_at)
    return Status.CANCELLED if stopped else round_status(round)


def round_status(round):
    return Status.CANCELLED if round.called_off else Status.CONFIRMED


def day_entries(round, url):
    """Promised decisions and the formal period: its first and its last day, since nobody wants a bar over a year."""
    days = [
        ("decisions", round.decisions_by, gettext("Decisions: every applicant hears by this day")),
        ("starts", round.starts, gettext("Formal mentoring begins")),
        ("ends", round.ends, gettext("Formal mentoring ends")),
    ]
    for what, day, line in days:
        if day:
            yield Entry(
                key=f"round-{round.pk}-{what}",
                summary=titled(line, round.program.said("name")),
                starts=day,
                changed=changed(round),
                url=url,
                status=round_status(round),
            )


def milestone_entries(round, url):
    for row in round.milestones.all():
        if row.precision in NO_DAY or row.to_check:
            continue
        first, last = milestone_span(row, ZoneInfo(round.program.time_zone))
        yield Entry(
            key=f"milestone-{row.pk}",
            summary=titled(milestone_line(row), round.program.said("name")),
            starts=first,
            ends=last if last != first else None,
            changed=changed(round),
            url=url,
            place=row.place,
            detail=dates.moment(first, round.program.time_zone) if row.time else "",
            status=round_status(round),
        )


def milestone_span(row, zone):
    """Its first and last day, or moment."""
    if row.precision == Precision.CLOCK:
        return tuple(datetime.combine(day, row.time, zone) for day in (row.starts, row.ends or row.starts))
    return precision.span(row.precision, row.starts, row.ends)


def milestone_line(row):
    """Its label; where no day is meant, with the words for what is."""
    if row.precision in EXACT:
        return row.said("label")
    alone = row.ends is None or row.ends == row.starts
    words = [precision.in_words(row.precision, day, alone=alone) for day in (row.starts, row.ends) if day]
    when = " – ".join(dict.fromkeys(words))
    return gettext("%(when)s: %(label)s") % {"when": when, "label": row.said("label")}


def titled(line, program):
    return gettext("%(line)s – %(program)s") % {"line": line, "program": program}


def changed(round):
    """When anything of it changed last: calls, milestones and roles are saved with their round or program."""
    return max(round.changed_at, round.program.changed_at)
