"""COinS: what Zotero reads from a page. An OpenURL ContextObject (Z39.88-2004) in the title of an empty span."""

from urllib.parse import urlencode

from resources.citations import dates, names

GENRES = {"article": "article", "issue": "issue", "book": "book", "chapter": "bookitem", "report": "report"}
JOURNAL = {"article", "issue"}
BOOK = {"book", "chapter", "report"}
KINDS = {
    "web": "webpage",
    "film": "videoRecording",
    "podcast": "podcast",
    "interview": "interview",
    "recording": "audioRecording",
}
"""What Zotero calls the kinds that OpenURL has no form for."""


def coins(citation):
    """The query of a citation's ContextObject; escape it as any attribute."""
    return urlencode([(key, value) for key, value in _pairs(citation) if value], errors="replace")


def _pairs(citation):
    yield "ctx_ver", "Z39.88-2004"
    yield "rfr_id", "info:sid/zotero.org:2"
    yield from (
        (("rft_id", f"info:doi/{citation.doi}"), ("rft_id", citation.url))
        if citation.doi
        else (("rft_id", citation.url),)
    )
    if citation.kind in JOURNAL | BOOK:
        form = "journal" if citation.kind in JOURNAL else "book"
        yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"
        yield "rft.genre", GENRES[citation.kind]
    else:
        yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"
        yield "rft.type", KINDS.get(citation.kind, "presentation")
    yield from _titles(citation)
    yield from _people(citation)
    yield from _rest(citation)


def _titles(citation):
    if citation.kind in JOURNAL:
        return [("rft.atitle", citation.title), ("rft.jtitle", citation.container)]
    if citation.kind == "chapter":
        return [("rft.atitle", citation.title), ("rft.btitle", citation.container)]
    if citation.kind in BOOK:
        return [("rft.btitle", citation.title)]
    return [("rft.title", citation.title), ("rft.source", citation.container)]


def _people(citation):
    people = [name for name in names.to_csl(citation.authors) if name.get("literal") != names.ET_AL]
    if citation.kind in JOURNAL | BOOK and people and "family" in people[0]:
        yield from zip(("rft.aulast", "rft.aufirst"), _parts(people[0]), strict=True)
    role = "rft.au" if citation.kind in JOURNAL | BOOK else "rft.creator"
    for name in people:
        yield ("rft.aucorp", name["literal"]) if "literal" in name else (role, _inverted(name))


def _parts(name):
    """Surname and given name, particles and suffix with them: Zotero knows the same person twice by equal ones."""
    family = [name.get(part) for part in ("non-dropping-particle", "family")]
    given = [name.get(part) for part in ("given", "dropping-particle", "suffix")]
    return [" ".join(filter(None, part)) for part in (family, given)]


def _inverted(name):
    """Zotero takes what stands before a comma for the surname, and without one the last word alone."""
    return ", ".join(filter(None, _parts(name)))


def _rest(citation):
    first, _, last = citation.pages.replace("–", "-").partition("-")
    date = dates.from_csl(dates.to_csl(citation.date))
    yield "rft.date", date if dates.ISO.match(date) else dates.year(citation.date)
    yield from [("rft.volume", citation.volume), ("rft.issue", citation.issue), ("rft.pages", citation.pages)]
    yield from [("rft.spage", first.strip()), ("rft.epage", last.strip()), ("rft.edition", citation.edition)]
    yield from [("rft.publisher", citation.publisher), ("rft.place", citation.place), ("rft.isbn", citation.isbn)]
    yield "rft.language", citation.language
