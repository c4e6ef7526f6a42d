"""RIS, read leniently and written strictly. Tags that CSL has no variable for travel in "ris" and come out again."""

import re

from django.utils.translation import gettext

from resources.citations import dates, names
from resources.citations.identifiers import is_isbn, plain_isbn
from resources.citations.kinds import KINDS
from resources.citations.records import Record, extras, numbered, squeeze

from .tags import NAMES, TEXTS, TYPES, WRITTEN_AS

TAG = re.compile(r"^\s{0,3}([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$")
SLASHED = re.compile(r"^(\d{4})/(?:(\d{1,2})?/(?:(\d{1,2})?(?:/(?P<words>.*))?)?|(\d{1,2}))?$")
PAGES = re.compile(r"^(\S+?)\s*[-–]\s*(\S+)$")
OWN_TAGS = {"TY", "ER", "PY", "Y1", "DA", "SP", "EP", "SN", "KW", "N1"} | set(TEXTS) | set(NAMES)


def read(text):
    """The records of a RIS text, in its order."""
    start, tags = 0, []
    lines = text.splitlines()
    for number, line in enumerate([*lines, None], start=1):
        found = TAG.match(line) if line is not None else None
        tag = found[1] if found else ""
        if (line is None or tag == "TY") and tags:
            yield _failed(start, lines[start - 1 : number - 1], _why_unfinished(tags))
            tags = []
        if line is None or (not tags and not line.strip()):
            continue
        start = start if tags else number
        if found:
            tags.append((tag, (found[2] or "").strip()))
        elif tags:
            tags[-1] = (tags[-1][0], squeeze(f"{tags[-1][1]} {line}"))
        else:
            tags = [("", line)]
        if tag == "ER":
            yield _record(start, lines[start - 1 : number], tags)
            tags = []


def _why_unfinished(tags):
    if tags[0][0] == "TY":
        return gettext("The record has no end: a line “ER  -” is missing.")
    return gettext("This is not a record: it does not begin with “TY  -”.")


def _failed(line, lines, reason):
    return Record(line, "\n".join(lines).rstrip(), reason=reason)


def _record(line, lines, tags):
    kind = tags[0][1].upper()
    if tags[0][0] != "TY":
        return _failed(line, lines, _why_unfinished(tags))
    if kind not in TYPES:
        return _failed(line, lines, gettext("The type “%(type)s” is not one of RIS.") % {"type": kind})
    item = _item(TYPES[kind], tags[1:-1])
    if item["type"] not in KINDS:
        told = gettext("Works of the type “%(type)s” are not shown as such here: choose the kind that fits.")
        item.setdefault("told", []).append(told % {"type": kind})
    return Record(line, "\n".join(lines), item)


def _item(csl_type, tags):
    item, rest = {"type": csl_type}, {}
    for tag, value in ((tag, value) for tag, value in tags if value):
        variable = TEXTS.get(tag)
        if tag in NAMES:
            item.setdefault(NAMES[tag], []).extend(names.to_csl(value))
        elif variable and variable not in item:
            item[variable] = value
        else:
            rest.setdefault(tag, []).append(value)
    _take_pages(item, rest)
    _take_date(item, rest)
    _take_numbers(item, rest)
    left = {tag: values for tag, values in rest.items() if values}
    if csl_type == "periodical" and "title" in item and "container-title" not in item:
        item["container-title"] = item.pop("title")
    return item | ({"ris": left} if left else {})


def _take_pages(item, rest):
    first, last = (rest.pop(tag, [""])[0] for tag in ("SP", "EP"))
    if first or last:
        item["page"] = first if PAGES.match(first) else "–".join(filter(None, [first, last]))


def _take_date(item, rest):
    """The one that says most of DA, PY and Y1; what is no date only where there is no other."""
    given = {tag: rest[tag][0] for tag in ("DA", "PY", "Y1") if rest.get(tag)}
    found = [issued for text in given.values() if (issued := dates.to_csl(SLASHED.sub(_with_dashes, text)))]
    if not found:
        return
    item["issued"] = max(found, key=_how_exact)
    for used in given:
        rest[used] = rest[used][1:]
    for text in given.values():
        words = SLASHED.match(text)
        if words and words["words"] and "season" not in item["issued"]:
            item.setdefault("told", []).append(text)


def _how_exact(issued):
    return len(issued["date-parts"][0]) + ("season" in issued) if "date-parts" in issued else 0


def _with_dashes(found):
    """2019/05/04/ is 2019-05-04, and 2019///Spring is Spring 2019."""
    year, month, day, words, other = found.groups()
    if words and not month and dates.to_csl(f"{words} {year}").get("date-parts"):
        return f"{words} {year}"
    return "-".join(part for part in (year, month or other, day) if part)


def _take_numbers(item, rest):
    """SN is an ISBN or an ISSN; KW and N1 are lists in RIS and texts in CSL."""
    for number in rest.pop("SN", []):
        looks = is_isbn(plain_isbn(number)) or item["type"] in {"book", "chapter", "report"}
        name = "ISBN" if looks else "ISSN"
        item[name] = f"{item[name]}, {number}" if name in item else number
    if words := rest.pop("KW", []):
        item["keyword"] = "; ".join(words)
    if notes := rest.pop("N1", []):
        item["note"] = "\n".join(notes)


def write(items):
    """RIS of CSL items, with the line ends that it asks for."""
    return "".join(f"{line}\r\n" for item in numbered(items) for line in [*_lines(item), "ER  - ", ""])


def _lines(item):
    yield f"TY  - {WRITTEN_AS.get(item['type'], 'GEN')}"
    for tag, value in _tags(item):
        for line in str(value).splitlines() if tag == "N1" else [squeeze(value)]:
            if line.strip():
                yield f"{tag}  - {line.strip()}"


def _tags(item):
    for tag in ("AU", "A2", "A3", "A4"):
        for line in names.from_csl(item.get(NAMES[tag])).splitlines():
            yield tag, line
    done = set()
    for tag, variable in TEXTS.items():
        if variable not in done and isinstance(item.get(variable), (str, int)):
            done.add(variable)
            yield tag, item[variable]
    yield from _dates(dates.from_csl(item.get("issued")))
    first = PAGES.match(str(item.get("page", "")))
    yield from [("SP", first[1]), ("EP", first[2])] if first else [("SP", item.get("page", ""))]
    yield from (("SN", number) for name in ("ISBN", "ISSN") for number in str(item.get(name, "")).split(","))
    yield from (("KW", word) for word in str(item.get("keyword", "")).split(";"))
    yield "N1", item.get("note", "")
    for tag, values in extras(item, "ris"):
        if re.fullmatch("[A-Z][A-Z0-9]", tag) and isinstance(values, list) and tag not in {"TY", "ER"}:
            yield from ((tag, value) for value in values)


def _dates(date):
    """PY takes a year and DA the day; what is neither stands as it is in PY."""
    if dates.ISO.match(date):
        yield "PY", date[:4]
        yield "DA", "/".join([*date.split("-"), "", ""][:3]) + "/" if "-" in date[1:] else ""
    else:
        yield "PY", date
