"""The directory of all programs: grouped, with hosts and live states, in a fixed number of queries."""

from dataclasses import dataclass

from programs.models import Program, ProgramPage
from programs.state import ProgramState, Standing, standing

TAKES_PART = {Program.Kind.MENTORING}
"""Kinds whose programs run here; the others are told about and linked."""


@dataclass(frozen=True)
class Entry:
    program: Program
    url: str
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
    urls = page_urls(page.locale_id)
    entries = [_entry(program, urls, now) for program in Program.objects.with_rounds()]
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


def page_urls(locale_id):
    """Address of each program's published page in a language; the first published where there are several."""
    pages = ProgramPage.objects.live().public().filter(locale_id=locale_id).order_by("-first_published_at", "-pk")
    return {page.program_id: page.url for page in pages}


def _entry(program, urls, now):
    url = urls.get(program.pk, program.url)
    has_state = program.kind in TAKES_PART and (program.pk in urls or program.rounds.all())
    return Entry(program, url, standing(program, now) if has_state or program.paused else None)
