"""BibTeX and biblatex. Fields that CSL has no variable for travel in "bibtex" and come out again."""

import re

from bibtexparser.model import ParsingFailedBlock
from django.utils.translation import gettext

from resources.citations import dates
from resources.citations.kinds import KINDS
from resources.citations.records import Record, extras, numbered, too_long

from . import names as bibtex_names
from .entries import entries, entry_of
from .fields import BARE, CARRIER, DATES, NAMES, PEOPLE, TEXTS, TYPES, WRITTEN_AS
from .latex import bare, decoded, encoded

CLOCK = re.compile(r"(?<=\d)T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}(:?\d{2})?)?")
SEASON = re.compile(r"^(\d{4})-(2[1-4])$")
LOOKS_LIKE_ENTRY = re.compile(r"@\s*\w+\s*[{(]")


def read(text):
    """The records of a BibTeX text. Comments between entries are no records."""
    for found in entries(text):
        record = _record(found)
        if record:
            yield record


def write(items):
    return "\n".join(_entry(item) for item in _keyed(numbered(items)))


def _record(found):
    line, source = found.block.start_line + 1, found.block.raw.strip()
    if failed := too_long(line, source):
        return failed
    if found.fields is not None:
        item = _item(entry_of(found.block), dict(found.fields))
        return Record(line, source, item | ({"told": found.told} if found.told else {}))
    if isinstance(found.block, ParsingFailedBlock) or LOOKS_LIKE_ENTRY.match(source):
        return Record(line, source, reason=gettext("The entry cannot be read: a brace or a quotation mark is open."))
    return None


def _item(entry, given):
    if given.get("booktitle") == given.get("title"):  # for chapters that have this book for a parent
        given.pop("booktitle", None)
    item = {"id": entry.key, "type": _type(entry.entry_type.lower(), given)}
    item |= {variable: bare(given.pop(field)) for field, variable in BARE.items() if given.get(field)}
    item |= {role: bibtex_names.read(given.pop(field)) for field, role in NAMES.items() if given.get(field)}
    if issued := dates.to_csl(_date(given)):
        item["issued"] = issued
    for field, variable in TEXTS.items():
        if given.get(field) and variable not in item:
            item[variable] = decoded(given.pop(field))
    _take_titles(item, given)
    _take_number(item, given)
    for field in [field for field in given if field.startswith(CARRIER)]:
        variable = field.removeprefix(CARRIER)
        item[variable] = (bibtex_names.read if variable in PEOPLE else decoded)(given.pop(field))
    rest = {field: value for field, value in given.items() if value and field not in DATES}
    return item | ({"bibtex": rest} if rest else {})


def _type(entry_type, given):
    """entrysubtype says it more exactly (biblatex: a magazine, a newspaper; here: any CSL type)."""
    subtype = given.pop("entrysubtype", "")
    exact = {"magazine": "article-magazine", "newspaper": "article-newspaper"}.get(subtype, subtype)
    if exact in KINDS:
        return exact
    return "webpage" if entry_type == "misc" and given.get("url") else TYPES.get(entry_type, "document")


def _take_titles(item, given):
    """A whole issue is called `issuetitle` and its journal `title`; a site is the organization of an online entry."""
    if subtitle := given.pop("subtitle", ""):
        item["title"] = f"{item.get('title', '')}: {decoded(subtitle)}".strip(": ")
    if item["type"] == "periodical" and "container-title" not in item:
        item["container-title"] = item.pop("title", "")
        if "issuetitle" in given:
            item["title"] = decoded(given.pop("issuetitle"))
    if "page" in item:
        item["page"] = item["page"].replace("--", "–")


def _take_number(item, given):
    """The number of an article (biblatex: eid) stands where its pages would."""
    number = decoded(given.get("eid", ""))
    if number and item.get("page", number) == number:
        item["page"] = item["number"] = number
        given.pop("eid")


def _date(given):
    """`date` where it is one; otherwise year, month, day. A year that is none is words."""
    if given.get("date"):
        return _biblatex_date(decoded(given["date"]))
    year, month, day = (decoded(given.get(part, "")) for part in ("year", "month", "day"))
    if month.isdigit():
        return "-".join(part.zfill(2) for part in (year, month, day) if part)
    return f"{month} {day}, {year}" if month and day else f"{month} {year}".strip()


def _biblatex_date(text):
    """A day without its clock; 2019-21 is spring; 2019/ has no end yet."""
    text = CLOCK.sub("", text)
    if found := SEASON.match(text):
        return f"{dates.SEASONS[int(found[2]) - 21].capitalize()} {found[1]}"
    return f"{text.rstrip('/.')}–" if text.endswith(("/", "/..")) else text


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
    if item.get("number") == item.get("page"):
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
