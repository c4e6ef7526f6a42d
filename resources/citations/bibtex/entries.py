"""The entries of a BibTeX text as plain fields: strings put in, parts joined, and what a parent says taken over."""

import re
from dataclasses import dataclass, field

import bibtexparser
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ExplicitComment, Preamble, String
from django.utils.translation import gettext

from .repairing import repaired

PARTS = re.compile(r"\\.|[{}\"#]", re.S)
SILENT = (String, Preamble, ExplicitComment)
"""What stands in nearly every file and is no work."""

OF_THE_PARENT = {"doi", "url", "pages", "abstract", "keywords", "note", "author", "subtitle", "shorttitle", "type"}
OF_THE_PARENT |= {"crossref", "xdata", "ids", "entrysubtype", "booktitle"}
"""What a book says of itself alone, and not of its chapters."""

DEEPEST = 5
"""So many parents above each other are followed."""


@dataclass
class Found:
    """A block of the text: an entry with its fields in small letters, or None; and what its editor is to be told."""

    block: object
    fields: dict | None = None
    told: list = field(default_factory=list)


def entries(text):
    """Of every block of the text but those that are no works: a Found."""
    text, commas = repaired(text)
    library = bibtexparser.parse_string(text, parse_stack=[])
    strings = {}
    for string in library.strings:
        strings[string.key.lower()] = joined(string.value, strings)
    found = [_found(block, strings) for block in library.blocks if not isinstance(block, SILENT)]
    by_key = {}
    for each in found:
        if each.fields is not None:
            by_key.setdefault(entry_of(each.block).key.lower(), each.fields)
    _tell_of_commas(found, commas)
    for each in found:
        if each.fields is not None:
            each.fields = _with_parents(each.fields, by_key)
    return found


def _tell_of_commas(found, commas):
    for each in found:
        if each.fields is not None and commas:
            lines = range(each.block.start_line, each.block.start_line + each.block.raw.count("\n") + 1)
            if not commas.isdisjoint(lines):
                each.told.append(gettext("A comma was missing between two of its fields."))


def entry_of(block):
    """The entry that bibtexparser withholds because its key, or one of its fields, stands twice."""
    return block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) else block


def joined(value, strings):
    """A value as it stands in the text: {braced}, "quoted", 12, a string's name, or several of them with # between."""
    return "".join(_part(part.strip(), strings) for part in _split(str(value)))


def _part(part, strings):
    if part[:1] + part[-1:] in ("{}", '""') and len(part) > 1:
        return part[1:-1]
    return strings.get(part.lower(), part)


def _split(value):
    """The parts between #, outside braces and quotation marks."""
    parts, depth, quoted, start = [], 0, False, 0
    for found in PARTS.finditer(value):
        sign = found[0]
        depth += (sign == "{") - (sign == "}" and depth > 0)
        quoted ^= sign == '"' and depth == 0
        if sign == "#" and depth == 0 and not quoted:
            parts.append(value[start : found.start()])
            start = found.end()
    return [*parts, value[start:]]


def _found(block, strings):
    entry, found = entry_of(block), Found(block)
    if not isinstance(entry, Entry):
        return found
    if isinstance(block, DuplicateBlockKeyBlock):
        found.told.append(gettext("Its key, %(key)s, was given to an earlier entry, too.") % {"key": entry.key})
    found.fields = {}
    for each in entry.fields:
        name, value = each.key.lower(), joined(each.value, strings)
        if not found.fields.get(name):
            found.fields[name] = value
        elif name == "keywords":
            found.fields[name] += f", {value}"
        elif value and value != found.fields[name]:
            found.told.append(f"{name}: {value}")
    return found


def _with_parents(fields, by_key, depth=0):
    """With what `xdata` and `crossref` say: of a parent in the same text its fields, its title as that of the book."""
    whole = dict(fields)
    for name, takes in (("xdata", _all_of), ("crossref", _of_book)):
        for key in whole.get(name, "").split(","):
            parent = by_key.get(key.strip().lower())
            if parent is None or parent is fields or depth == DEEPEST:
                continue
            for given, value in takes(_with_parents(parent, by_key, depth + 1)).items():
                whole.setdefault(given, value)
            whole.pop(name, None)
    return whole


def _all_of(parent):
    return {name: value for name, value in parent.items() if name not in ("xdata", "ids")}


def _of_book(parent):
    title = ": ".join(filter(None, (parent.get("title"), parent.get("subtitle"))))
    taken = {name: value for name, value in parent.items() if name not in OF_THE_PARENT | {"title"}}
    return taken | ({"booktitle": title} if title else {})
