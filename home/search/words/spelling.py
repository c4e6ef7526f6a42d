"""The nearest word that can be found, for a word that cannot."""

from difflib import get_close_matches
from itertools import chain

from django.db import connection

from home.search.findable.index import page_rows
from home.search.words.terms import term_for

LEAST_LETTERS = 4
NEARNESS = 0.8
"""Of 1: “mentring” and “mentoring” are at 0.94."""

NEAR_IN_TEXTS = """
    SELECT DISTINCT word FROM (SELECT unnest(string_to_array(body_text, ' ')) FROM wagtailsearch_indexentry
    WHERE object_id = ANY(%s) AND content_type_id = ANY(%s)) AS words(word), unnest(%s) AS typed
    WHERE similarity(word, typed) >= 0.4
"""


def mended(terms, entries):
    """{term: the term to look for instead}, for those that are one word and like another one."""
    terms = [term for term in terms if " " not in term.typed and len(term.typed) >= LEAST_LETTERS]
    if not terms:
        return {}
    known = set(chain.from_iterable(text.split() for entry in entries for _, text in entry.texts))
    known = sorted(known | near_in_texts([term.typed for term in terms], entries))
    nearest = {term: get_close_matches(term.typed, known, n=1, cutoff=NEARNESS) for term in terms}
    return {term: term_for(word, [[word]]) for term, found in nearest.items() for word in found}


def near_in_texts(words, entries):
    """Words of public pages' texts that look like these, where PostgreSQL can tell (see migration 0003)."""
    if connection.vendor != "postgresql" or not has_trigrams():
        return set()
    pages = [str(page.pk) for entry in entries for page in entry.pages]
    types = list(page_rows().values_list("content_type_id", flat=True).distinct())
    with connection.cursor() as cursor:
        cursor.execute(NEAR_IN_TEXTS, [pages, types, words])
        return {word for (word,) in cursor.fetchall()}


def has_trigrams():
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regprocedure('similarity(text, text)') IS NOT NULL")
        return cursor.fetchone()[0]
