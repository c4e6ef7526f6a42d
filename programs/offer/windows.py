"""When a call takes applications: each end an instant, or only as much as is known (“early September 2027”).

An instant that nobody made exact opens nothing: nobody can apply by it. A closing that is known to the month ends a call
when the last day that it may mean has passed. A deadline without an opening stands for a call that is open until then.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from . import dates, precision
from .precision import YEARLESS, Precision

ROUGH = [
    Precision.EARLY,
    Precision.MID,
    Precision.LATE,
    Precision.MONTH,
    Precision.SEASON,
    Precision.YEARLY,
    Precision.EARLY_YEARLY,
    Precision.MID_YEARLY,
    Precision.LATE_YEARLY,
]
"""How much may be known of a call's opening or closing that is no instant."""


@dataclass(frozen=True)
class About:
    """A date that is no day. The day it is stored by is never shown."""

    precision: str
    day: object

    @property
    def is_yearly(self):
        return self.precision in YEARLESS

    @property
    def words(self):
        """As a line of its own: “Early September 2027”."""
        return precision.in_words(self.precision, self.day)

    @property
    def when(self):
        """After a verb: “in early September 2027”."""
        return precision.in_sentence(self.precision, self.day)

    def has_begun(self, today):
        return not self.is_yearly and precision.span(self.precision, self.day)[0] <= today

    def has_passed(self, today):
        return not self.is_yearly and precision.span(self.precision, self.day)[1] < today


class Window:
    """What a call says of its window, from its columns. A date that was only shifted from the last round is not said."""

    @property
    def opens_about(self):
        return self._about(self.opens_precision, self.opens_around)

    @property
    def closes_about(self):
        return self._about(self.closes_precision, self.closes_around)

    def _about(self, how, day):
        return About(how, day) if how and day and not self.to_check else None

    @property
    def says_opening(self):
        """Whether an opening was announced, be it only a month; one that is still to be checked is none that counts."""
        return bool(self.opens or self.opens_precision)

    @property
    def says_closing(self):
        return bool(self.closes or self.closes_precision)

    def has_opened(self, now):
        """Without any opening it is open from when it is announced, if it has a deadline or stands all year."""
        if self.opens:
            return now >= self.opens
        return not self.says_opening and (self.says_closing or self.round.standing)

    def has_closed(self, now):
        end = self.ends_at
        return end is not None and now >= end

    @property
    def ends_at(self):
        """The instant from which nobody can apply; None where none is known."""
        if self.closes:
            return self.closes
        about = self.closes_about
        if about is None or about.is_yearly:
            return None
        after = precision.span(about.precision, about.day)[1] + timedelta(days=1)
        return datetime.combine(after, time(), ZoneInfo(self.zone))

    @property
    def goes_on(self):
        """Whether it opens, or stands all year, and never closes."""
        begins = self.opens or (self.round.standing and not self.opens_precision)
        return bool(begins) and not self.says_closing

    @property
    def closes_roughly(self):
        """Whether it closes in a month or season of some year."""
        return bool(self.closes_precision) and self.closes_precision not in YEARLESS

    @property
    def opens_first(self):
        """The first instant at which it may open, for sorting; None where none is known."""
        about = self.opens_about
        if self.opens or about is None or about.is_yearly:
            return self.opens
        return datetime.combine(precision.span(about.precision, about.day)[0], time(), ZoneInfo(self.zone))

    @property
    def last_day(self):
        """The last day on which one can apply, on its clock; None where no day is known."""
        return self.closes and last_day(self.closes, self.zone)


def today_of(now, zone):
    return now.astimezone(ZoneInfo(zone)).date()


def last_day(instant, zone):
    """The day that counts before an end: what ends at midnight ends with the day before."""
    local = instant.astimezone(ZoneInfo(zone))
    return local.date() - timedelta(days=1) if local.time() == time() else local.date()


def last_minute(instant, zone):
    """What readers are told of an end: at midnight the day before ends, and it is that day which counts."""
    return instant - timedelta(minutes=1) if instant.astimezone(ZoneInfo(zone)).time() == time() else instant


def until(instant, zone):
    """Friday, January 29, 2027, 11:59 pm Eastern"""
    return dates.moment(last_minute(instant, zone), zone)


def ends_with_day(instant, zone):
    """Whether the whole of its last day counts, to the minute in which it ends."""
    local = instant.astimezone(ZoneInfo(zone)).time()
    return local == time() or local >= time(23, 59)


def begins_with_day(instant, zone):
    return instant.astimezone(ZoneInfo(zone)).time() == time()
