"""Dates moved to the next cycle. Pure: knows no row and no clock.

- The first and the last day of a month stay so: June 1 – April 30 remains June 1 – April 30.
- Every other day moves by the same number of whole weeks, so that it keeps its weekday and its distance from the rest.
  The weeks are those nearest to the months asked for that leave the first such day within its month: mostly 52 for a
  year, 53 now and then.
- Months, parts of months and seasons move by the months themselves; a line without a year or a date stays.
"""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from programs.offer.precision import YEARLESS, Precision

WEEKDAYS = {Precision.DAY, Precision.CLOCK, Precision.WEEK}
"""Precisions whose dates have a weekday to keep."""

STAYS = {*YEARLESS, Precision.UNKNOWN}


@dataclass(frozen=True)
class Shift:
    """So many months and, for what keeps its weekday, so many days. `first`: a day that was put exactly so."""

    months: int
    days: int
    first: date | None = None

    def move(self, moment):
        """A date, or a local time without a zone."""
        if is_edge(moment) and _day(moment) != self.first:
            return _edge_of(later(moment, self.months), first=moment.day == 1)
        return moment + timedelta(days=self.days)

    def together(self, *moments):
        """Moments of one row, earliest first; None where unknown. What the edges of months would put out of order
        moves by days alone."""
        moved = [moment and self.move(moment) for moment in moments]
        if _steps(moments) != _steps(moved):
            moved = [moment and moment + timedelta(days=self.days) for moment in moments]
        return moved

    def instants(self, zone, *instants):
        """The same for instants: their clock times stay on the clock of the zone, whatever its offset is by then."""
        clock = ZoneInfo(zone)
        local = [instant and instant.astimezone(clock).replace(tzinfo=None) for instant in instants]
        return [moment and moment.replace(tzinfo=clock) for moment in self.together(*local)]

    def dated(self, precision, starts, ends):
        """Both ends of a line of the timeline, each as precise as it was."""
        if precision in STAYS:
            return starts, ends
        if precision == Precision.WEEK:
            return [day and day + timedelta(days=self.days) for day in (starts, ends)]
        if precision in WEEKDAYS:
            return self.together(starts, ends)
        return [day and later(day, self.months) for day in (starts, ends)]


def by_months(months, days):
    """The shift by so many months of a round with these days."""
    anchor = min((day for day in days if not is_edge(day)), default=min(days, default=date(2001, 1, 2)))
    target = later(anchor, months)
    weeks = round((target - anchor).days / 7)
    moved = anchor + timedelta(weeks=weeks)
    if moved.month != target.month:
        weeks += 1 if moved < target else -1
    return Shift(months, weeks * 7)


def to_day(first, chosen):
    """The shift that puts one day exactly on another. Weekdays are kept where both have the same."""
    months = (chosen.year - first.year) * 12 + chosen.month - first.month
    return Shift(months, (chosen - first).days, first)


def later(moment, months):
    """The same day some months later, or the last of that month where it is shorter."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, _length(year, month + 1)))


def is_edge(moment):
    """Whether it is the first or the last day of its month."""
    return moment.day in {1, _length(moment.year, moment.month)}


def _edge_of(moment, *, first):
    return moment.replace(day=1 if first else _length(moment.year, moment.month))


def _length(year, month):
    return calendar.monthrange(year, month)[1]


def _day(moment):
    return moment.date() if isinstance(moment, datetime) else moment


def _steps(moments):
    """From each known moment to the next: later, the same or earlier."""
    known = [moment for moment in moments if moment]
    return [(before < after) - (before > after) for before, after in pairwise(known)]
