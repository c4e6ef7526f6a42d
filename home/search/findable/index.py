"""Asks Wagtail's search index, which keeps each page's folded words (portal.texts.searchable) on SQLite and PostgreSQL alike.

Who may see a page is not decided here: entries.py knows what is public.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import BooleanField, ExpressionWrapper, Q
from wagtail.models import get_page_models
from wagtail.search.models import IndexEntry

from portal.texts.searchable import SearchablePage

PLAIN_TEXT = "body_text" if connection.vendor == "postgresql" else "body"


def pages_with(terms):
    """For each term the ids of the pages whose text has it. One query."""
    asked = {f"has_{n}": _has(term) for n, term in enumerate(terms)}
    flags = {name: ExpressionWrapper(condition, BooleanField()) for name, condition in asked.items()}
    rows = page_rows().annotate(**flags).filter(_any(asked.values())).values_list("object_id", *flags)
    found = [set() for _ in terms]
    for pk, *has in rows:
        for pages, is_in in zip(found, has, strict=True):
            if is_in:
                pages.add(int(pk))
    return found


def page_rows():
    """Of the index, what belongs to pages that can be searched."""
    models = [model for model in get_page_models() if issubclass(model, SearchablePage)]
    return IndexEntry.objects.filter(content_type__in=ContentType.objects.get_for_models(*models).values())


def _has(term):
    return _any(Q(**{f"{PLAIN_TEXT}__contains": f" {phrase}"}) for phrase in term.phrases)


def _any(conditions):
    either = Q()
    for condition in conditions:
        either |= condition
    return either
