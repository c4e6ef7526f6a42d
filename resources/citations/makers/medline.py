"""PubMed's own format (nbib, MEDLINE): tags of up to four letters, a hyphen, and lines that go on set in."""

import re

from resources.citations import dates, names
from resources.citations.mending import dates as mending
from resources.citations.records import Record, too_long

from .tagged import split

TAG = re.compile(r"^([A-Z]{2,5}) {0,3}- ?(.*)$")
DOI = re.compile(r"^(\S+)\s*\[doi\]$", re.I)
TEXTS = {"VI": "volume", "IP": "issue", "LA": "language", "PB": "publisher", "EN": "edition", "CTI": "collection-title"}
NUMBERS = {"IS": "ISSN", "ISBN": "ISBN"}
SHOWN = {
    "PMID",
    "TI",
    "TT",
    "BTI",
    "JT",
    "TA",
    "DP",
    "PG",
    "LID",
    "AID",
    "FAU",
    "AU",
    "CN",
    "FED",
    "ED",
    "AB",
    "OT",
    "MH",
}
SHOWN |= {*TEXTS, *NUMBERS, "PL", "PT"}
ABBREVIATED = re.compile(r"^(\S.*?)\s+([A-Z]{1,4})(?:\s+(Jr|Sr|2nd|3rd|II|III|IV))?$")


def read(text):
    for found in split(text, TAG, begins="PMID"):
        yield too_long(found.line, found.text) or Record(found.line, found.text, _item(found))


def _item(found):
    kinds = {kind.lower() for kind in found.all("PT")}
    item = {"id": f"pmid-{found.first('PMID')}", "type": _type(found, kinds)}
    item["title"] = _title(found.first("TI") or found.first("TT", "BTI"))
    whole = found.first("JT", "TA") if item["type"] == "article-journal" else found.first("BTI", "JT", "TA")
    item["container-title"] = "" if whole == found.first("TI") or item["type"] == "book" else _title(whole)
    if found.first("JT") and found.first("TA"):
        item["container-title-short"] = found.first("TA")
    item |= {variable: found.first(tag) for tag, variable in TEXTS.items()}
    item["publisher-place"] = found.first("PL") if item["type"] != "article-journal" else ""
    item["author"] = _people(found, "FAU", "AU") + [{"literal": name} for name in found.all("CN")]
    item["editor"] = _people(found, "FED", "ED")
    item |= {name: ", ".join(_bare(found.all(tag))) for tag, name in NUMBERS.items()}
    item["issued"] = dates.to_csl(mending.worded(found.first("DP")))
    item["DOI"] = next((match[1] for each in found.all("LID") + found.all("AID") if (match := DOI.match(each))), "")
    item["abstract"], item["keyword"] = found.first("AB"), "; ".join(found.all("OT") + found.all("MH"))
    item["PMID"], item["PMCID"] = found.first("PMID"), found.first("PMC")
    item["page"] = found.first("PG")
    number = next((each for each in found.all("LID") if re.fullmatch(r"[a-zA-Z]*\d+", each)), "")
    if number and item["page"] in ("", number):
        item["page"] = item["number"] = number
    if item["type"] == "article-journal" and "book review" in kinds:
        item["type"] = "review-book"
    item["beside"] = sorted(found.tags.keys() - SHOWN - {"PMC"})
    return {key: value for key, value in item.items() if value}


def _type(found, kinds):
    if found.first("BTI"):
        return "chapter" if found.first("TI") and found.first("TI") != found.first("BTI") else "book"
    return "article-journal"


def _title(text):
    """Without the full stop that PubMed sets, and the brackets of what it has translated."""
    text = text.strip().replace(" : ", ": ")
    if text.endswith(".") and not text.endswith("..") and not re.search(r"\b[A-Z]\.$", text):
        text = text[:-1]
    return text[1:-1].rstrip(".") if re.fullmatch(r"\[[^\[\]]*\]", text) else text


def _people(found, whole, short):
    if full := found.all(whole):
        return [name for line in full for name in names.to_csl(line)]
    return [_abbreviated(line) for line in found.all(short)]


def _abbreviated(line):
    """“Griffin DK” is Griffin, D. K."""
    match = ABBREVIATED.match(line)
    if not match:
        return {"literal": line}
    given = " ".join(f"{letter}." for letter in match[2])
    return {"family": match[1], "given": given} | ({"suffix": match[3]} if match[3] else {})


def _bare(numbers):
    return list(dict.fromkeys(re.sub(r"\s*\([^)]*\)", "", number) for number in numbers))
