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
            self._found.setdefault(mark, []).append(citation)

    def same_as(self, citation):
        """The citation that is this work; None where one mark is the same and the rest speaks against it."""
        return next((each for each in self.with_marks_of(citation) if not differ(each, citation)), None)

    def with_marks_of(self, citation):
        return (each for mark in marks(citation) for each in self._found.get(mark, [])[:MOST])


MOST = 50
"""So many citations with one mark are compared."""


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


def differ(one, other):
    """Chapters share the DOI of their book, abstracts that of their issue; columns share a title and a year."""
    if one.doi and other.doi and one.doi.lower() == other.doi.lower():
        titles = plain(one.title), plain(other.title)
        if not all(titles) or titles[0].startswith(titles[1]) or titles[1].startswith(titles[0]):
            return False
        firsts = {plain(names.first_family(each.authors or each.editors)) for each in (one, other)}
        return "chapter" in (one.kind, other.kind) or len(firsts) > 1 or _apart(one.pages, other.pages)
    if one.doi and other.doi and plain(one.title) == plain(other.title):
        return True
    return any(_apart(getattr(one, field), getattr(other, field)) for field in ("volume", "issue", "pages"))


def _apart(one, other):
    """Both say it, and they begin with other numbers: 505–17 and 505–517 are the same pages."""
    found = [re.search(r"\w+", text) for text in (one, other)]
    return all(found) and found[0][0].lower() != found[1][0].lower()


def plain(text):
    """Letters and digits only, without accents and capitals."""
    text = unicodedata.normalize("NFKD", re.sub(r"</?\w+>", "", text)).casefold()
    return "".join(letter for letter in text if letter.isalnum())
