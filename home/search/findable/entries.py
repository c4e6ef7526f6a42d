"""Everything that can be found now: each program with its pages, and each other published page with its translations."""

from collections import defaultdict
from dataclasses import dataclass, field
from operator import attrgetter

from django.apps import apps
from django.db.models import F, Q
from django.utils.translation import get_language
from wagtail.models import Page

from home.models import HomePage
from home.search.findable.program_texts import about_programs, program_texts
from home.search.findable.shown import shown_texts
from home.search.weights import ABOUT, NAME, SHOWN, together
from portal.caching.remembering import remembered
from portal.pages.readable import nearest
from programs.listing.brief import IN_WORDS, BriefProgram, brief_programs
from programs.models import ApplicationFormPage, Host, Program
from programs.models.offer.program_page import draft_trees


@dataclass(frozen=True)
class PublicPage:
    pk: int
    path: str
    title: str
    language: str
    translation_key: str
    program_id: int | None
    app: str
    kind: str


@dataclass
class Entry:
    """One thing to find: a program and its pages, or a page and its translations."""

    texts: list
    """(weight, folded text)"""
    pages: list
    program: BriefProgram | None = None
    above: str = ""
    """The folded names of the program that the page belongs to."""
    above_name: str = ""
    shown: dict = field(default_factory=dict)
    """By page the plain texts of the entries that it shows."""

    @property
    def key(self):
        return self.program.code if self.program else self.pages[0].translation_key

    @property
    def title(self):
        return self.program.said("name") if self.program else self.pages[0].title

    def page_for(self, language):
        """The page in the reader's language, else in the site's own, else the first there is."""
        return nearest(self.pages, language, attrgetter("language"))


def all_entries(root, hosts, now):
    """Every entry under a site's root page, in a fixed number of queries, as it reads now in the active language."""
    return remembered("entries", lambda: _all_entries(root, hosts, now), of=(root.path, get_language()), now=now)


def _all_entries(root, hosts, now):
    pages = public_pages(root)
    programs = _program_entries(pages, hosts, now)
    return [*programs, *_page_entries(pages, programs, shown_texts(pages))]


def public_pages(root):
    """What anybody may read now, oldest first: no draft (nor a page of a draft program), no private page, no alias; the
    directory and forms stay out."""
    trees = Q()
    for spot in root.map.by_key[root.translation_key].values():
        trees |= Q(path__startswith=spot.path)
    pages = Page.objects.live().public().filter(trees, alias_of=None).not_type(HomePage, ApplicationFormPage)
    for path in draft_trees():
        pages = pages.exclude(path__startswith=path)
    fields = (
        "locale__language_code",
        "translation_key",
        "programpage__program_id",
        "content_type__app_label",
        "content_type__model",
    )
    return [
        PublicPage(*row)
        for row in pages.order_by(F("first_published_at").asc(nulls_last=True), "pk").values_list(
            "pk", "path", "title", *fields
        )
    ]


def _program_entries(pages, hosts, now):
    of_program = defaultdict(list)
    for page in pages:
        of_program[page.program_id].append(page)
    by_id = {host.pk: host for host in hosts}
    about = about_programs(by_id)
    columns = ("code", "kind", "host", "url", "reply_to", *IN_WORDS)
    programs = brief_programs(Program.objects.public(), now, *columns)
    return [
        Entry(program_texts(program, by_id, about[program.pk], of_program[program.pk]), of_program[program.pk], program)
        for program in programs
    ]


def _page_entries(pages, programs, shown):
    groups = defaultdict(list)
    for page in pages:
        if page.program_id is None:
            groups[page.translation_key].append(page)
    above = {page.path: entry for entry in programs for page in entry.pages}
    return [_page_entry(group, above, shown) for group in groups.values()]


def _page_entry(pages, above, shown):
    found = {page.pk: shown[page.pk] for page in pages if page.pk in shown}
    texts = [text for each in found.values() for text in each.texts]
    topics = [name for each in found.values() for name in each.topics]
    titles = together(page.title for page in pages)
    kind = str(apps.get_model(pages[0].app, pages[0].kind)._meta.verbose_name)
    said = [(NAME, titles), (ABOUT, together([kind, *topics])), (SHOWN, together(texts))]
    entry = Entry(said, pages, shown={pk: each.texts for pk, each in found.items()})
    parents = (above.get(pages[0].path[:end]) for end in range(4, len(pages[0].path), 4))
    program = next(filter(None, parents), None)
    if program:
        entry.above, entry.above_name = program.texts[0][1], program.title
    return entry


def all_hosts():
    return list(Host.objects.by_key().values())
