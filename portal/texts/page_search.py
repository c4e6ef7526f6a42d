"""Wagtail's search in the database, asked for pages in the words that they stand in: folded (folding.py), so that SQLite and
PostgreSQL find the same, and nothing typed has a meaning to a database. WAGTAILSEARCH_BACKENDS names this module.

PostgreSQL alone would read the 12 of "K-12" as a number below zero, "Sci/Tech" as the path of a file, and keep accents.
"""

from wagtail.models import Page
from wagtail.search.backends import database
from wagtail.search.query import MATCH_NONE, And, Or, Phrase, PlainText

from portal.texts.folding import folded, in_one

MOST_CHARACTERS = 255
"""As long as a title may be."""

NO_WORD = str.maketrans('"\0', "  ")


class FoldedAsking:
    def search(self, query, model_or_queryset, **asked):
        return super().search(without_quotes(query), model_or_queryset, **asked)

    def autocomplete(self, query, model_or_queryset, **asked):
        model = getattr(model_or_queryset, "model", model_or_queryset)
        query = in_folded_words(query) if issubclass(model, Page) else without_quotes(query)
        return super().autocomplete(query, model_or_queryset, **asked)


def SearchBackend(params):  # noqa: N802 (Wagtail asks for it by this name)
    """The database's own, asked in folded words."""
    theirs = type(database.SearchBackend(params))
    return type("FoldedSearch", (FoldedAsking, theirs), {})(params)


def in_folded_words(query):
    """`K-12 guíde` asks for k, 12 and what begins with guide, or for k12 and what begins with guide."""
    if isinstance(query, str):
        query = PlainText(query)
    if isinstance(query, And):
        parts = [part for part in map(in_folded_words, query.subqueries) if part is not MATCH_NONE]
        return And(parts) if len(parts) > 1 else next(iter(parts), MATCH_NONE)
    if isinstance(query, Phrase):
        words = folded(query.query_string[:MOST_CHARACTERS]).strip()
        return Phrase(words) if words else MATCH_NONE
    return _either(query.query_string[:MOST_CHARACTERS]) if isinstance(query, PlainText) else query


def _either(typed):
    apart, together = folded(typed).strip(), in_one(typed).strip()
    if not apart:
        return MATCH_NONE
    return PlainText(apart) if apart == together else Or([PlainText(apart), PlainText(together)])


def without_quotes(query):
    """SQLite takes a quotation mark or the sign of number zero for the end of what is asked, PostgreSQL refuses the latter."""
    return query.translate(NO_WORD).strip() if isinstance(query, str) else query
