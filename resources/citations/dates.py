"""Dates as people type them and as CSL keeps them. What is no date stays the words it is (“in press”)."""

import re

MONTHS = ["january", "february", "march", "april", "may", "june"]
MONTHS += ["july", "august", "september", "october", "november", "december"]
SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
SPANISH_MONTH = re.compile(
    rf"(?:\b(?:de|del)\s+)?\b({'|'.join(SPANISH)}|setiembre|ene|abr|ago|dic)\b\.?(?:\s+(?:de|del)\b)?", re.I
)
LONGEST = 100
"""Letters; what is longer says more than a date."""
SEASONS = ["spring", "summer", "fall", "winter"]
ON_COVERS = {"autumn", "primavera", "verano", "otoño", "invierno", "printemps", "été", "automne", "hiver"}
ON_COVERS |= {"frühling", "frühjahr", "sommer", "herbst"}
"""Seasons in other words: the style keeps the word that stands on the cover."""

NONE = re.compile(r"^\W*(n\.?\s*d|s\.?\s*f|no date|undated)\W*$", re.I)
CIRCA = re.compile(r"^(circa|ca?\.)\s*", re.I)
ISO = re.compile(r"^(-\d{1,4}|\d{3,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
MONTH_YEAR = re.compile(r"^([^\W\d]+)\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$")
DAY_MONTH_YEAR = re.compile(r"^(\d{1,2})\s+([^\W\d]+)\.?,?\s+(\d{4})$")
TWO_MONTHS = re.compile(r"^([^\W\d]+)\.?\s*[/–-]\s*([^\W\d]+)\.?\s+(\d{4})$")
MONTH_DAYS = re.compile(r"^([^\W\d]+)\.?\s+(\d{1,2})\s*[–-]\s*(?:([^\W\d]+)\.?\s+)?(\d{1,2}),?\s+(\d{4})$")
DAYS_MONTH = re.compile(r"^(\d{1,2})(?:\s+([^\W\d]+)\.?)?\s*[–-]\s*(\d{1,2})\s+([^\W\d]+)\.?,?\s+(\d{4})$")
IN_WORDS = re.compile(r"^[^–-]*[^\W\d_]{3}[^–-]*\d{4}\s*[–-]")
"""December 2018–January 2019"""
TWO_DATES = re.compile(r"^(-?\d{4}(?:-\d{1,2}){0,2})\s*[/–]\s*(-?\d{4}(?:-\d{1,2}){0,2})$|^(\d{4})-(\d{4})$")


def to_csl(text):
    """The CSL date of a typed one; None of nothing."""
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        return {"literal": text} if text else None
    bare = _in_english(CIRCA.sub("", text))
    found = _one(bare) or _range(bare) or _days(bare)
    if not found:
        return {"literal": text}
    return found | ({"circa": True} if CIRCA.match(text) else {})


def _in_english(text):
    """4 de mayo de 2018 is 4 May 2018; primavera de 2018 keeps its word."""
    text = re.sub(r"\s+del?\s+(?=\d{4}$)", " ", text)
    return SPANISH_MONTH.sub(lambda found: MONTHS[_of_year(found[1].lower())].capitalize(), text)


def _of_year(word):
    return next(place for place, name in enumerate(SPANISH) if name.startswith(word.replace("set", "sept")[:3]))


def is_none(date):
    """Whether a CSL date says that there is none."""
    return bool(NONE.match(str(date.get("literal", ""))))


def from_csl(date):
    """The date as text that to_csl reads back."""
    if not isinstance(date, dict):
        return ""
    given = date.get("date-parts")
    parts = [_written(part) for part in given if isinstance(part, list)] if isinstance(given, list) else []
    if not parts or not all(parts):
        return str(date.get("literal") or date.get("raw") or "")
    text = "/".join(parts[:2])
    season = _season(date.get("season"))
    if season and len(parts) == 1:
        text = f"{season} {parts[0][:4]}"
    return f"circa {text}" if date.get("circa") else text


def _season(value):
    number = _number(value)
    if number is None:
        return value if isinstance(value, str) and value.lower() in ON_COVERS else ""
    return SEASONS[number - 1].capitalize() if 1 <= number <= 4 else ""


def year(text):
    """The year of a typed date, or its first four digits in a row; empty without one."""
    found = re.search(r"\d{4}", text)
    return found[0] if found else ""


def has_month(text):
    date = to_csl(text) or {}
    return any(len(part) > 1 for part in date.get("date-parts", [])) or "season" in date


def _one(text):
    if found := ISO.match(text):
        return _parts(*found.groups())
    if found := MONTH_YEAR.match(text):
        season = _place(SEASONS, found[1]) or (found[1] if found[1].lower() in ON_COVERS else 0)
        if season and not found[2]:
            return {"date-parts": [[int(found[3])]], "season": season}
        return _parts(found[3], _place(MONTHS, found[1]), found[2]) if _place(MONTHS, found[1]) else None
    if found := DAY_MONTH_YEAR.match(text):
        return _parts(found[3], _place(MONTHS, found[2]), found[1]) if _place(MONTHS, found[2]) else None
    return None


def _range(text):
    if found := TWO_MONTHS.match(text):
        first, last = _place(MONTHS, found[1]), _place(MONTHS, found[2])
        return {"date-parts": [[int(found[3]), first], [int(found[3]), last]]} if first and last else None
    if found := TWO_DATES.match(text):
        ends = [_one(part) for part in found.groups() if part]
        return {"date-parts": [end["date-parts"][0] for end in ends]} if all(ends) else None
    ends = [_one(part.strip()) for part in re.split("[–-]", text)] if IN_WORDS.match(text) else []
    if len(ends) == len(("begin", "end")) and all(end and "season" not in end for end in ends):
        return {"date-parts": [end["date-parts"][0] for end in ends]}
    return None


def _days(text):
    """May 4–8, 2020; 30 May–2 June 2020."""
    if found := MONTH_DAYS.match(text):
        month, first, other, last, year = found.groups()
    elif found := DAYS_MONTH.match(text):
        first, month, last, other, year = found.groups()
    else:
        return None
    ends = [_parts(year, _place(MONTHS, name), day) for name, day in ((month or other, first), (other or month, last))]
    return {"date-parts": [end["date-parts"][0] for end in ends]} if all(ends) else None


def _parts(year, month=None, day=None):
    month, day = int(month or 0), int(day or 0)
    if month > 12 or day > 31 or (not month and day):
        return None
    return {"date-parts": [[part for part in (int(year), month, day) if part]]} if int(year) else None


def _place(names, word):
    """Where the word, or a beginning of three letters or more, stands in the list, from 1; 0 when it does not."""
    found = [name for name in names if len(word) > 2 and name.startswith(word.lower())]
    return names.index(found[0]) + 1 if found else 0


def _written(part):
    numbers = [_number(each) for each in part[:3]]
    if not numbers or not numbers[0] or not _fits(*numbers):
        return ""
    return "-".join([str(numbers[0])] + [f"{number:02}" for number in numbers[1:] if number])


def _fits(year, month=None, day=None):
    return abs(year) < 10000 and (month or 0) in range(13) and (day or 0) in range(32)


def _number(value):
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return None
