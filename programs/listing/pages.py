"""The page of a program that a reader gets: one rule wherever programs are listed, linked or told of.

Of its published pages that anybody may read, the one that portal.pages.readable.nearest() chooses; of several in one language
the one that was published first. An alias is no page of its own.
"""

from collections import defaultdict

from django.db.models import F
from django.utils.translation import get_language

from portal.caching.remembering import remembered
from portal.pages.mapped.map import address, the_map
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
    starts, here = the_map().starts(request), get_language()
    return remembered("addresses", lambda: _addresses(starts, here), of=(here, *starts))


def _addresses(starts, here):
    rows = public_pages().values_list("program", "locale__language_code", "url_path")
    found = by_program((program, language, (path, language)) for program, language, path in rows)
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
