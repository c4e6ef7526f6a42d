"""Where links to other sites stand: in the texts and addresses of published pages, and in rows of other apps.

Apps add theirs through the hook "external_links": fn() yields (url, title, address in the admin).
"""

from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.db import models
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page

from portal.checks.walking.held import Linked, Rich
from portal.checks.walking.places import walk


def external_links(pages=None):
    """{url: [(title, address in the admin), ...]}, of all pages or of these, in as many queries as there are page types."""
    found = {}
    for url, title, address in [*_of_pages(Page.objects.all() if pages is None else pages), *_of_rows()]:
        if is_address(url):
            found.setdefault(url, []).append((title, address))
    return found


def is_address(url):
    """Whether it can be asked for at all: what was pasted or sent by hand may be anything."""
    try:
        urlsplit(url)
    except ValueError:
        return False
    return url.startswith(("http://", "https://")) and len(url) <= 2000


def _of_pages(pages):
    for page in pages.filter(live=True).filter(alias_of=None, depth__gt=1).specific().iterator(chunk_size=200):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        for url in dict.fromkeys(urls_of(page)):
            yield url, page.get_admin_display_title(), address


def urls_of(page, held=None):
    """`held`: what portal.checks.places.walk() found on the page, where that is at hand."""
    for field in page._meta.get_fields():
        if isinstance(field, models.URLField) and getattr(page, field.attname):
            yield getattr(page, field.attname)
    for one in walk(page) if held is None else held:
        if isinstance(one, Linked):
            yield one.address
        elif isinstance(one, Rich):
            yield from (
                link["href"].strip() for link in BeautifulSoup(one.html, "html.parser").find_all("a", href=True)
            )


def _of_rows():
    for hook in hooks.get_hooks("external_links"):
        yield from hook()
