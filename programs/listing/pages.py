"""The page of a program that a reader gets: one rule wherever programs are listed, linked or told of.

Of its published pages that anybody may read, the one that portal.pages.readable.nearest() chooses; of several in one language
the one that was published first. An alias is no page of its own.
"""

from collections import defaultdict

from django.db.models import F
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from wagtail.models import Site

from portal.pages.readable import for_everybody, nearest
from programs.models import ProgramPage


def public_pages():
    """Every page of a program that anybody may read, those published first before the others."""
    first_published = F("first_published_at").asc(nulls_last=True)
    pages = ProgramPage.objects.filter(program__draft=False, alias_of=None)
    return for_everybody(pages).order_by(first_published, "pk")


def page_of(program):
    """None where no page is published for everybody."""
    return readers_pages(program=program).get(program.pk)


def readers_pages(**which):
    """{key of a program: its page}."""
    pages = public_pages().filter(**which).select_related("locale").defer("body", "resources")
    return by_program((page.program_id, page.locale.language_code, page) for page in pages)


def page_addresses(request):
    """{key of a program: (address of its page, its language where that is not the reader's)}."""
    columns = ("program", "locale__language_code", "url_path")
    rows = public_pages().values_list(*columns)
    found = by_program((program, language, (path, language)) for program, language, path in rows)
    starts = site_addresses(request)
    here = get_language()
    return {
        program: (address(path, starts), "" if language == here else language)
        for program, (path, language) in found.items()
    }


def by_program(rows):
    """Of (program, language, page) rows each program's page for the reader."""
    pages = defaultdict(list)
    for program, language, page in rows:
        pages[program].append((language, page))
    return {program: nearest(found, get_language())[1] for program, found in pages.items()}


def site_addresses(request):
    """[(path of a site's first page in the tree, its address)]. Two hundred times page.url would cost more than the rest
    of the page."""
    site = Site.find_for_request(request)
    found = []
    for root in Site.get_site_root_paths():
        with translation.override(root.language_code):
            start = reverse("wagtail_serve", args=[""])
        found.append((root.root_path, start if site and root.site_id == site.pk else root.root_url + start))
    return found


def address(path, starts):
    return next((start + path.removeprefix(root) for root, start in starts if path.startswith(root)), "")
