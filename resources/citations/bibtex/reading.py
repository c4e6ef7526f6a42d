"""BibTeX and biblatex, read. Fields that CSL has no variable for travel in "bibtex" and come out again."""

import re

from bibtexparser.model import ParsingFailedBlock
from django.utils.translation import gettext

from resources.citations import dates
from resources.citations.kinds import KINDS
from resources.citations.mending import dates as mending
from resources.citations.records import Record, too_long

from . import names as bibtex_names
from .entries import entries, entry_of
from .fields import BARE, CARRIER, DATES, KEYS, NAMES, NUMBERED, OF_THE_TYPE, PEOPLE, TEXTS, TYPES, WHOLE
from .latex import bare, decoded

CLOCK = re.compile(r"(?<=\d)T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}(:?\d{2})?)?")
OF_EDTF = re.compile(r"^\d[\dXxUu-]*[?~%XxUu]$|^(?:\.\.)?/\d")
ADDRESS = re.compile(r"https?://[^\s{}]+")
SEASON = re.compile(r"^(\d{4})-(2[1-4])$")
LOOKS_LIKE_ENTRY = re.compile(r"@\s*\w+\s*[{(]")


def read(text):
    """The records of a BibTeX text. Comments between entries are no records."""
    for found in entries(text):
        record = _record(found)
        if record:
            yield record


def _record(found):
    line, source = found.block.start_line + 1, found.block.raw.strip()
    if failed := too_long(line, source):
        return failed
    if found.fields is not None:
        item = _item(entry_of(found.block), dict(found.fields))
        told = [*item.get("told", []), *found.told]
        return Record(line, source, item | ({"told": told} if told else {}))
    if isinstance(found.block, ParsingFailedBlock) or LOOKS_LIKE_ENTRY.match(source):
        return Record(line, source, reason=gettext("The entry cannot be read: a brace or a quotation mark is open."))
    return None


def _item(entry, given):
    kind, told = entry.entry_type.lower(), []
    _take_address(given)
    item = {"id": entry.key, "type": _type(kind, given)}
    if kind not in TYPES or item["type"] not in KINDS:
        told.append(
            gettext("Works of the type “%(type)s” are not shown as such here: choose the kind that fits.")
            % {"type": kind}
        )
    if given.get("booktitle") == given.get("title"):
        given.pop("booktitle", None)
    aside = {"booktitle": given.pop("booktitle")} if item["type"] in WHOLE and given.get("booktitle") else {}
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
    if item.get("genre") in KEYS:
        item["genre"] = KEYS[item["genre"]]
    if kind in OF_THE_TYPE:
        item.setdefault("genre", OF_THE_TYPE[kind])
    rest = aside | {field: value for field, value in given.items() if value and field not in DATES}
    return item | ({"bibtex": rest} if rest else {}) | ({"told": told} if told else {})


def _take_address(given):
    """Where older styles have no field for it: \\url in howpublished; an eprint of arXiv is known by its number."""
    if given.get("url") or given.get("doi"):
        return
    if found := ADDRESS.search(given.get("howpublished", "")):
        given["url"] = found[0]
        if re.fullmatch(r"\\url\{[^{}]*\}|\S+", given["howpublished"].strip()):
            given.pop("howpublished")
    elif "arxiv" in (given.get("eprinttype", "") + given.get("archiveprefix", "")).lower() and given.get("eprint"):
        given["url"] = f"https://arxiv.org/abs/{bare(given['eprint'])}"


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
    if item["type"] in NUMBERED and "issue" in item:
        item["number"] = item.pop("issue")
    for field in ("eid", "articleno"):
        number = decoded(given.get(field, ""))
        if number and item.get("page", number) == number:
            item["page"] = item["number"] = number
            given.pop(field)


def _date(given):
    """`date` where it is one; otherwise year, month, day. A year that is none is words."""
    if given.get("date"):
        return _biblatex_date(given["date"].strip())
    if given.get("pubstate") and not given.get("year"):
        state = given.pop("pubstate")
        return KEYS.get(state, decoded(state))
    year, month, day = (decoded(given.get(part, "")) for part in ("year", "month", "day"))
    if month.isdigit():
        return "-".join(part.zfill(2) for part in (year, month, day) if part)
    return f"{month} {day}, {year}" if month and day else f"{month} {year}".strip()


def _biblatex_date(text):
    """A day without its clock; 2019-21 is spring; 2019/ has no end yet."""
    text = CLOCK.sub("", text)
    if OF_EDTF.search(text):
        return mending.worded(text)
    text = decoded(text)
    if found := SEASON.match(text):
        return f"{dates.SEASONS[int(found[2]) - 21].capitalize()} {found[1]}"
    return f"{text.rstrip('/.')}–" if text.endswith(("/", "/..")) else text
