"""Dates as people type them: “Fri., Aug. 29, 2014”, “29 August 2014”, “viernes 29 de agosto de 2014”, “Jan. 24-28, 2020”."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

MONTHS = [
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sept", "sep", "septiembre", "setiembre"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
]
WEEKDAYS = [
    ("monday", "mon", "lunes", "lun"),
    ("tuesday", "tues", "tue", "martes", "mar"),
    ("wednesday", "wed", "miércoles", "miercoles", "mié", "mie"),
    ("thursday", "thurs", "thur", "thu", "jueves", "jue"),
    ("friday", "fri", "viernes", "vie"),
    ("saturday", "sat", "sábado", "sabado", "sáb", "sab"),
    ("sunday", "sun", "domingo", "dom"),
]
MONTH_OF = {name: n for n, names in enumerate(MONTHS, 1) for name in names}
WEEKDAY_OF = {name: n for n, names in enumerate(WEEKDAYS) for name in names}


def _any_of(names):
    return "|".join(sorted(names, key=len, reverse=True))


WEEKDAY = rf"(?:\b(?P<weekday>{_any_of(WEEKDAY_OF)})\.?,?\s+)?"
MONTH = rf"\b(?P<month>{_any_of(MONTH_OF)})\b\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])"
LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?!\s*[ap]\.?\s?m\b)"
YEAR = r"(?:(?:,\s*|\s+(?:del?\s+)?)(?P<year>(?:19|20)\d\d)\b)?"
MONTH_FIRST = re.compile(rf"{WEEKDAY}{MONTH}(?:\s+{DAY}(?:\s*[-–—]\s*{LAST})?)?{YEAR}", re.IGNORECASE)
DAY_FIRST = re.compile(
    rf"{WEEKDAY}\b{DAY}(?:\s*(?:[-–—]|al|to)\s*{LAST})?\s+(?:de\s+)?{MONTH}{YEAR}",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"\s*,?\s*(?:[-–—]|to|through|thru|until|till|al?|hasta|y|and)?\s*"
    r"(?:ends?|closes?|termina|acaba|finaliza|concluye|cierra)?\s*(?:on|el)?\s*",
    re.IGNORECASE,
)
"""What stands between the two ends of a period. A bare comma, "and" or "y" makes a list of dates, not a period."""
LIST = re.compile(r"\s*(?:,|,?\s*(?:and|y))?\s*", re.IGNORECASE)
HALF_A_YEAR = 183


@dataclass(frozen=True)
class Typed:
    """One date in a text. Without a day it is a month, without a year it is any year's."""

    text: str
    begin: int
    stop: int
    weekday: int | None
    month: int
    day: int | None
    last: int | None
    year: int | None

    @property
    def is_exact(self):
        return bool(self.day and self.year) and self.first(self.year) is not None

    def first(self, year):
        return _date(year, self.month, self.day or 1)

    def final(self, year):
        return _date(year, self.month, self.last or self.day or monthrange(year, self.month)[1])


@dataclass(frozen=True)
class Period:
    """A typed period; `ends` may lie before `starts`, which is what the checks are for. `begin` and `stop` are of its text."""

    text: str
    begin: int
    stop: int
    starts: date
    ends: date


def typed_dates(text):
    """Every date in the text, in order. A month's name alone counts too: it may begin a period."""
    if not re.search(r"\d", text):
        return
    found = [match for pattern in (DAY_FIRST, MONTH_FIRST) for match in pattern.finditer(text)]
    last = 0
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() >= last:
            last = match.end()
            yield _typed(match)


def plain_name(name):
    """As the tables write it. A pattern that does not care for case takes a long s and an i without its dot as well."""
    return name.lower().replace("ſ", "s").replace("ı", "i")


def _typed(match):
    numbers = {name: int(match[name]) if match[name] else None for name in ("day", "last", "year")}
    weekday = WEEKDAY_OF[plain_name(match["weekday"])] if match["weekday"] else None
    month = MONTH_OF[plain_name(match["month"])]
    return Typed(match[0].strip(), match.start(), match.end(), weekday, month, **numbers)


def periods(text):
    """Every period in the text whose year is known."""
    dates = list(typed_dates(text))
    for typed in dates:
        if typed.last and typed.is_exact and typed.final(typed.year):
            yield Period(typed.text, typed.begin, typed.stop, typed.first(typed.year), typed.final(typed.year))
    for one, other in pairwise(dates):
        between = text[one.stop : other.begin]
        if BETWEEN.fullmatch(between) and not LIST.fullmatch(between):
            yield from _period(text, one, other)


def _period(text, one, other):
    """Where only the second date has a year, the first may be of the year before, if that makes a short period."""
    ends = other.year and other.final(other.year)
    starts = ends and one.first(one.year or other.year)
    if not starts:
        return
    if not one.year and starts > ends:
        before = one.first(other.year - 1)
        starts = before if before and (ends - before).days <= HALF_A_YEAR else starts
    yield Period(text[one.begin : other.stop].strip(), one.begin, other.stop, starts, ends)


def _date(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None
