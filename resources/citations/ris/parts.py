"""Pages, dates and numbers of a RIS record: what stands in several tags and is one thing."""

import re

from resources.citations import dates
from resources.citations.identifiers import DOI, is_isbn, plain_doi, plain_isbn
from resources.citations.mending import dates as mending
from resources.citations.mending.pages import are_none, plain_pages, range_of

PARTS = re.compile(r"^(\d{4})/([^/]*)(?:/([^/]*))?(?:/(.*))?$")
YEAR_BEHIND = re.compile(r"^(.*?)/?(\d{4})$")
"""EBSCO glues them: May/Jun2019, Winter2019."""
ANY_DOI = re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/[^\s\"<>;,]+", re.ASCII)
QUALIFIED = re.compile(
    r"(?<!\s)\s*\((?:issn|isbn|electronic|print|linking|online|e-?issn|p-?issn|paperback|hardcover|[ph]bk|e-?book|set|alk)[^)]*\)",
    re.I,
)
DATES = ("PY", "Y1", "DA")
NUMBERED = {"report", "standard"}
NUMBER_OF_WORK = re.compile(r"^(?:\d[\s-]?){7,12}[\dXx]$")
"""An ISSN or ISBN, by its looks."""
ISSN = re.compile(r"^\d{4}-\d{3}[\dXx]$")
OF_ISBN = {"book", "chapter", "report"}
SERIAL = {"article-journal", "article-magazine", "article-newspaper", "periodical"}


def take_pages(item, rest):
    """SP and EP, or both in one of them; words that say there are none stay with what has no field."""
    first, last = (_first(rest, tag) for tag in ("SP", "EP"))
    if not (first or last) and (only := _first(rest, "PG")):
        first = only if not are_none(only) else ""
        if first:
            rest["PG"].pop(0)
    elif first and rest.get("PG") and rest["PG"][0] in {first, f"{first}-{last}"}:
        rest["PG"].pop(0)
    if are_none(first) or are_none(f"{first} {last}"):
        return
    last = "" if are_none(last) else last
    for tag in ("SP", "EP") if last else ("SP",):
        if rest.get(tag):
            rest[tag].pop(0)
    page = first if range_of(first) or not last else "–".join(filter(None, [first, last]))
    if first and last and page == first and last not in first:
        rest.setdefault("EP", []).insert(0, last)
    if page:
        item["page"] = plain_pages(page)
    if number := next((rest[tag][0] for tag in ("C7", "AR") if rest.get(tag)), ""):
        take_number(item, number)
        if item.get("number") == number:
            rest["C7" if rest.get("C7") else "AR"].pop(0)


def take_number(item, number):
    """The number of an article stands where its pages would; APA says that it is one."""
    number = re.sub(r"^(?:article|art\.)\s*(?:no\.?|number)?\s*", "", number, flags=re.I).strip()
    if number and (not item.get("page") or item["page"] == number):
        item["page"] = item["number"] = number


def take_date(item, rest):
    """The one that says most of those of the year that PY or Y1 names; what does not fit it is told."""
    given = [(tag, rest[tag].pop(0)) for tag in DATES if rest.get(tag)]
    year = next((found for tag, text in given if tag != "DA" and (found := dates.year(text))), "")
    read = [(text, *_read(text, year)) for _tag, text in given]
    fitting = [each for each in read if each[1] and (not year or dates.year(each[1]) in ("", year))]
    best = max(fitting or read, key=lambda each: _how_exact(dates.to_csl(each[1])), default=None)
    if best and best[1]:
        item["issued"] = dates.to_csl(best[1])
    for text, worded, left in read:
        lost = left or (worded if best and not _is_within(worded, best[1]) else "")
        if lost and lost != (best and best[1]):
            item.setdefault("told", []).append(text)


def _read(text, year):
    """(the date as an editor types it, words that are left)."""
    if found := PARTS.match(text):
        return _of_parts(*(part and part.strip() for part in found.groups()))
    worded = mending.worded(text)
    if year and not dates.year(text) and (whole := mending.with_year(text, year)):
        return whole, ""
    return worded, ""


def _of_parts(year, month, day, words):
    """2019/05/04/, 2019///Spring, 2015/october."""
    month, day, words = month or "", day or "", (words or "").strip(" /")
    if (found := YEAR_BEHIND.match(words)) and found[2] == year:
        words = found[1].strip(" /")
    if month and not month.isdigit():
        whole = mending.with_year(" ".join(filter(None, [month, day])), year)
        return (whole, words) if whole else (year, " ".join(filter(None, [month, day, words])))
    if words and not month:
        whole = mending.with_year(words, year)
        return (whole, "") if whole else (year, words)
    text = "-".join(filter(None, [year, month.zfill(2) if month else "", day.zfill(2) if day else ""]))
    if "date-parts" not in (dates.to_csl(text) or {}):
        return year, "/".join(filter(None, [month, day, words]))
    said = words and mending.with_year(words, year)
    if said and said.startswith(text) and not day:
        return said, ""
    return text, "" if said and said.startswith(text[:7]) else words


def _how_exact(issued):
    if "date-parts" not in (issued or {}):
        return 0
    return len(issued["date-parts"][0]) + ("season" in issued) + len(issued["date-parts"]) / 10


def _is_within(one, other):
    """Whether a date says nothing that the other does not: 2016 beside 2016-10-19."""
    return not one or one == other or (one.isdigit() and one == dates.year(other)) or other.startswith(one)


def take_numbers(item, rest):
    """SN holds ISBN and ISSN, several of them in one line, too; of a report what is neither is its number."""
    for value in rest.pop("SN", []):
        for number in _numbers(value):
            if item["type"] in NUMBERED and "number" not in item and not NUMBER_OF_WORK.match(number):
                item["number"] = number
                continue
            looks = is_isbn(plain_isbn(number)) or (item["type"] in OF_ISBN and not ISSN.match(number))
            name = "ISBN" if looks else "ISSN"
            if number not in item.get(name, "").split(", "):
                item[name] = f"{item[name]}, {number}" if name in item else number


def _numbers(value):
    bare = QUALIFIED.sub("", value)
    parts = [part.strip() for part in re.split(r"[;,]", bare) if part.strip()]
    return parts if all(re.search(r"\d", part) for part in parts) else [value]


def take_doi(item, rest):
    """Of DO; otherwise from where older makers put it: M3, L3, notes and links. What is nothing else goes with it."""
    if item.get("DOI"):
        return
    for tag in ("M3", "L3", "ID", "C6", "N1", "UR", "L2"):
        for value in rest.get(tag, []):
            if found := ANY_DOI.search(value):
                item["DOI"] = found[0].rstrip(".)]")
                if tag in {"M3", "L3"} and DOI.match(plain_doi(value)):
                    rest[tag].remove(value)
                return
    if (found := ANY_DOI.search(str(item.get("URL", "")))) and "doi.org/" in item["URL"].lower():
        item["DOI"] = found[0].rstrip(".)]")


def _first(rest, tag):
    return (rest.get(tag) or [""])[0]
