"""CSL-JSON: a list of items, one item, or {"items": [...]} as some tools write it; and Crossref's answers."""

import json
import math
import re

from django.utils.translation import gettext

from .kinds import KINDS
from .makers import crossref
from .records import Record, numbered, too_long

LONGEST_NUMBER = 15
"""Digits of a number; longer ones stay the text they are."""


def read(text):
    """The records of a CSL-JSON text. One that is no JSON at all is one failed record, with the line it fails at."""
    try:
        given = _decoded(text)
    except (ValueError, RecursionError) as wrong:
        line = getattr(wrong, "lineno", 1)
        yield Record(line, text[:2000], reason=gettext("This is not JSON: the line cannot be read."))
        return
    items = (crossref.items_of(given) or given.get("items", [given])) if isinstance(given, dict) else given
    items = items if isinstance(items, list) else [items]
    for item, line in zip(items, _lines(text, items), strict=True):
        yield _record(item, line)


def write(items):
    return json.dumps(list(numbered(items)), ensure_ascii=False, indent=2) + "\n"


def _decoded(text):
    """Numbers that are none (Infinity, 1e999) or too long stay texts."""
    return json.loads(text, parse_constant=str, parse_int=_int, parse_float=_float)


def _int(digits):
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _float(digits):
    number = float(digits)
    return number if math.isfinite(number) else digits


def _record(item, line):
    try:
        source = json.dumps(item, ensure_ascii=False, indent=2)
    except RecursionError:
        return Record(line, "", reason=gettext("The record is nested too deep to be a work."))
    if failed := too_long(line, source):
        return failed
    if not isinstance(item, dict):
        return Record(line, source, reason=gettext("This is not a record: it has no fields."))
    if crossref.is_one(item):
        return Record(line, source, _told_of_type(crossref.to_csl(item)))
    if not isinstance(item.get("type"), str):
        return Record(line, source, reason=gettext("The record has no type."))
    return Record(line, source, _told_of_type(item))


def _told_of_type(item):
    if item["type"] in KINDS:
        return item
    told = gettext("Works of the type “%(type)s” are not shown as such here: choose the kind that fits.")
    return item | {"told": [*(item.get("told") or []), told % {"type": item["type"]}]}


def _lines(text, items):
    """The line on which each item begins: a decoder reads them one by one behind the first bracket."""
    decoder = json.JSONDecoder(parse_constant=str, parse_int=_int, parse_float=_float)
    lines, place = [], re.search(r"[\[]|$", text).end()
    counted, line = 0, 1
    for item in items:
        place = re.compile(r"[\s,]*").match(text, place).end()
        try:
            value, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            value, end = None, place
        found = value == item
        if found:
            line += text.count("\n", counted, place)
            counted = place
        lines.append(line if found else 1)
        place = end if found else place
    return lines
