"""The name of the next round: the years in it moved, and the half of the year where that changes."""

import re
from itertools import count

YEARS = re.compile(r"\b((?:19|20)\d\d)(?!\d)(?:([–/-])(\d\d)(?!\d))?")
HALF_LATER = {
    "spring": ("fall", 0),
    "fall": ("spring", 1),
    "autumn": ("spring", 1),
    "summer": ("winter", 0),
    "winter": ("summer", 0),
    "primavera": ("otoño", 0),
    "otoño": ("primavera", 1),
    "verano": ("invierno", 0),
    "invierno": ("verano", 0),
}
"""A season half a year later, and how many years that adds. In the languages in which rounds are named."""
SEASON = re.compile(rf"\b({'|'.join(HALF_LATER)})\b", re.IGNORECASE)


def next_name(name, months, years):
    """“Fall 2014” a year later: “Fall 2015”. `years`: how many years later the round begins."""
    season = SEASON.search(name)
    if months % 12 == 6 and season:
        word, added = HALF_LATER[season[1].lower()]
        word = word.capitalize() if season[1][0].isupper() else word
        name, years = SEASON.sub(word, name, count=1), months // 12 + added
    return YEARS.sub(lambda found: _later(found, years), name)


def _later(found, years):
    year, dash, short = found.groups()
    return f"{int(year) + years}" + (f"{dash}{(int(short) + years) % 100:02}" if short else "")


def years_in(text):
    """Every year that is named, {2018, 2019} for “2018–19”."""
    return {year for found in YEARS.finditer(text) for year in _years(*found.groups())}


def _years(year, dash, short):
    return [int(year)] + ([int(year[:2] + short)] if short else [])


def free(wanted, taken, most):
    """This short name, or the next with a number behind it that is not taken, within so many characters."""
    wanted = wanted or "round"
    numbered = (wanted[:most] if n == 1 else f"{wanted[: most - 1 - len(str(n))]}-{n}" for n in count(1))
    return next(slug for slug in numbered if slug not in taken)
