"""A day as it is typed: 2027-12-18, 12/18/2027, Saturday, December 18th, 2027, sábado 18 de diciembre de 2027."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS as MONTH_NAMES
from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from portal.checks.reading.typed_dates import DAY, MONTH, MONTH_OF, WEEKDAY, WEEKDAY_OF, plain_name
from portal.date_fields.years import out_of_range
from portal.texts.dates import day as in_words

EXAMPLE = date(2027, 12, 18)
YEAR = r"(?:,?\s*(?:(?:del?|of)\s+)?['’]?(?P<year>\d+))?"
ARTICLE = r"(?:(?:on|the|el)\s+)?"
MONTH_FIRST = re.compile(rf"{ARTICLE}{WEEKDAY}{MONTH}\s*{DAY}{YEAR}", re.IGNORECASE)
DAY_FIRST = re.compile(rf"{ARTICLE}{WEEKDAY}{ARTICLE}{DAY},?\s*(?:(?:de|of)\s+)?{MONTH}{YEAR}", re.IGNORECASE)
NUMBERS = re.compile(rf"{WEEKDAY}(?P<one>\d+)\s*(?P<sign>[/.-])\s*(?P<two>\d+)\s*(?P=sign)\s*(?P<three>\d+)", re.I)
FIRST_OF_MONTH = re.compile(r"\bprimero\b|\b1\s?(?:\.?[º°]|er|ro)(?!\w)", re.IGNORECASE)
BETWEEN_WORDS = re.compile(r"(?<=\w)[-](?=[^\W\d_])|(?<=[^\W\d_])[-](?=\w)")


def read_day(text):
    """The day that is meant. ValidationError, in words, where that is not sure."""
    plain = BETWEEN_WORDS.sub(" ", FIRST_OF_MONTH.sub("1", text))
    if match := NUMBERS.fullmatch(plain):
        year, month, day = _of_numbers(match)
    elif match := MONTH_FIRST.fullmatch(plain) or DAY_FIRST.fullmatch(plain):
        year, month, day = _year(match["year"] or ""), MONTH_OF[plain_name(match["month"])], int(match["day"])
    else:
        raise not_understood()
    found = _on_calendar(year, month, day)
    _agree(match["weekday"], found)
    return found


def not_understood():
    told = gettext("This is not understood as a date. Write it like %(one)s or %(other)s.")
    return ValidationError(told % {"one": in_words(EXAMPLE), "other": EXAMPLE.isoformat()})


def _of_numbers(match):
    """(year, month, day). A year in front is ISO's order; otherwise the order is that of the sign and the language."""
    one, two, three = match["one"], match["two"], match["three"]
    if len(one) == 4 and len(three) <= 2:
        return int(one), int(two), int(three)
    year, first, second = _year(three), int(one), int(two)
    if match["sign"] == "/" and (get_language() or "en").startswith("en"):
        return year, first, second
    if first <= 12 and second <= 12 and first != second:
        told = gettext("“%(typed)s” can be two different days. Write the month as a word, like %(example)s.")
        raise ValidationError(told % {"typed": f"{one}{match['sign']}{two}", "example": in_words(EXAMPLE)})
    return (year, second, first) if first > 12 else (year, first, second)


def _year(typed):
    if not typed:
        raise ValidationError(gettext("Write the year too, like %(day)s.") % {"day": in_words(EXAMPLE)})
    if len(typed) != 4:
        raise ValidationError(gettext("Write the year with four digits, like %(day)s.") % {"day": in_words(EXAMPLE)})
    return int(typed)


def _on_calendar(year, month, day):
    if not 1 <= month <= 12:
        told = gettext("There is no month %(month)d. Write the month as a word, like %(example)s.")
        raise ValidationError(told % {"month": month, "example": in_words(EXAMPLE)})
    if out_of_range(year):
        raise out_of_range(year)
    try:
        return date(year, month, day)
    except ValueError:
        told = gettext("%(month)s %(year)d has no day %(day)d.")
        words = {"month": capfirst(str(MONTH_NAMES[month])), "year": year, "day": day}
        raise ValidationError(told % words) from None


def _agree(typed, found):
    weekday = WEEKDAY_OF[plain_name(typed)] if typed else found.weekday()
    if weekday != found.weekday():
        told = gettext("%(day)s is a %(right)s, not a %(typed)s.")
        right, wrong = WEEKDAY_NAMES[found.weekday()], WEEKDAY_NAMES[weekday]
        raise ValidationError(told % {"day": in_words(found), "right": right, "typed": wrong})
