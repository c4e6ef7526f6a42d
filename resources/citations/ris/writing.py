"""RIS, written strictly. What it has no tag for goes along in words of CSL, and comes back with our own reading."""

import json
import re

from resources.citations import dates, names
from resources.citations.mending.pages import range_of
from resources.citations.records import extras, numbered, squeeze

from . import reading
from .tags import CARRIER, NAMES, TEXTS, WRITTEN_AS

FIXED = ("AU", "A2", "A3", "A4")
NOT_CARRIED = {"id", "ris", "bibtex", "told"}


def write(items):
    """RIS of CSL items, with the line ends that it asks for."""
    return "".join(f"{line}\r\n" for item in numbered(items) for line in [*_whole(item), "ER  - ", ""])


def _whole(item):
    """The lines of an item, and behind them each variable that would not be read back from them."""
    lines = list(_lines(item))
    (record,) = reading.read("\n".join([*lines, "ER  - "]))
    back = record.item
    for variable, value in item.items():
        if variable not in NOT_CARRIED and _plain(back.get(variable)) != _plain(value):
            lines.append(_carrier(variable, value))
    for variable in sorted(back.keys() - item.keys() - NOT_CARRIED):
        lines.append(_carrier(variable, None))
    return lines


def _carrier(variable, value):
    return f"{CARRIER}  - {{:{variable}: {json.dumps(value, ensure_ascii=False)}}}"


def _plain(value):
    """Values of one meaning: names as editors see them, dates as they are typed, texts without doubled spaces."""
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        return names.from_csl(value) or value
    if isinstance(value, dict) and ("date-parts" in value or "literal" in value):
        return dates.from_csl(value)
    return squeeze(value) if isinstance(value, str | int) and not isinstance(value, bool) else value


def _lines(item):
    yield f"TY  - {WRITTEN_AS.get(item['type'], 'GEN')}"
    for tag, value in _tags(item):
        for line in str(value).splitlines() if tag == "N1" else [squeeze(value)]:
            if line.strip():
                yield f"{tag}  - {line.strip()}"


def _tags(item):
    for tag in FIXED:
        for line in names.from_csl(item.get(NAMES[tag])).splitlines():
            yield tag, line
    done = set()
    for tag, variable in TEXTS.items():
        if variable not in done and isinstance(item.get(variable), str | int):
            done.add(variable)
            yield tag, item[variable]
    yield from [("T2", item.get("container-title", "")), ("J2", item.get("container-title-short", ""))]
    yield "M3", item.get("genre", "")
    yield from _dates(dates.from_csl(item.get("issued")))
    found = range_of(str(item.get("page", "")))
    yield from [("SP", found[1]), ("EP", found[2])] if found else [("SP", item.get("page", ""))]
    yield from (("SN", number) for name in ("ISBN", "ISSN") for number in _parts(item.get(name), ","))
    yield from (("KW", word) for word in _parts(item.get("keyword"), ";"))
    yield "N1", item.get("note", "")
    for tag, values in extras(item, "ris"):
        if re.fullmatch("[A-Z][A-Z0-9]", tag) and isinstance(values, list) and tag not in {"TY", "ER"}:
            yield from ((tag, value) for value in values)


def _parts(value, sign):
    return str(value or "").split(sign)


def _dates(date):
    """PY takes a year and DA the day; what is neither stands as it is in PY."""
    if dates.ISO.match(date):
        yield "PY", date[:4]
        yield "DA", "/".join([*date.split("-"), "", ""][:3]) + "/" if "-" in date[1:] else ""
    else:
        yield "PY", date
