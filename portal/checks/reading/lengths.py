"""Lengths as people type them, “(10 months)”, “one-year program”, “dura seis meses”, and what periods really last."""

import re
from dataclasses import dataclass

NUMBERS = {
    word: n
    for n, words in enumerate(
        [
            ("one", "un", "uno", "una"),
            ("two", "dos"),
            ("three", "tres"),
            ("four", "cuatro"),
            ("five", "cinco"),
            ("six", "seis"),
            ("seven", "siete"),
            ("eight", "ocho"),
            ("nine", "nueve"),
            ("ten", "diez"),
            ("eleven", "once"),
            ("twelve", "doce"),
        ],
        1,
    )
    for word in words
}
MONTHS_OF = {"month": 1, "months": 1, "mes": 1, "meses": 1, "year": 12, "years": 12, "año": 12, "años": 12}
LENGTH = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})[-\s](?:{'|'.join(MONTHS_OF)})\b"
OF_SOMETHING_ELSE = r"(?!\s+(?:of|de|at|as|ago|or\s+(?:more|less)|o\s+más|in(?!\s+the\s+program))\b)"
STATED = re.compile(
    rf"\({LENGTH}\)"
    rf"|\b{LENGTH}[\s-](?:long\s+)?(?:programs?|commitment|period|term|relationship|mentorship|cycle)\b"
    rf"|\b(?:programa|compromiso|periodo|período|ciclo)\s+de\s+{LENGTH}"
    rf"|\b(?:for|lasts?|runs\s+for|commits?\s+to|dura|durante|por)\s+{LENGTH}{OF_SOMETHING_ELSE}",
    re.IGNORECASE,
)
"""A length that is said of a program. “Five years of experience” or “twice a year” are none."""
PART = re.compile(LENGTH, re.IGNORECASE)
NEARLY = 0.5
"""Months by which a stated length may miss: people round."""


@dataclass(frozen=True)
class Length:
    text: str
    begin: int
    stop: int
    months: int


def lengths(text):
    """Every length that the text states of a program."""
    for match in STATED.finditer(text):
        said = PART.search(match[0])[0]
        number, unit = re.split(r"[-\s]", said.lower())
        months = (int(number) if number.isdecimal() else NUMBERS[number]) * MONTHS_OF[unit]
        yield Length(said, match.start(), match.end(), months)


def months_between(starts, ends):
    """How many months a period lasts, its last day included, to a tenth: June 1 to April 30 are 11."""
    whole = (ends.year - starts.year) * 12 + ends.month - starts.month
    return round(whole + (ends.day + 1 - starts.day) / 30.4, 1)


def agree(months, starts, ends):
    return abs(months_between(starts, ends) - months) <= NEARLY
