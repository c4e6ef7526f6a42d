"""How days and moments read, in the reader's language and in the zone they were meant in."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.translation import get_language, gettext, gettext_lazy, pgettext, pgettext_lazy

ANYWHERE_ON_EARTH = "Etc/GMT+12"
"""The zone in which a day ends last: what is due "anywhere on Earth" is due on this clock."""

ZONE_WORDS = {
    "America/New_York": gettext_lazy("Eastern"),
    "America/Chicago": gettext_lazy("Central"),
    "America/Denver": gettext_lazy("Mountain"),
    "America/Los_Angeles": gettext_lazy("Pacific"),
    ANYWHERE_ON_EARTH: gettext_lazy("anywhere on Earth"),
}
"""What people call a zone all year round; other zones are named by their city."""

WORDINGS = {
    "day": pgettext_lazy("Django date format", "F j, Y"),
    "weekday and day": pgettext_lazy("Django date format", "l, F j, Y"),
    "month": pgettext_lazy("Django date format", "F Y"),
    "name of month": "F",
}
CLOCK = pgettext_lazy("Django time format", "g:i A")


@lru_cache(maxsize=2000)
def written(date, wording, language):
    """A directory says the same few days hundreds of times, and Django takes long to say one."""
    return formats.date_format(date, str(WORDINGS[wording]))


def worded(day, wording):
    """`day` may also be a moment on the clock that is meant: then its day."""
    return written(day.date() if isinstance(day, datetime) else day, wording, get_language())


def day(date):
    """January 29, 2027"""
    return worded(date, "day")


def weekday_and_day(date):
    """Friday, January 29, 2027"""
    return worded(date, "weekday and day")


def month(date):
    """January 2027"""
    return worded(date, "month")


def month_name(date):
    """January"""
    return worded(date, "name of month")


def zone_words(name):
    return str(ZONE_WORDS.get(name) or gettext("%(city)s time") % {"city": name.split("/")[-1].replace("_", " ")})


def moment(instant, zone):
    """Friday, January 29, 2027, 11:59 pm Eastern"""
    local = instant.astimezone(ZoneInfo(zone))
    parts = {"day": weekday_and_day(local), "clock": clock(local.time()), "zone": zone_words(zone)}
    return gettext("%(day)s, %(clock)s %(zone)s") % parts


def clock(time):
    """11:59 pm"""
    return written_clock(time, get_language())


@lru_cache(maxsize=2000)
def written_clock(time, language):
    before, after = pgettext("before noon", "am"), pgettext("after noon", "pm")
    return formats.time_format(time, str(CLOCK)).replace("AM", before).replace("PM", after)
