"""The entries in the bodies of many resource pages, in as many queries as there are kinds of pages and entries. Each page
then says what it is `missing` without asking."""

from django.db.models import prefetch_related_objects
from wagtail.models import get_page_models

from portal.linkhealth.collecting import urls_of
from resources.models import Activity, Citation
from resources.models.resource_page import ResourcePage, with_bodies
from resources.shown import topics_of

LEADING = ("page", "citation", "parts__page", "parts__citation")
"""What an activity leads to."""


def resource_page_models():
    return [model for model in get_page_models() if issubclass(model, ResourcePage)]


def pages_with_entries(pks=None):
    """{key: page} of all resource pages or of these, each with its `rows` and their `topics`."""
    found = {}
    for model in resource_page_models():
        pages = model.objects.all() if pks is None else model.objects.filter(pk__in=pks)
        found |= {page.pk: page for page in with_entries(model, list(pages))}
    return found


def with_entries(model, pages):
    for page in with_bodies(model, pages):
        page.rows = [row for child in page.body for row in rows_of(child.value)]
    rows = [row for page in pages for row in page.rows]
    topics = topics_of(rows)
    for page in pages:
        page.topics = sorted({topic for row in page.rows for topic in topics[row.pk]}, key=str)
    prefetch_related_objects([row for row in rows if isinstance(row, Activity)], *LEADING)
    return pages


def rows_of(value):
    """The citations, goals and activities of one group; events are pages. A row that was deleted is none."""
    chosen = [entry["citation"] for entry in value.get("entries", [])]
    return [row for row in (*chosen, *value.get("goals", []), *value.get("activities", [])) if row]


def addresses_of(row):
    """Where an entry leads outside the site."""
    if isinstance(row, Citation):
        return {row.address} - {""}
    steps = [row, *row.parts.all()] if isinstance(row, Activity) else []
    return {step.citation.address for step in steps if step.citation} - {""}


def addresses_on(page):
    """Where a page leads outside the site, by its own texts and by its entries."""
    return set(urls_of(page)).union(*map(addresses_of, getattr(page, "rows", [])))
