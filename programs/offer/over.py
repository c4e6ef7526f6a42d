"""When a round is over: the one rule, of a round at hand; Round.objects.over() asks the database the same.

It is over when the last day that is known of it has passed on its program's clock: the end of its period, the promised
decisions, the closing of its calls, the last day that a line of its timeline may mean. One that begins without a known end
goes on, and so does one with a call that stays open. One of which no day is known is not over; what says no year is no
day. Whether it was called off is
another question.
"""

from datetime import timedelta
from zoneinfo import ZoneInfo

from . import precision

LONGEST = timedelta(days=100)
"""No line covers more days after the one that is stored: a season is three months."""


def is_over(round, now):
    """Reads the round's calls and lines."""
    zone = ZoneInfo(round.program.time_zone)
    calls = list(round.calls.all())
    if (round.starts and not round.ends) or any(call.goes_on for call in calls):
        return False
    days = [round.ends, round.starts, round.decisions_by]
    days += [call.closes.astimezone(zone).date() for call in calls if call.closes]
    days += [precision.span(call.closes_precision, call.closes_around)[1] for call in calls if call.closes_roughly]
    lines = [row for row in round.milestones.all() if row.starts and row.precision not in precision.YEARLESS]
    days += [precision.span(row.precision, row.starts, row.ends)[1] for row in lines]
    known = [day for day in days if day]
    return bool(known) and max(known) < now.astimezone(zone).date()


def first_still_meant(kind, today):
    """The earliest day that may be stored of a line so precise that is not over today."""
    days = (today - LONGEST + timedelta(days=n) for n in range(2 * LONGEST.days))
    return next(day for day in days if precision.span(kind, day)[1] >= today)
