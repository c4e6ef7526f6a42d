"""A round's dates as one ordered list: what its editors wrote and what its calls and promises say."""

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from . import precision
from .precision import Precision


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
    place: str = ""


def timeline(round, today):
    """The round's lines in order, undated ones last."""
    return sorted([*milestone_lines(round, today), *derived_lines(round, today)], key=lambda line: line.sort)


def milestone_lines(round, today):
    zone = round.program.time_zone
    for row in round.milestones.all():
        line = _line(
            row.said("label"), row.precision, row.starts, row.ends, today, time=row.time, zone=zone, place=row.place
        )
        yield _unsaid(line) if row.to_check else line


def _unsaid(line):
    """A line whose date and place are last round's guess: it stands where it is expected and tells neither."""
    return replace(line, starts=None, ends=None, status="", place="")


def derived_lines(round, today):
    """What calls and promises say. Nobody can apply to a paused program, so it has no windows."""
    calls = [] if round.program.paused else round.calls.all()
    known = [
        (gettext("Decisions: every applicant hears by this day"), round.decisions_by, None),
        (gettext("Formal mentoring") if round.ends else gettext("Formal mentoring begins"), round.starts, round.ends),
        *windows(calls),
        *soft_deadlines(calls),
    ]
    dated = [_line(label, Precision.DAY, starts, ends, today) for label, starts, ends in known if starts]
    return dated + list(openings(calls, today))


def windows(calls):
    """When one can apply: (label, first day, last day), one for all roles whose calls keep the same days."""
    for (opens, closes), names in _roles_by_days(calls, "opens", "closes"):
        if closes:
            label = gettext("Applications: %(roles)s") if opens else gettext("Applications close: %(roles)s")
            yield label % {"roles": names}, opens or closes, closes if opens else None


def openings(calls, today):
    """Calls that stay open: once begun they go on, on whichever day one looks."""
    for (opens, closes), names in _roles_by_days(calls, "opens", "closes"):
        if opens and not closes:
            line = _line(gettext("Applications open: %(roles)s") % {"roles": names}, Precision.DAY, opens, None, today)
            yield replace(line, status="now") if line.status == "done" else line


def soft_deadlines(calls):
    """By when one should apply to be read first, in the same shape."""
    for (day,), names in _roles_by_days(calls, "preferred_by"):
        yield gettext("Applications read first if sent by this day: %(roles)s") % {"roles": names}, day, None


def _roles_by_days(calls, *fields):
    """((day, ...), "mentors, mentees") of these instants of each call, on the call's own clock; days may be unknown."""
    roles = {}
    for call in calls:
        instants = [getattr(call, field) for field in fields]
        days = tuple(instant and instant.astimezone(ZoneInfo(call.zone)).date() for instant in instants)
        roles.setdefault(days, []).append(call.role.said("plural"))
    return [(days, ", ".join(names)) for days, names in roles.items()]


def _line(label, how, starts, ends, today, *, time=None, zone="", place=""):
    if how == Precision.UNKNOWN:
        return Line(label, None, None, "", (1, date.max, date.max, label), place)
    first, last = precision.span(how, starts, ends)
    status = "" if how == Precision.YEARLY else "done" if last < today else "now" if first <= today else "next"
    alone = ends is None or ends == starts
    moments = [
        Moment(precision.in_words(how, day, time=time, zone=zone, alone=alone), precision.for_machines(how, day))
        for day in [starts, ends]
        if day
    ]
    end = moments[-1] if moments[-1] != moments[0] else None
    return Line(label, moments[0], end, status, (0, first, last, str(time or "")), place)
