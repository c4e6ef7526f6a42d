"""Whether two citations are the same work: by DOI, by ISBN and title, or by title, year and first author."""

import re
import unicodedata

from . import dates, names


class Known:
    """The citations that are here, found by any of their marks without asking the database again."""

    def __init__(self, citations):
        self._found = {}
        for citation in citations:
            self.add(citation)

    def add(self, citation):
        for mark in marks(citation):
            self._found.setdefault(mark, citation)

    def same_as(self, citation):
        return next((self._found[mark] for mark in marks(citation) if mark in self._found), None)


def marks(citation):
    """What this work and no other is known by, the surest first."""
    title = plain(citation.title)
    if citation.doi:
        yield "doi", citation.doi.lower()
    if citation.isbn and title:
        yield "isbn", citation.isbn, title
    year, first = dates.year(citation.date), plain(names.first_family(citation.authors or citation.editors))
    if title:
        yield "title", citation.kind, title, year, first
    elif citation.container:
        place = (citation.volume, citation.issue, plain(citation.pages), citation.date)
        yield "place", citation.kind, plain(citation.container), *place, first
    else:
        yield "bare", citation.kind, first, citation.date, citation.url


def plain(text):
    """Letters and digits only, without accents and capitals."""
    text = unicodedata.normalize("NFKD", re.sub(r"</?\w+>", "", text)).casefold()
    return "".join(letter for letter in text if letter.isalnum())
