"""The findings of pages: of their texts and links, and whatever other apps know about them."""

from itertools import chain

from django.utils import timezone
from wagtail import hooks
from wagtail.models import Locale

from portal.findings import Finding

from .links import broken
from .places import walk
from .texts import Reading


def findings_of(page):
    return findings_of_pages([page])[page]


def findings_of_pages(pages):
    """{page: [Finding, ...]} for specific pages; as many queries for many pages as for one."""
    walked = {page: list(walk(page)) for page in pages}
    faults = broken(chain.from_iterable(walked.values()))
    today, languages = timezone.localdate(), dict(Locale.objects.values_list("pk", "language_code"))
    found = {
        page: list(_of_page(held, Reading(today, languages[page.locale_id]), faults)) for page, held in walked.items()
    }
    for hook in hooks.get_hooks("page_findings"):
        for page, finding in hook(walked):
            found[page].append(finding)
    return found


def _of_page(held, reading, faults):
    for one in held:
        told = [faults[model, key] % {"text": text} for model, key, text in one.links() if (model, key) in faults]
        for said in dict.fromkeys([*one.said(reading), *told]):
            yield Finding(one.place.where, said, one.place.path)
