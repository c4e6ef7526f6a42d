"""The directory of all programs: grouped, with hosts and live states, in a fixed number of queries."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q

from programs.models import Program, ProgramPage
from programs.state import ProgramState, Standing, standing

TAKES_PART = {Program.Kind.MENTORING}
"""Kinds whose programs run here; the others are told about and linked."""


@dataclass(frozen=True)
class Entry:
    program: Program
    url: str
    language: str
    """Of the page at the address, where it is not the reader's."""
    standing: Standing | None

    @property
    def is_open(self):
        return bool(self.standing) and self.standing.state == ProgramState.OPEN


@dataclass(frozen=True)
class Group:
    anchor: str
    heading: str
    intro: str
    entries: list

    @property
    def names_only(self):
        """Nothing is known of any entry but its name and host."""
        return not any(entry.standing or entry.program.summary for entry in self.entries)

    @property
    def open_entries(self):
        return [entry for entry in self.entries if entry.is_open]


def directory(page, now):
    """Three groups of entries, under the headings and introductions that the home page gives."""
    pages = program_pages(page.locale_id)
    entries = [_entry(program, pages, page.locale_id, now) for program in Program.objects.with_rounds()]
    kinds = [
        (Program.Kind.MENTORING, "programs", page.programs_heading, page.programs_intro),
        (Program.Kind.DISCUSSION, "groups", page.groups_heading, page.groups_intro),
        (Program.Kind.AFFILIATE, "affiliates", page.affiliates_heading, page.affiliates_intro),
    ]
    groups = [
        Group(anchor, heading or kind.label, intro, [entry for entry in entries if entry.program.kind == kind])
        for kind, anchor, heading, intro in kinds
    ]
    return [group for group in groups if group.entries]


def program_pages(locale_id):
    """Each program's published page in a language, else in the site's own; the first published where there are several."""
    languages = Q(locale_id=locale_id) | Q(locale__language_code=settings.LANGUAGE_CODE)
    newest_first = ProgramPage.objects.live().public().filter(languages).order_by("-first_published_at", "-pk")
    pages = sorted(newest_first.select_related("locale"), key=lambda page: page.locale_id == locale_id)
    return {page.program_id: page for page in pages}


def _entry(program, pages, locale_id, now):
    page = pages.get(program.pk)
    has_state = program.kind in TAKES_PART and (page or program.rounds.all())
    return Entry(
        program,
        page.url if page else program.url,
        page.locale.language_code if page and page.locale_id != locale_id else "",
        standing(program, now) if has_state or program.paused else None,
    )
