"""What can be wrong with the dates in a text. Each check takes the text, some also today, and yields sentences."""

import re
from itertools import product
from operator import attrgetter

from django.utils import formats
from django.utils.translation import gettext, ngettext

from .lengths import agree, lengths, months_between
from .typed_dates import periods, typed_dates

SENTENCE = re.compile(r"(?<=[^\W\d]{3}[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡])|(?<=\d[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡])|\n+")
LOOKS_AHEAD = re.compile(
    r"\b(deadlines?|due|will|opens?|closes?|begins|starts|ends|join us|register|sign up|upcoming|"
    r"plazo|fecha límite|abre|cierra|empieza|comienza|termina|inscríbase|regístrese|serán?|recibirán?|se notificará)\b",
    re.IGNORECASE,
)
LOOKS_BACK = re.compile(
    r"\b(was|were|had|closed|opened|hosted|held|ended|took place|fue|fueron|tuvo lugar|cerró|abrió|terminó)\b",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"\b(by|until|before|no later than|through|hasta(?: el)?|antes del?|a más tardar(?: el)?|para el)\s*$",
    re.IGNORECASE,
)

BESIDE = re.compile(r"[\s,:;(–—-]*")
LEAP_YEAR = 2024


def wrong_weekdays(text):
    for typed in typed_dates(text):
        day = typed.is_exact and typed.first(typed.year)
        if day and typed.weekday is not None and typed.weekday != day.weekday():
            told = gettext("“%(date)s” was or will be a %(weekday)s.")
            yield told % {"date": typed.text, "weekday": formats.date_format(day, "l")}


def impossible_dates(text):
    for typed in typed_dates(text):
        if typed.day and typed.first(typed.year or LEAP_YEAR) is None:
            yield gettext("There is no such day as “%(date)s”.") % {"date": typed.text}


def backward_periods(text):
    for period in periods(text):
        if period.ends < period.starts:
            yield gettext("“%(period)s” ends before it begins.") % {"period": period.text}


def wrong_lengths(text):
    """Of a length right beside its dates: “June 1, 2018 to April 30, 2019 (10 months)”."""
    for period, length in product(periods(text), list(lengths(text))):
        first, second = sorted((period, length), key=attrgetter("begin"))
        beside = BESIDE.fullmatch(text[first.stop : second.begin])
        if beside and period.starts < period.ends and not agree(length.months, period.starts, period.ends):
            yield length_sentence(length, period.text, period.starts, period.ends)


def length_sentence(length, period, starts, ends):
    months = months_between(starts, ends)
    told = ngettext(
        "The text says “%(length)s”, but “%(period)s” lasts %(months)s month.",
        "The text says “%(length)s”, but “%(period)s” lasts %(months)s months.",
        round(months),
    )
    return told % {"length": length.text, "period": period, "months": f"{months:g}"}


def dates_gone_by(text, today):
    """A past date in a sentence that looks ahead (“deadline”, “will”, “by …”). Plain history is left alone."""
    for sentence in SENTENCE.split(text):
        if LOOKS_BACK.search(sentence):
            continue
        ahead = LOOKS_AHEAD.search(sentence)
        for typed in typed_dates(sentence):
            day = typed.is_exact and typed.final(typed.year)
            if day and day < today and (ahead or UNTIL.search(sentence[: typed.begin])):
                yield gettext("“%(date)s” has gone by, but the sentence looks ahead.") % {"date": typed.text}
