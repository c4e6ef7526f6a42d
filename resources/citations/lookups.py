"""Where a reading can be had: plain links to WorldCat and to the association's own library. Nothing is asked of either."""

import re
from urllib.parse import quote, urlsplit

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from .identifiers import isbn_address

HELD = {"article", "issue", "book", "chapter", "report"}
"""The kinds of work that libraries hold."""
NAMED = re.compile(r"\{(\w*)\}")
KNOWN = {"isbn", "doi", "title"}


def check_lookup(template):
    names = set(NAMED.findall(template))
    parts = urlsplit(NAMED.sub("x", template))
    if (
        parts.scheme not in {"http", "https"}
        or not parts.netloc
        or NAMED.search(template.partition("//")[2].partition("/")[0])
    ):
        raise ValidationError(_("Give a whole address, with https:// in front."), code="address")
    if not names or names - KNOWN:
        raise ValidationError(_("Use {isbn}, {doi} or {title}, and nothing else in braces."), code="names")


def lookups(citation, settings):
    """(name of a library or catalog, address) of each that may have the work."""
    if citation.kind not in HELD:
        return []
    found = [("WorldCat", worldcat(citation))] if settings.worldcat else []
    if settings.library_lookup:
        found.append((settings.library, filled(settings.library_lookup, citation)))
    return [(name, address) for name, address in found if address]


def worldcat(citation):
    if citation.isbn:
        return isbn_address(citation.isbn)
    title = searched(citation)
    return f"https://search.worldcat.org/search?q={quote(title, safe='')}" if title else ""


def filled(template, citation):
    """Empty where the work has not what the template names."""
    values = {"isbn": citation.isbn, "doi": citation.doi, "title": searched(citation)}
    if not all(values[name] for name in NAMED.findall(template)):
        return ""
    return NAMED.sub(lambda found: quote(values[found[1]], safe=""), template)


def searched(citation):
    """The title that a catalog knows: of a chapter and an untitled issue, that of the whole."""
    whole = citation.kind in {"chapter", "issue"}
    return strip_tags((citation.container if whole else "") or citation.title or citation.container)
