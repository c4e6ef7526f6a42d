"""What a page of results shows of each entry."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import capfirst
from wagtail.models import Page

from home.search.excerpts import excerpt
from programs.models import Program
from programs.standing import Standing, standing, tells_state


@dataclass(frozen=True)
class Result:
    title: str
    url: str
    kind: str
    language: str
    """Of the page at the address, where it is not the reader's."""
    excerpt: str
    program: Program | None = None
    standing: Standing | None = None
    above: str = ""


def results(entries, terms, language, request):
    """In a fixed number of queries: the programs with their rounds, and the pages of each type there is."""
    chosen = {entry.key: entry.page_for(language) for entry in entries}
    pages = _pages(chosen.values())
    programs = Program.objects.with_rounds().in_bulk([entry.program.pk for entry in entries if entry.program])
    now = timezone.now()
    for entry in entries:
        found = chosen[entry.key]
        page = pages.get(found.pk) if found else None
        shown_in = found.language if found and found.language != language else ""
        program = programs.get(entry.program.pk) if entry.program else None
        if program:
            yield _of_program(program, page, request, terms, shown_in, now)
        else:
            yield _of_page(entry, page, request, terms, shown_in)


def _pages(found):
    pks = [page.pk for page in found if page]
    return {page.pk: page for page in Page.objects.filter(pk__in=pks).select_related("locale").specific()}


def _of_program(program, page, request, terms, shown_in, now):
    texts = [program.said("summary"), *(page.published_texts() if page else [])]
    return Result(
        program.name,
        page.get_url(request) if page else program.url,
        program.get_kind_display(),
        shown_in,
        excerpt(texts, terms),
        program=program,
        standing=standing(program, now) if tells_state(program, page) else None,
    )


def _of_page(entry, page, request, terms, shown_in):
    texts = [*page.published_texts(), *entry.shown.get(page.pk, [])]
    kind = capfirst(page._meta.verbose_name)
    return Result(page.title, page.get_url(request), kind, shown_in, excerpt(texts, terms), above=entry.above_name)
