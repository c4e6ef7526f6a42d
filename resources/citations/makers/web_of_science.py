"""Web of Science's own formats: its field tags line by line, and the same tags as columns between tabs."""

import csv
import re

from django.utils.translation import gettext

from resources.citations import dates, names
from resources.citations.mending import dates as mending
from resources.citations.records import Record, too_long

from .tagged import Found, split

TAG = re.compile(r"^([A-Z][A-Z0-9])(?: (.*)|()$)")
COLUMNS = re.compile(r"^\ufeff?PT\t[A-Z0-9\t]+", re.M)
TEXTS = {"TI": "title", "VL": "volume", "IS": "issue", "LA": "language", "PU": "publisher", "PI": "publisher-place"}
TEXTS |= {"AB": "abstract", "SE": "collection-title", "CT": "event-title", "CL": "event-place", "UT": "id"}
SHOWN = {"PT", "AU", "AF", "BA", "BF", "BE", "CA", "SO", "J9", "JI", "DT", "PD", "PY", "BP", "EP", "AR", "DI", "D2"}
SHOWN |= {*TEXTS, "SN", "EI", "BN", "DE", "ID", "SU", "SI", "FN", "VR", "ER", "EF", "CY", "EY", "EA"}
LISTED = {"AU", "AF", "BA", "BF", "BE", "CA"}


def is_of_columns(text):
    return bool(COLUMNS.match(text))


def read(text):
    for found in _columns(text) if is_of_columns(text) else split(text, TAG, begins="PT", ends="ER"):
        yield too_long(found.line, found.text) or _record(found)


def _record(found):
    if not found.ended:
        return Record(found.line, found.text, reason=gettext("The record has no end: a line “ER” is missing."))
    return Record(found.line, found.text, _item(found))


def _columns(text):
    lines = text.lstrip("\ufeff").splitlines()
    header = [name.strip() for name in lines[0].split("\t")]
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        cells = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
        tags = {}
        for name, cell in zip(header, cells, strict=False):
            if cell.strip():
                tags[name] = [[part.strip() for part in cell.split(";")] if name in LISTED else [cell.strip()]]
        yield Found(number, line, tags, ended=True)


def _item(found):
    item = {"type": _type(found)} | {variable: found.first(tag) for tag, variable in TEXTS.items()}
    whole = found.first("SO")
    if item["type"] == "book":
        item["title"] = item["title"] or whole
    else:
        item["container-title"] = whole
        item["container-title-short"] = found.first("JI", "J9")
        if place := item.pop("publisher-place"):
            item["told"] = [f"PI  {place}"] if item["type"].startswith(("article", "review")) else []
            item |= {} if item["told"] else {"publisher-place": place}
    item["author"] = _people(found, "AF", "AU") + [{"literal": name} for name in found.each_line("CA")]
    item["editor"] = _people(found, "BE")
    if not item["author"]:
        item["author"] = _people(found, "BF", "BA")
    elif item["type"] != "book" and (people := _people(found, "BF", "BA")):
        item["container-author"] = people
    item["issued"] = _issued(found)
    if item["issue"] and found.first("SI", "SU"):
        item["told"] = [
            *item.get("told", []),
            *(f"{tag}  {found.first(tag)}" for tag in ("SI", "SU") if found.first(tag)),
        ]
    if not item["issue"]:
        parts = [("SU", "Suppl."), ("SI", "Special issue")]
        item["issue"] = ", ".join(f"{label} {found.first(tag)}" for tag, label in parts if found.first(tag))
    pages = [found.first("BP"), found.first("EP")]
    item["page"] = "–".join(filter(None, pages))
    if (number := found.first("AR")) and item["page"] in ("", number):
        item["page"] = item["number"] = number
    item["DOI"] = found.first("DI", "D2")
    item["ISSN"] = ", ".join(dict.fromkeys(found.all("SN") + found.all("EI")))
    item["ISBN"] = ", ".join(found.all("BN"))
    item["keyword"] = "; ".join(
        part.strip() for tag in ("DE", "ID") for part in found.first(tag).split(";") if part.strip()
    )
    item["beside"] = sorted(found.tags.keys() - SHOWN)
    return {key: value for key, value in item.items() if value}


def _type(found):
    kind = found.first("DT").lower()
    if found.first("PT") in {"B", "S"}:
        if "proceedings" in kind:
            return "paper-conference"
        return (
            "chapter"
            if "chapter" in kind or (found.first("TI") and found.first("SO") not in ("", found.first("TI")))
            else "book"
        )
    return "review-book" if "book review" in kind else "article-journal"


def _people(found, *tags):
    for tag in tags:
        if lines := found.each_line(tag):
            return [name for line in lines for name in names.to_csl(line)]
    return []


def _issued(found):
    year, day = found.first("PY"), found.first("PD")
    text = (mending.with_year(day, year) if day and year else "") or year or mending.worded(day or found.first("EA"))
    return dates.to_csl(text)
