"""What a page of results shows of each entry."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import capfirst
from wagtail.models import Page

from home.search.excerpts import excerpt
from programs.listing.brief import BriefProgram
from programs.listing.ways_on import WayOn, way_on
from programs.models import Host, Program
from programs.offer.standing import Standing, standing, tells_state


@dataclass(frozen=True)
class Result:
    title: str
    url: str
    kind: str
    language: str
    """Of the page at the address, where it is not the reader's."""
    excerpt: str
    title_language: str = ""
    """Of the title, where it is not the reader's."""
    program: BriefProgram | None = None
    host: Host | None = None
    standing: Standing | None = None
    above: str = ""
    way_on: WayOn | None = None
    """Where a result without an address leads."""


def results(entries, terms, hosts, language, request):
    """In a fixed number of queries: the pages of each type there is. The programs come with their entries."""
    chosen = {entry.key: entry.page_for(language) for entry in entries}
    pages, bodies = _pages(chosen.values()), {host.pk: host for host in hosts}
    now = timezone.now()
    for entry in entries:
        found = chosen[entry.key]
        page = pages.get(found.pk) if found else None
        shown_in = found.language if found and found.language != language else ""
        if entry.program:
            yield _of_program(entry.program, page, bodies, request, terms, shown_in, now)
        else:
            yield _of_page(entry, page, request, terms, shown_in)


def _pages(found):
    pks = [page.pk for page in found if page]
    return {page.pk: page for page in Page.objects.filter(pk__in=pks).select_related("locale").specific()}


def _of_program(program, page, bodies, request, terms, shown_in, now):
    texts = [program.said("summary"), *(page.published_texts() if page else [])]
    url = page.get_url(request) if page else program.url
    return Result(
        program.said("name"),
        url,
        Program.Kind(program.kind).label,
        shown_in,
        excerpt(texts, terms),
        title_language=program.language_of("name"),
        program=program,
        host=bodies[program.host],
        standing=standing(program, now) if tells_state(program, page) else None,
        way_on=None if url else way_on(program, bodies),
    )


def _of_page(entry, page, request, terms, shown_in):
    texts = [*page.published_texts(), *entry.shown.get(page.pk, [])]
    kind = capfirst(page._meta.verbose_name)
    return Result(
        page.title, page.get_url(request), kind, shown_in, excerpt(texts, terms), shown_in, above=entry.above_name
    )
