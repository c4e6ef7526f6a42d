"""RIS, read leniently. Tags that CSL has no variable for travel in "ris" and come out again."""

import json
import re

from django.utils.translation import gettext

from resources.citations import names
from resources.citations.kinds import KINDS
from resources.citations.mending import names as mending
from resources.citations.records import Record, too_long

from .parts import NUMBERED, SERIAL, take_date, take_doi, take_numbers, take_pages
from .splitting import split
from .tags import CARRIED, CARRIER, CONTAINERS, GENRES, IN_SERIES, NAMES, TEXTS, TYPES

INITIALS = re.compile(r"^[A-Z]{2,3}$")
ONE_FAMILY = (
    r"(?:(?:v[ao]n|der|den|de[rl]?|du|da|dos?|di|la|le|ter?|el|al|bin|ibn|y)\s+)*[^\W\d_][\w’'-]*[^\W\d_A-Z][\w’'-]*"
)
INITIALS_BEHIND = re.compile(rf"^({ONE_FAMILY})\s+((?:[A-Z]\.?[\s-]?){{1,4}})$")
TWO_FAMILIES = re.compile(rf"^({ONE_FAMILY}\s+{ONE_FAMILY})\s+((?:[A-Z]\.[\s-]?){{1,4}})$")
"""García López M. has two families; without the point, “Working Group B” is a body."""
DAY = re.compile(r"^\d{4}[/-]\d{1,2}(?:[/-]\d{1,2})?/?$")
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
    _leave_out(item, rest)
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
    literal = name.get("literal", "")
    if found := INITIALS_BEHIND.match(literal) or TWO_FAMILIES.match(literal):
        given = " ".join(f"{letter}." for letter in re.findall("[A-Z]", found[2]))
        return names.to_csl(f"{found[1]}, {given}")[0]
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
    if len(given) > 1 and is_short_for(given[0][1], given[1][1]):
        given[:2] = reversed(given[:2])
    if given:
        item["container-title"] = given[0][1]
    for tag, value in given[1:]:
        if value == item["container-title"]:
            continue
        if "container-title-short" not in item:
            item["container-title-short"] = value
        elif value != item["container-title-short"]:
            rest.setdefault(tag, []).append(value)


def is_short_for(short, full):
    """J Samp is short for Journal of Samples: each of its words begins one of the other's, in order."""
    words = iter(re.findall(r"\w+", full.casefold()))
    parts = re.findall(r"\w+", short.casefold())
    return len(short) < len(full) and all(any(word.startswith(part) for word in words) for part in parts)


def _leave_out(item, rest):
    """Databases put the address of an author into the place of an article, EndNote the day it came out into its edition."""
    if item["type"] in SERIAL and item["type"] != "article-newspaper" and "publisher-place" in item:
        item.setdefault("told", []).append(f"CY  - {item['publisher-place']}")
        rest.setdefault("CY", []).append(item.pop("publisher-place"))
    if DAY.match(item.get("edition", "")):
        rest.setdefault("ET", []).append(item.pop("edition"))


def _take_genre(item, rest):
    """M3 says which kind of thesis, report or recording it is; of an article it says that it is one."""
    if item["type"] in GENRES and rest.get("M3") and not rest["M3"][0].lower().startswith(("doi", "10.", "http")):
        item["genre"] = rest["M3"].pop(0)


def _take_issue(item, rest):
    """NO and M1 where they are a number and IS is missing. A report has no issues but a number."""
    if item["type"] in NUMBERED:
        found = [item.pop("issue", ""), *(value for tag in ("NO", "M1") for value in rest.get(tag, []))]
        if number := next((value for value in found if NUMBER.match(value)), found[0]):
            item["number"] = number
            for tag in ("NO", "M1"):
                rest[tag] = [value for value in rest.get(tag, []) if value != number]
    for tag in ("NO", "M1"):
        if "issue" not in item and item["type"] in SERIAL and rest.get(tag) and NUMBER.match(rest[tag][0]):
            item["issue"] = rest[tag].pop(0)


def _carried(text):
    try:
        return json.loads(text)
    except ValueError:
        return text
