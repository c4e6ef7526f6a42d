"""Dates as files write them: what CSL-JSON, RIS and catalogs say otherwise than people type."""

import re

from resources.citations import dates

CLOCK = re.compile(r"(?<=\d)(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$")
DIGITS = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
DOTTED = re.compile(r"^(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?[./]*$")
OF_CATALOG = re.compile(r"^\[?(?:©|\(c\)|c|p|cop\.|copyright)\s?(\d{4})\]?\.?$|^\[(\d{4})\]\.?$|^(\d{4})\.$", re.I)
DOUBTED = re.compile(r"^\[?((?:\d{4})(?:-\d{2}){0,2})\s?[?~%]\]?\.?$")
SEASON = re.compile(r"^(\d{4})-(2[1-4])$")
DECADE = re.compile(r"^(\d{3})[XxUu]$")
OPEN_START = re.compile(r"^(?:\.\.)?/(\d{4}(?:-\d{2}){0,2})$")
OPEN = re.compile(r"^(\d{4}(?:-\d{2}){0,2})\s*(?:/(?:\.\.)?|-)$")
YEAR_FIRST = re.compile(
    r"^(\d{4})[,\s]+([^\W\d]+\.?(?:\s*[-–/]\s*[^\W\d]+\.?)?)(?:\s+(\d{1,2}(?:\s*[-–]\s*\d{1,2})?))?$"
)
TWO_YEARS = re.compile(r"^(\d{4}\s+[^\W\d]+(?:\s+\d{1,2})?)\s*[-–]\s*(\d{4}\s+[^\W\d]+(?:\s+\d{1,2})?)$")
MONTH_TO_MONTH = re.compile(r"^([^\W\d]+)\.?\s+(\d{1,2})\s*[-–]\s*([^\W\d]+)\.?\s+(\d{1,2})$")


def worded(text):
    """The text of a date as an editor would type it: 2019-21 is Spring 2019, 2020 Dec 25 is 2020-12-25."""
    text = " ".join(str(text).split())
    bare = CLOCK.sub("", text).rstrip(" ;,")
    if found := SEASON.match(bare):
        return _season(found[1], int(found[2]) - 20)
    if found := DECADE.match(bare):
        return f"{found[1]}0s"
    if found := OPEN_START.match(bare):
        return f"–{found[1]}"
    if found := OPEN.match(bare):
        return f"{found[1]}–"
    if found := DOUBTED.match(bare):
        return f"circa {found[1]}"
    if found := OF_CATALOG.match(bare):
        return next(filter(None, found.groups()))
    if found := DIGITS.match(bare) or DOTTED.match(bare):
        bare = "-".join(part.zfill(2) for part in found.groups() if part and int(part))
    elif found := TWO_YEARS.match(bare):
        ends = [_exact(worded(end)) for end in found.groups()]
        bare = "/".join(ends) if all(ends) else bare
    elif found := YEAR_FIRST.match(bare):
        bare = with_year(" ".join(filter(None, found.groups()[1:])), found[1]) or bare
    return bare if "literal" not in (dates.to_csl(bare) or {}) else text if bare == CLOCK.sub("", text) else bare


def with_year(text, year):
    """“SEP 22” or “MAY-JUN” with the year that stands elsewhere; empty where both are no date."""
    text = text.strip(" .,")
    if found := MONTH_TO_MONTH.match(text):
        text = f"{found[1]} {found[2]}–{found[3]} {found[4]}"
    for tried in (f"{text} {year}", f"{text}, {year}"):
        if "date-parts" in (dates.to_csl(tried) or {}):
            return dates.from_csl(dates.to_csl(tried))
    return ""


def of_json(value):
    """The text of whatever a file of CSL-JSON has for a date; empty only where it has none."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float | str):
        return worded(value)
    if isinstance(value, list):
        return _of_list(value)
    if not isinstance(value, dict):
        return ""
    if "year" in value:
        return _of_parts([[value.get(part) for part in ("year", "month", "day")]], value)
    parts = value.get("date-parts")
    if _holds(parts):
        return _of_parts(parts if all(isinstance(part, list) for part in parts) else [parts], value)
    words = next((value[key] for key in ("literal", "raw", "date-time", "edtf") if value.get(key)), "")
    text = worded(words) if isinstance(words, str | int) else ""
    if not text and isinstance(value.get("timestamp"), int):
        return ""
    season = _season_word(value.get("season"))
    text = f"{season} {text}".strip() if season and season.lower() not in text.lower() else text
    return f"circa {text}" if text and _is_circa(value) and not text.startswith("circa") else text


def _of_list(value):
    if value and all(isinstance(part, dict) for part in value):
        ends = [of_json(part) for part in value[:2]]
        return "/".join(filter(None, ends))
    return of_json({"date-parts": value if value and isinstance(value[0], list) else [value]}) if value else ""


def _of_parts(parts, value):
    """Months from 13 on are seasons. What is no date is told as the numbers that stand there."""
    ends = [_end(part) for part in parts[:2]]
    open_ = len(parts) > 1 and not any(_number(each) for each in parts[1])
    ends = [end for end in ends if end]
    season = _season_word(value.get("season"))
    if season and len(ends) == 1 and ends[0][:4].isdigit():
        text = f"{season} {ends[0][:4]}"
    elif len(ends) == 2 and any(end[:1].isalpha() for end in ends):
        text = "–".join(ends)
    else:
        text = "/".join(ends)
        text = f"{season} {text}".strip() if season and len(ends) == 2 else text
    text = f"{text}–" if text and open_ else text
    return f"circa {text}" if text and _is_circa(value) else text


def _end(part):
    part = part if isinstance(part, list) else [part]
    told = [each for each in part[:3] if each not in (None, "", 0, "0")]
    numbers = [_number(each) for each in told]
    if not told:
        return ""
    if None not in numbers and len(numbers) == 2 and (13 <= numbers[1] <= 16 or 21 <= numbers[1] <= 24):
        return _season(numbers[0], (numbers[1] - 12) if numbers[1] < 20 else numbers[1] - 20)
    if None not in numbers and (text := dates.from_csl({"date-parts": [numbers]})):
        return text
    return " ".join("-".join(map(str, told)).split())


def _season(year, place):
    return f"{dates.SEASONS[place - 1].capitalize()} {year}"


def _season_word(value):
    number = _number(value)
    if number is None:
        return " ".join(value.split()) if isinstance(value, str) else ""
    place = number - 20 if number > 20 else number - 12 if number > 12 else number
    return dates.SEASONS[place - 1].capitalize() if 1 <= place <= 4 else ""


def _holds(parts):
    if not isinstance(parts, list) or not parts:
        return False
    return any(each not in (None, "", 0) for part in parts for each in (part if isinstance(part, list) else [part]))


def _is_circa(value):
    return value.get("circa") not in (None, False, 0, "0", "false", "")


def _exact(text):
    return text if dates.ISO.match(text) else ""


def _number(value):
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return None
