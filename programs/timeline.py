"""A round's dates as one ordered list: what its editors wrote and what its calls and promises say."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.text import capfirst
from django.utils.translation import gettext

from . import dates
from .dates import Precision


@dataclass(frozen=True)
class Moment:
    """One end of a line: how it reads, and for machines."""

    text: str
    iso: str


@dataclass(frozen=True)
class Line:
    """One line of a timeline. `status` is done, now, next or, for a line without a year, empty."""

    label: str
    starts: Moment | None
    ends: Moment | None
    status: str
    sort: tuple


def timeline(round, today):
    """The round's lines in order, undated ones last."""
    return sorted([*milestone_lines(round, today), *derived_lines(round, today)], key=lambda line: line.sort)


def milestone_lines(round, today):
    return [_line(row.said("label"), row.precision, row.starts, row.ends, today) for row in round.milestones.all()]


def derived_lines(round, today):
    zone = ZoneInfo(round.program.time_zone)
    known = [
        (gettext("Decisions: every applicant hears by this day"), round.decisions_by, None),
        (gettext("Formal mentoring") if round.ends else gettext("Formal mentoring begins"), round.starts, round.ends),
        *windows(round.calls.all(), zone),
    ]
    return [_line(label, Precision.DAY, starts, ends, today) for label, starts, ends in known if starts]


def windows(calls, zone):
    """When one can apply: (label, first day, last day), one for all roles whose calls keep the same days."""
    roles = {}
    for call in calls:
        days = tuple(instant and instant.astimezone(zone).date() for instant in (call.opens, call.closes))
        roles.setdefault(days, []).append(call.role.said("plural"))
    for (opens, closes), names in roles.items():
        if opens and closes:
            label = gettext("Applications: %(roles)s")
        else:
            label = gettext("Applications open: %(roles)s") if opens else gettext("Applications close: %(roles)s")
        yield label % {"roles": ", ".join(names)}, opens or closes, closes if opens else None


def _line(label, precision, starts, ends, today):
    if precision == Precision.UNKNOWN:
        return Line(label, None, None, "", (1, date.max, label))
    last = _last_day(precision, ends or starts)
    status = "" if precision == Precision.YEARLY else "done" if last < today else "now" if starts <= today else "next"
    first, end = _moment(precision, starts), ends and _moment(precision, ends)
    return Line(label, first, end if end != first else None, status, (0, starts, last))


def _last_day(precision, day):
    """The last day that a line covers: of a month, its end."""
    if precision == Precision.DAY:
        return day
    first_of_next = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date.fromordinal(first_of_next.toordinal() - 1)


def _moment(precision, day):
    if precision == Precision.MONTH:
        return Moment(capfirst(dates.month(day)), f"{day:%Y-%m}")
    if precision == Precision.YEARLY:
        return Moment(capfirst(dates.month_name(day)), "")
    return Moment(dates.day(day), day.isoformat())
