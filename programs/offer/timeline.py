"""A round's dates as one ordered list: what its editors wrote and what its calls and promises say."""

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from . import precision
from .precision import YEARLESS, Precision
from .windows import ROUGH, begins_with_day, ends_with_day, last_minute


@dataclass(frozen=True)
class Moment:
    """One end of a line: how it reads, and for machines."""

    text: str
    iso: str


@dataclass(frozen=True)
class Edge:
    """One end of a line as it is known."""

    how: str
    day: date
    time: object = None
    zone: str = ""

    @property
    def span(self):
        return precision.span(self.how, self.day)

    @property
    def iso(self):
        return precision.for_machines(self.how, self.day)

    @property
    def is_rough(self):
        return self.how in ROUGH

    def words(self, *, alone):
        return precision.in_words(self.how, self.day, time=self.time, zone=self.zone, alone=alone)


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
    """In the order of the editor. Lines without a year keep it: their years, which only sort them, may say otherwise."""
    zone, last = round.program.time_zone, ()
    for row in round.milestones.all():
        edges = [Edge(row.precision, day, row.time, zone) for day in (row.starts, row.ends) if day]
        line = _line(row.said("label"), edges, today, place=row.place)
        if row.precision in YEARLESS:
            last = max(last, line.sort)
            line = replace(line, sort=last)
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
    ]
    dated = [
        _line(label, [Edge(Precision.DAY, day) for day in (starts, ends) if day], today)
        for label, starts, ends in known
        if starts
    ]
    return [*dated, *windows(calls, today), *openings(calls, today), *soft_deadlines(calls, today)]


def windows(calls, today):
    """When one can apply, one line for all roles whose calls keep the same times."""
    for (opens, closes), names in _roles_by_edges(calls, opening, closing):
        if closes:
            label = gettext("Applications: %(roles)s") if opens else gettext("Applications close: %(roles)s")
            line = _line(label % {"roles": names}, [edge for edge in (opens, closes) if edge], today)
            yield _unkept(line) if opens and opens.is_rough else line


def openings(calls, today):
    """Calls that stay open: once begun they go on, on whichever day one looks."""
    for (opens, closes), names in _roles_by_edges(calls, opening, closing):
        if opens and not closes:
            line = _line(gettext("Applications open: %(roles)s") % {"roles": names}, [opens], today)
            if opens.is_rough:
                yield _unkept(line)
            else:
                yield replace(line, status="now") if line.status == "done" else line


def _unkept(line):
    """A month in which nobody made the day exact did not bring what it was to bring."""
    return line if line.status == "next" else replace(line, status="")


def soft_deadlines(calls, today):
    """By when one should apply to be read first."""
    for (soft,), names in _roles_by_edges(calls, soft_closing):
        if soft:
            label = gettext("Applications read first if sent by this day: %(roles)s")
            if soft.how == Precision.CLOCK:
                label = gettext("Applications read first if sent by this time: %(roles)s")
            yield _line(label % {"roles": names}, [soft], today)


def opening(call):
    if call.opens_about:
        return Edge(call.opens_about.precision, call.opens_about.day)
    return call.opens and _edge(call, call.opens, begins_with_day)


def closing(call):
    if call.closes_about:
        return Edge(call.closes_about.precision, call.closes_about.day)
    return call.closes and _edge(call, last_minute(call.closes, call.zone), ends_with_day)


def soft_closing(call):
    return call.preferred_by and _edge(call, last_minute(call.preferred_by, call.zone), ends_with_day)


def _edge(call, instant, is_whole):
    """A day alone where all of it counts, by the program's clock; else with the time and whose it is."""
    local = instant.astimezone(ZoneInfo(call.zone))
    if is_whole(instant, call.zone) and call.zone == call.round.program.time_zone:
        return Edge(Precision.DAY, local.date())
    return Edge(Precision.CLOCK, local.date(), local.time().replace(second=0, microsecond=0), call.zone)


def _roles_by_edges(calls, *edges):
    """((edge, ...), "mentors, mentees") of each call; edges may be unknown."""
    roles = {}
    for call in calls:
        roles.setdefault(tuple(edge(call) for edge in edges), []).append(call.role.said("plural"))
    return [(found, ", ".join(names)) for found, names in roles.items()]


def _line(label, edges, today, *, place=""):
    if not edges:
        return Line(label, None, None, "", (1, date.max, date.max, label), place)
    first, last = edges[0].span[0], edges[-1].span[1]
    status = "done" if last < today else "now" if first <= today else "next"
    if any(edge.how in YEARLESS for edge in edges):
        status = ""
    moments = [Moment(edge.words(alone=len(set(edges)) == 1), edge.iso) for edge in edges]
    end = moments[-1] if moments[-1] != moments[0] else None
    return Line(label, moments[0], end, status, (0, first, last, str(edges[0].time or "")), place)
