"""BibTeX and biblatex, written: fields for both, and one of its own for each variable that neither has one for."""

import re

from resources.citations import dates
from resources.citations.records import extras, numbered

from . import names as bibtex_names
from .fields import BARE, CARRIER, NAMES, NUMBERED, PEOPLE, TEXTS, TYPES, WRITTEN_AS
from .latex import encoded


def write(items):
    return "\n".join(_entry(item) for item in _keyed(numbered(items)))


def _keyed(items):
    for item in items:
        yield item | {"id": re.sub(r"[^\w:.+/-]+", "-", item["id"], flags=re.ASCII).strip("-") or "citation"}


def _entry(item):
    kind = WRITTEN_AS.get(item["type"], "misc")
    lines = [f"  {field} = {{{value}}}" for field, value in _fields(item, kind) if value]
    return f"@{kind}{{{item['id']},\n" + ",\n".join(lines) + "\n}\n"


def _fields(item, kind):
    if TYPES[kind] != item["type"]:
        yield "entrysubtype", item["type"]
    for field, role in NAMES.items():
        yield field, bibtex_names.written(item.get(role))
    told = _titles(item, kind) | {
        TEXTS[field]: field for field in ("volume", "number", "pages", "edition", "publisher")
    }
    told |= {TEXTS[field]: field for field in reversed(TEXTS) if TEXTS[field] not in told}
    for variable, field in told.items():
        yield field, encoded(str(item.get(variable) or ""))
    if item["type"] in NUMBERED and not item.get("issue"):
        yield "number", encoded(str(item.get("number") or ""))
    yield from _dates(dates.from_csl(item.get("issued")))
    for field, variable in BARE.items():
        yield field, re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", str(item.get(variable) or ""))
    if item.get("number") and item.get("number") == item.get("page"):
        yield "eid", encoded(str(item["number"]))
    yield from _carried(item, {*told, *BARE, *NAMES.values(), "issued", "type", "id"})
    for field, value in extras(item, "bibtex"):
        if re.fullmatch(r"[a-z][a-z0-9_-]*", field) and isinstance(value, str) and _balanced(value):
            yield field, value


def _carried(item, done):
    """The variables that no field has: people as they are written here, texts and numbers."""
    if item.get("number") == item.get("page") or (item["type"] in NUMBERED and not item.get("issue")):
        done = done | {"number"}
    for variable, value in item.items():
        if variable in done or not re.fullmatch(r"[a-z][a-z-]*", variable):
            continue
        if variable in PEOPLE:
            yield f"{CARRIER}{variable}", bibtex_names.written(value)
        elif isinstance(value, str | int) and not isinstance(value, bool):
            yield f"{CARRIER}{variable}", encoded(str(value))


def _titles(item, kind):
    """Which field holds the container, and the title beside it."""
    if kind == "periodical":
        return {"title": "issuetitle", "container-title": "title"}
    inside = {"inbook", "incollection", "inproceedings", "inreference"}
    return {"title": "title", "container-title": "booktitle" if kind in inside else "journaltitle"}


def _dates(date):
    """`year` and `month` for BibTeX, `date` for biblatex; words stand in `year`."""
    if dates.ISO.match(date) or dates.TWO_DATES.match(date):
        year, month = (date.split("/")[0].split("-") + [""])[:2]
        yield from [("year", year), ("month", month)]
        yield "date", date if month or "/" in date else ""
    else:
        yield "year", encoded(date)


def _balanced(value):
    depth = 0
    for letter in re.sub(r"\\.", "", value):
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return False
    return depth == 0 and not value.endswith("\\")
