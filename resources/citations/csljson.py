"""CSL-JSON: a list of items, one item, or {"items": [...]} as some tools write it."""

import json
import re

from django.utils.translation import gettext

from .records import Record, numbered


def read(text):
    """The records of a CSL-JSON text. One that is no JSON at all is one failed record, with the line it fails at."""
    try:
        given = json.loads(text, parse_constant=str)
    except (ValueError, RecursionError) as wrong:
        line = getattr(wrong, "lineno", 1)
        reason = gettext("This is not JSON: the line cannot be read.")
        yield Record(line, text, reason=reason)
        return
    items = given.get("items", [given]) if isinstance(given, dict) else given
    items = items if isinstance(items, list) else [items]
    for item, line in zip(items, _lines(text, items), strict=True):
        yield _record(item, line)


def write(items):
    return json.dumps(list(numbered(items)), ensure_ascii=False, indent=2) + "\n"


def _record(item, line):
    source = json.dumps(item, ensure_ascii=False, indent=2)
    if not isinstance(item, dict):
        return Record(line, source, reason=gettext("This is not a record: it has no fields."))
    if not isinstance(item.get("type"), str):
        return Record(line, source, reason=gettext("The record has no type."))
    return Record(line, source, item)


def _lines(text, items):
    """The line on which each item begins: a decoder reads them one by one behind the first bracket."""
    decoder, lines, place = json.JSONDecoder(), [], re.search(r"[\[]|$", text).end()
    for item in items:
        place = re.compile(r"[\s,]*").match(text, place).end()
        try:
            value, end = decoder.raw_decode(text, place)
        except ValueError:
            value, end = None, place
        lines.append(text.count("\n", 0, place) + 1 if value == item else 1)
        place = end if value == item else place
    return lines
