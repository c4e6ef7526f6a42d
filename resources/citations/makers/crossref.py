"""Crossref's answers as CSL items: lists where CSL has texts, types and names of its own."""

TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "reference-entry": "entry-encyclopedia",
    "proceedings-article": "paper-conference",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "book-series": "book",
    "proceedings": "book",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "dissertation": "thesis",
    "posted-content": "article",
    "peer-review": "review",
    "journal": "periodical",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "dataset": "dataset",
    "database": "dataset",
    "standard": "standard",
    "component": "document",
    "other": "document",
    "grant": "document",
}
WITHIN = {"chapter", "paper-conference", "entry-encyclopedia"}
DATES = ("published-print", "published", "published-online", "issued", "posted")
LEFT = {"reference", "link", "license", "indexed", "relation", "assertion", "funder", "created", "deposited", "score"}
LEFT |= {"content-domain", "content-updated", "reference-count", "references-count", "is-referenced-by-count", "member"}
LEFT |= {"prefix", "update-policy", "alternative-id", "issn-type", "isbn-type", "journal-issue", "resource", "source"}
LEFT |= {"published", "published-print", "published-online", "posted", "special_numbering", "archive", "institution"}
"""What says how Crossref keeps the record; it stays in the record as it was read."""


def items_of(given):
    """The works of an answer of Crossref's; None when this is none."""
    message = given.get("message")
    if not isinstance(message, dict):
        return None
    items = message.get("items")
    return items if isinstance(items, list) else [message]


def is_one(item):
    """By its type, or by a title that is a list."""
    given = item.get("type")
    return (isinstance(given, str) and given in TYPES.keys() - {"book", "report", "dataset", "standard"}) or (
        isinstance(item.get("title"), list) and any(key in item for key in ("publisher", "DOI", "container-title"))
    )


def to_csl(item):
    made = {key: value for key, value in item.items() if key not in LEFT}
    made["type"] = _type(item.get("type"))
    told = []
    made["title"] = _titles(item, told)
    for name in ("short-title", "subtitle", "short-container-title", "original-title"):
        made.pop(name, None)
    wholes = _texts(item.get("container-title"))
    made.pop("container-title", None)
    if wholes:
        made["container-title"] = wholes[-1] if made["type"] in WITHIN else wholes[0]
        others = [whole for whole in wholes if whole != made["container-title"]]
        if others and made["type"] in WITHIN:
            made["collection-title"] = others.pop(0)
        told += [f"container-title: {other}" for other in others]
    if shorts := _texts(item.get("short-container-title")):
        made["container-title-short"] = shorts[0]
    made["issued"] = next((item[name] for name in DATES if _dated(item.get(name))), item.get("issued"))
    if (number := item.get("article-number")) and not item.get("page"):
        made["page"] = made["number"] = number
    for name, variable in (("publisher-location", "publisher-place"), ("edition-number", "edition")):
        if value := made.pop(name, ""):
            made[variable] = value
    for name in ("ISBN", "ISSN", "subject"):
        if values := _texts(made.pop(name, None)):
            made["keyword" if name == "subject" else name] = ("; " if name == "subject" else ", ").join(
                value.rpartition("/")[2] if name == "ISBN" else value for value in values
            )
    if made["type"] == "thesis" and isinstance(item.get("degree"), list):
        made["genre"] = ", ".join(_texts(made.pop("degree")))
    if not made.get("publisher") and isinstance(item.get("institution"), list):
        made["publisher"] = next((each.get("name", "") for each in item["institution"] if isinstance(each, dict)), "")
    made |= {"beside": sorted(LEFT & item.keys() - set(DATES))}
    made["told"] = told
    return {key: value for key, value in made.items() if value not in (None, "", [], {})}


def _type(given):
    return TYPES.get(given, given) if isinstance(given, str) else "document"


def _titles(item, told):
    titles, subtitles = _texts(item.get("title")), _texts(item.get("subtitle"))
    title = titles[0] if titles else ""
    told += [f"title: {other}" for other in titles[1:]]
    if subtitles and subtitles[0].lower() not in title.lower():
        title = f"{title}: {subtitles[0]}".strip(": ")
        told += [f"subtitle: {other}" for other in subtitles[1:]]
    told += [f"original-title: {other}" for other in _texts(item.get("original-title"))]
    return title


def _texts(value):
    if isinstance(value, str):
        value = [value]
    return [text for text in value if isinstance(text, str) and text.strip()] if isinstance(value, list) else []


def _dated(value):
    parts = value.get("date-parts") if isinstance(value, dict) else None
    return bool(isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0] and parts[0][0])
