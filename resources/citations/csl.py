"""Between the plain fields of a citation and CSL-JSON, which every format and style here is made from and read into."""

from . import dates, names
from .identifiers import DOI, is_isbn, plain_doi, plain_isbn
from .kinds import KINDS, TYPES

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

NAMES = {"authors": "author", "editors": "editor"}
OURS = {*VARIABLES.values(), *NAMES.values(), "issued", "type", "told"}


def to_csl(citation):
    """The citation as a CSL-JSON item: what was imported and has no field here, and over it the fields."""
    item = {key: value for key, value in citation.more.items() if key not in OURS}
    item = {"id": f"citation-{citation.pk or 0}"} | item | {"type": csl_type(citation)}
    for field, variable in VARIABLES.items():
        if value := getattr(citation, field).strip():
            item[variable] = value
    for field, variable in NAMES.items():
        if people := names.to_csl(getattr(citation, field)):
            item[variable] = people
    if issued := dates.to_csl(citation.date):
        item["issued"] = issued
    return {"genre": "Webinar"} | item if item["type"] == TYPES["webinar"][0] else item


def csl_type(citation):
    """As imported; otherwise of the kind. An article with a month and without a volume is one of a magazine."""
    given = citation.more.get("type")
    if given in TYPES[citation.kind]:
        return given
    if citation.kind == "article" and not (citation.volume or citation.issue) and dates.has_month(citation.date):
        return "article-magazine"
    return TYPES[citation.kind][0]


def from_csl(item):
    """The fields of a citation as a dict; what has no field goes into `more`, what is no DOI, ISBN or address into the note."""
    fields = {field: _text(item.get(variable)) for field, variable in VARIABLES.items()}
    fields |= {field: names.from_csl(item.get(variable)) for field, variable in NAMES.items()}
    fields["kind"] = KINDS.get(item.get("type"), "web" if fields["url"] else "report")
    fields["date"] = dates.from_csl(item.get("issued"))
    fields["editors_note"] = "\n".join([*_set_right(fields), *map(_text, _list(item.get("told")))])
    fields["more"] = {key: value for key, value in item.items() if key not in OURS and value not in (None, "")}
    given = item.get("type")
    if given in TYPES[fields["kind"]]:
        fields["more"]["type"] = given
    return fields


def _set_right(fields):
    """Makes the identifiers plain; yields what the editors are told of those that are none."""
    doi, isbns = plain_doi(fields["doi"]), [plain_isbn(part) for part in _isbns(fields["isbn"])]
    good = {
        "doi": doi if DOI.match(doi) else "",
        "isbn": next((isbn for isbn in isbns if is_isbn(isbn)), ""),
        "url": fields["url"] if fields["url"].lower().startswith(("https://", "http://")) else "",
    }
    for field, value in good.items():
        given = fields[field]
        fields[field] = value
        if given and (not value or (field == "isbn" and len(isbns) > 1)):
            yield f"{VARIABLES[field]}: {given}"


def _isbns(text):
    """Several are told apart by a comma, a semicolon or, where each is written without spaces, a space."""
    parts = [part for part in text.replace(";", ",").split(",") if part.strip()]
    return parts if len(parts) > 1 or is_isbn(plain_isbn(text)) else text.split()


def _list(value):
    return value if isinstance(value, list) else []


def _text(value):
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) and value is not True else ""
