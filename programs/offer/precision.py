"""Honest dates: how much of an editor's date is meant, which days it covers, and how it reads. No day is invented."""

import calendar
from datetime import date, timedelta

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy, pgettext

from . import dates


class Precision(models.TextChoices):
    """How much of a date is meant. The rest of it only serves sorting and is never shown."""

    DAY = "day", gettext_lazy("A day, or days from – to")
    CLOCK = "clock", gettext_lazy("A day and a time")
    WEEK = "week", gettext_lazy("The week of a day")
    EARLY = "early", gettext_lazy("Early in a month")
    MID = "mid", gettext_lazy("In the middle of a month")
    LATE = "late", gettext_lazy("Late in a month")
    MONTH = "month", gettext_lazy("A month, or months from – to")
    SEASON = "season", gettext_lazy("A season")
    YEARLY = "yearly", gettext_lazy("A month, without a year")
    EARLY_YEARLY = "yr-early", gettext_lazy("Early in a month, without a year")
    MID_YEARLY = "yr-mid", gettext_lazy("In the middle of a month, without a year")
    LATE_YEARLY = "yr-late", gettext_lazy("Late in a month, without a year")
    UNKNOWN = "unknown", gettext_lazy("To be announced")


YEARLESS = (Precision.YEARLY, Precision.EARLY_YEARLY, Precision.MID_YEARLY, Precision.LATE_YEARLY)
"""Those that say no year: they are neither over nor to come, and their year is never shown."""

THIRDS = {
    Precision.EARLY: (1, 10),
    Precision.MID: (11, 20),
    Precision.LATE: (21, 31),
    Precision.EARLY_YEARLY: (1, 10),
    Precision.MID_YEARLY: (11, 20),
    Precision.LATE_YEARLY: (21, 31),
}
"""The first and last day of each part of a month, for sorting and for “now”; never shown."""


def span(precision, starts, ends=None):
    """The first and the last day that a date covers."""
    return _span(precision, starts)[0], _span(precision, ends or starts)[1]


def _span(precision, day):
    if precision == Precision.WEEK:
        return day, day + timedelta(days=6)
    if precision in THIRDS:
        first, last = THIRDS[precision]
        return day.replace(day=first), day.replace(day=min(last, _days_in(day)))
    if precision in {Precision.MONTH, Precision.YEARLY}:
        return day.replace(day=1), day.replace(day=_days_in(day))
    if precision == Precision.SEASON:
        return _season(day)
    return day, day


def _days_in(day):
    return calendar.monthrange(day.year, day.month)[1]


def _season(day):
    """Three whole months; a winter begins in the December before its January."""
    months = day.year * 12 + day.month - 1 - day.month % 3
    first = date(months // 12, months % 12 + 1, 1)
    last = date((months + 2) // 12, (months + 2) % 12 + 1, 1)
    return first, last.replace(day=_days_in(last))


def in_words(precision, day, *, time=None, zone="", alone=True):
    """The date as readers see it, starting with a capital: “Early November 2026”. `alone`: it has no second end."""
    return capfirst(_words(precision, day, time, zone, alone))


def _words(precision, day, time, zone, alone):
    if precision == Precision.CLOCK:
        parts = {"day": dates.weekday_and_day(day), "clock": dates.clock(time), "zone": dates.zone_words(zone)}
        return gettext("%(day)s, %(clock)s %(zone)s") % parts
    if precision == Precision.DAY:
        return dates.weekday_and_day(day) if alone else dates.day(day)
    if precision == Precision.MONTH:
        return dates.month(day)
    if precision == Precision.YEARLY:
        return dates.month_name(day)
    if precision == Precision.SEASON:
        return _season_words(day)
    if precision == Precision.WEEK:
        return gettext("week of %(date)s") % {"date": dates.day(day)}
    told = {1: gettext("early %(date)s"), 11: gettext("mid-%(date)s"), 21: gettext("late %(date)s")}
    return told[THIRDS[precision][0]] % {"date": _month(precision, day)}


def _month(precision, day):
    return dates.month_name(day) if precision in YEARLESS else dates.month(day)


def in_sentence(precision, day):
    """The same after a verb, for what is no day: “in early September 2027”, “every year in February”."""
    if precision in THIRDS:
        told = {
            1: gettext("in early %(date)s"),
            11: gettext("in the middle of %(date)s"),
            21: gettext("in late %(date)s"),
        }[THIRDS[precision][0]]
        words = told % {"date": _month(precision, day)}
    else:
        date = _season_words(day) if precision == Precision.SEASON else _month(precision, day)
        words = gettext("in %(date)s") % {"date": date}
    return gettext("every year %(when)s") % {"when": words} if precision in YEARLESS else words


def _season_words(day):
    first, last = _season(day)
    names = {
        3: pgettext("season of a year", "spring %(year)s"),
        6: pgettext("season of a year", "summer %(year)s"),
        9: pgettext("season of a year", "fall %(year)s"),
        12: pgettext("season of a year", "winter %(year)s"),
    }
    year = str(first.year) if first.year == last.year else f"{first.year}–{last.year % 100:02}"
    return names[first.month] % {"year": year}


def for_machines(precision, day):
    """The value of a <time> element: as much of the date as is meant; empty where HTML knows no such value."""
    if precision in {Precision.DAY, Precision.CLOCK}:
        return day.isoformat()
    if precision in {Precision.MONTH, Precision.EARLY, Precision.MID, Precision.LATE}:
        return f"{day:%Y-%m}"
    return ""
