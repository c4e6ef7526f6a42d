"""RIS, read leniently. Tags that CSL has no variable for travel in "ris" and come out again."""

import json
import re

from django.utils.translation import gettext

from resources.citations import names
from resources.citations.kinds import KINDS
from resources.citations.mending import names as mending
from resources.citations.records import Record, too_long

from .parts import SERIAL, take_date, take_doi, take_numbers, take_pages
from .splitting import split
from .tags import CARRIED, CARRIER, CONTAINERS, GENRES, IN_SERIES, NAMES, TEXTS, TYPES

INITIALS = re.compile(r"^[A-Z]{2,3}$")
INITIALS_BEHIND = re.compile(r"^([^\W\d_][\w’'-]*[a-z][\w’'-]*)\s+((?:[A-Z]\.?\s?){1,4})$")
NUMBER = re.compile(r"^\d+[\w\s./–-]{0,20}$")


def read(text):
    """The records of a RIS text, in its order, and the headings between them."""
    for found in split(text):
        yield too_long(found.line, found.text) or _record(found)


def _record(found):
    if found.is_heading:
        return Record(found.line, found.text, passed=True)
    if found.kind is None:
        return Record(found.line, found.text, reason=gettext("This is not a record: it does not begin with “TY  -”."))
    if not found.ended:
        return Record(found.line, found.text, reason=gettext("The record has no end: a line “ER  -” is missing."))
    kind = found.kind.upper()
    item = _item(TYPES.get(kind, "document"), kind, found.tags)
    if kind not in TYPES:
        told = gettext("The type “%(type)s” is not one of RIS: choose the kind that fits.")
    else:
        told = gettext("Works of the type “%(type)s” are not shown as such here: choose the kind that fits.")
    if kind not in TYPES or item["type"] not in KINDS:
        item.setdefault("told", []).append(told % {"type": kind})
    if found.glued:
        item.setdefault("told", []).extend(found.glued)
    return Record(found.line, found.text, item)


def _item(csl_type, kind, tags):
    item, rest, carried = {"type": csl_type}, {}, {}
    for tag, value in ((tag, value) for tag, value in tags if value):
        variable = TEXTS.get(tag)
        if tag == CARRIER and (found := CARRIED.match(value)):
            carried[found[1]] = _carried(found[2])
        elif tag in NAMES:
            _take_names(item, rest, tag, value, kind)
        elif variable and variable not in item:
            item[variable] = value
        elif variable != "title" or value != item["title"]:
            rest.setdefault(tag, []).append(value)
    _take_container(item, rest)
    _take_genre(item, rest)
    _take_issue(item, rest)
    take_pages(item, rest)
    take_date(item, rest)
    take_numbers(item, rest)
    take_doi(item, rest)
    if words := rest.pop("KW", []):
        item["keyword"] = "; ".join(words)
    if notes := rest.pop("N1", []):
        item["note"] = "\n".join(notes)
    if csl_type == "periodical" and "title" in item and "container-title" not in item:
        item["container-title"] = item.pop("title")
    left = {tag: values for tag, values in rest.items() if values}
    item = item | ({"ris": left} if left else {}) | carried
    return {key: value for key, value in item.items() if value is not None}


def _take_names(item, rest, tag, value, kind):
    """Databases list whom an article cites in A2: several surnames in one line are no editors."""
    role = "editor" if kind == "EDBOOK" and tag in {"AU", "A1"} else NAMES[tag]
    for each in mending.several(value):
        if role != "author" and not mending.is_one(each):
            rest.setdefault(tag, []).append(each)
            item.setdefault("told", []).append(f"{tag}  - {each}")
        else:
            item.setdefault(role, []).append(_spelled(names.to_csl(each)[0]))


def _spelled(name):
    """“Sampson, SD” has two initials, and so has “Brownstein C D”."""
    if found := INITIALS_BEHIND.match(name.get("literal", "")):
        return {"family": found[1], "given": " ".join(f"{letter}." for letter in re.findall("[A-Z]", found[2]))}
    if INITIALS.match(name.get("given", "")) and not name["family"].isupper():
        return name | {"given": " ".join(f"{letter}." for letter in name["given"])}
    return name


def _take_container(item, rest):
    """The fullest name of the journal; its abbreviation where there is no other. T2 of a book is its series."""
    series = item["type"] in IN_SERIES
    given = [(tag, value) for tag in CONTAINERS for value in rest.pop(tag, [])]
    if item["type"] == "thesis":
        given = [(tag, value) for tag, value in given if tag != "T2" or rest.setdefault("T2", []).append(value)]
    if series and (found := next((each for each in given if each[0] == "T2"), None)):
        given.remove(found)
        if "collection-title" in item:
            rest.setdefault("T2", []).append(found[1])
        else:
            item["collection-title"] = found[1]
    if given:
        item["container-title"] = given[0][1]
    for tag, value in given[1:]:
        if value == item["container-title"]:
            continue
        if "container-title-short" not in item:
            item["container-title-short"] = value
        elif value != item["container-title-short"]:
            rest.setdefault(tag, []).append(value)


def _take_genre(item, rest):
    """M3 says which kind of thesis, report or recording it is; of an article it says that it is one."""
    if item["type"] in GENRES and rest.get("M3") and not rest["M3"][0].lower().startswith(("doi", "10.", "http")):
        item["genre"] = rest["M3"].pop(0)


def _take_issue(item, rest):
    """NO and M1 where they are a number and IS is missing."""
    for tag in ("NO", "M1"):
        if "issue" not in item and item["type"] in SERIAL and rest.get(tag) and NUMBER.match(rest[tag][0]):
            item["issue"] = rest[tag].pop(0)


def _carried(text):
    try:
        return json.loads(text)
    except ValueError:
        return text
