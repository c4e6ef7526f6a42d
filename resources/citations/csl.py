"""Between the plain fields of a citation and CSL-JSON, which every format and style here is made from and read into."""

import json
import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from . import dates, names
from .identifiers import DOI, is_isbn, plain_doi, plain_isbn
from .kinds import KINDS, TYPES
from .mending import dates as mending

VARIABLES = {
    "title": "title",
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "edition": "edition",
    "publisher": "publisher",
    "place": "publisher-place",
    "doi": "DOI",
    "isbn": "ISBN",
    "url": "URL",
    "language": "language",
}
"""Fields that CSL keeps as plain text, under its own names."""

GENRES = {"speech": "Webinar", "broadcast": "Podcast episode"}
"""What a style calls an entry that was typed here; of imported ones their files say it."""

WEB = URLValidator(schemes=["http", "https"])


def variables(kind):
    """Where each plain field stands in CSL. A report has no issues: what stands in that field is its number."""
    return VARIABLES | ({"issue": "number"} if kind == "report" else {})


def ours(kind):
    """The variables that fields hold, and those that say something of the record alone."""
    return {*variables(kind).values(), *roles(kind).values(), "issued", "type", "told", "beside"}


def roles(kind):
    """The lists of people that are fields: who asked in an interview stands where editors stand."""
    return {"authors": "author", "editors": "interviewer" if kind == "interview" else "editor"}


def to_csl(citation):
    """The citation as a CSL-JSON item: what was imported and has no field here, and over it the fields."""
    people = roles(citation.kind)
    fields = variables(citation.kind)
    item = {key: value for key, value in citation.more.items() if key not in ours(citation.kind)}
    item = {"id": f"citation-{citation.pk or 0}"} | item | {"type": csl_type(citation)}
    for field, variable in fields.items():
        if value := getattr(citation, field).strip():
            item[variable] = value
    for field, variable in people.items():
        if found := names.to_csl(getattr(citation, field)):
            item[variable] = found
    if issued := dates.to_csl(citation.date):
        item["issued"] = issued
    genre = "" if citation.more.get("type") == item["type"] else GENRES.get(item["type"])
    return {"genre": genre} | item if genre else item


def csl_type(citation):
    """As imported; otherwise of the kind. An article with a month and without a volume is one of a magazine."""
    given = citation.more.get("type")
    if given in TYPES[citation.kind]:
        return given
    if citation.kind == "article" and not (citation.volume or citation.issue) and dates.has_month(citation.date):
        return "article-magazine"
    return TYPES[citation.kind][0]


def from_csl(item):
    """The fields of a citation as a dict; what has no field goes into `more`, what no field can hold into the note."""
    if KINDS.get(item.get("type")) == "report" and item.get("issue") and not item.get("number"):
        item = {key: value for key, value in item.items() if key != "issue"} | {"number": item["issue"]}
    kind = KINDS.get(item.get("type"), "web" if _text(item.get("URL")) else "report")
    fields = {field: _text(item.get(variable)) for field, variable in variables(kind).items()} | {"kind": kind}
    people = roles(fields["kind"])
    fields |= {field: names.from_csl(item.get(variable)) for field, variable in people.items()}
    fields["date"] = mending.of_json(item.get("issued"))
    told = [*_set_right(fields), *_not_read(item, fields, people), *map(_text, _list(item.get("told")))]
    fields["editors_note"] = "\n".join(dict.fromkeys(filter(None, told)))
    fields["more"] = {key: value for key, value in item.items() if key not in ours(kind) and value not in (None, "")}
    given = item.get("type")
    if given in TYPES[fields["kind"]]:
        fields["more"]["type"] = given
    return fields


def _not_read(item, fields, people):
    """What stands in the item and in no field: a list of titles, a date of another shape, names that are none."""
    for field, variable in variables(fields["kind"]).items():
        value = item.get(variable)
        if isinstance(value, list) and len(value) > 1:
            yield from (f"{variable}: {_json(each)}" for each in value[bool(fields[field]) :])
        elif value not in (None, "", [], {}) and not fields[field] and isinstance(value, dict | list | bool):
            yield f"{variable}: {_json(value)}"
    if item.get("issued") not in (None, "", [], {}) and not fields["date"] and _says(item["issued"]):
        yield f"issued: {_json(item['issued'])}"
    for variable in people.values():
        value = item.get(variable)
        strays = value if isinstance(value, list) else [value]
        yield from (f"{variable}: {_json(each)}" for each in strays if each and not names.from_csl([each]))


def _says(value):
    """Whether there is a letter or figure in it at all."""
    if isinstance(value, dict):
        return any(map(_says, value.values()))
    return any(map(_says, value)) if isinstance(value, list) else value not in (None, "", 0, False)


def _json(value):
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _set_right(fields):
    """Makes the identifiers plain; yields what the editors are told of those that are none."""
    doi, isbns = plain_doi(fields["doi"]), [plain_isbn(part) for part in _isbns(fields["isbn"])]
    good = {
        "doi": doi if DOI.match(doi) else "",
        "isbn": next((isbn for isbn in isbns if is_isbn(isbn)), ""),
        "url": _address(fields["url"]),
    }
    for field, value in good.items():
        given = fields[field]
        fields[field] = value
        if given and (not value or (field == "isbn" and len(isbns) > 1) or (field == "url" and value != given)):
            yield f"{VARIABLES[field]}: {given}"


def _address(text):
    """The first address of a text; programs put several into one field, or other things behind it."""
    for part in re.split(r"\s+|[;,|]\s*(?=https?://)", text):
        for tried in (part, part.rstrip(".,;)>]")):
            try:
                WEB(tried)
            except ValidationError:
                continue
            return tried
    return ""


def _isbns(text):
    """Several are told apart by a comma, a semicolon or, where each is written without spaces, a space."""
    parts = [part for part in text.replace(";", ",").split(",") if part.strip()]
    return parts if len(parts) > 1 or is_isbn(plain_isbn(text)) else text.split()


def _list(value):
    return value if isinstance(value, list) else []


def _text(value):
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) and value is not True else ""
