"""The findings of pages: of their texts and links, and whatever other apps know about them. Rows are read alike."""

from itertools import chain

from django.utils import timezone
from wagtail import hooks
from wagtail.models import Locale

from portal.checks.findings import Finding
from portal.checks.reading.texts import Reading

from .broken_links import broken
from .places import walk


def findings_of(page):
    return findings_of_pages([page])[page]


def findings_of_pages(pages):
    """{page: [Finding, ...]} for specific pages; as many queries for many pages as for one."""
    walked = {page: list(walk(page)) for page in pages}
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    found = findings_in(walked, lambda page: languages[page.locale_id])
    for hook in hooks.get_hooks("page_findings"):
        for page, finding in hook(walked):
            found[page].append(finding)
    return found


def findings_in(walked, language_of):
    """{page or row: [Finding, ...]} from what the places of each hold (held.py), and the language it is written in."""
    faults = broken(chain.from_iterable(walked.values()))
    today = timezone.localdate()
    return {one: list(_findings(held, Reading(today, language_of(one)), faults)) for one, held in walked.items()}


def _findings(held, reading, faults):
    for one in held:
        told = [faults[model, key] % {"text": text} for model, key, text in one.links() if (model, key) in faults]
        for said in dict.fromkeys([*one.noted(reading), *told]):
            yield Finding(one.place.where, said, one.place.path)
