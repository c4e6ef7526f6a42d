"""The directory of all programs: grouped, with hosts and live states, in a fixed number of queries."""

from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language

from programs.listing.ways_on import WayOn, way_on
from programs.models import Program
from programs.offer.standing import RUNS_HERE, ProgramState, standing, tells_state

FIRST = [ProgramState.OPEN, ProgramState.SOON, ProgramState.DECIDING]
"""What one can do something about stands above the rest."""


@dataclass(slots=True)
class Entry:
    name: str
    kind: str
    host: str
    """The host as a line of its own; empty where the program's name says it."""
    summary: str
    url: str
    language: str
    """Of the page at the address, where it is not the reader's."""
    name_language: str
    """Of the name, where it is not the reader's."""
    state: str = ""
    state_word: str = ""
    sentence: str = ""
    way: WayOn | None = None
    """Where it leads while nothing of it has a page."""
    remind: str = ""
    """The code of a program that tells whoever asks when it opens."""

    @property
    def rank(self):
        return FIRST.index(self.state) if self.state in FIRST else len(FIRST)

    @property
    def is_open(self):
        return self.state == ProgramState.OPEN


@dataclass(frozen=True)
class Group:
    anchor: str
    heading: str
    intro: str
    entries: list

    @property
    def names_only(self):
        """Nothing is known of any entry but its name and host."""
        return not any(entry.state or entry.summary for entry in self.entries)


def groups(page, entries):
    """Three groups of entries, under the headings and introductions that the home page gives."""
    kinds = [
        (Program.Kind.MENTORING, "programs", page.programs_heading, page.programs_intro),
        (Program.Kind.DISCUSSION, "groups", page.groups_heading, page.groups_intro),
        (Program.Kind.AFFILIATE, "affiliates", page.affiliates_heading, page.affiliates_intro),
    ]
    found = [
        Group(
            anchor, heading or kind.label, intro, sorted((entry for entry in entries if entry.kind == kind), key=rank)
        )
        for kind, anchor, heading, intro in kinds
    ]
    return [group for group in found if group.entries]


rank = attrgetter("rank")


def entry(program, hosts, page, now):
    """`program` is a brief one; `hosts` every host by its key; `page` the address and language of its page, or None."""
    host, (url, language) = hosts[program.host], page or (program.url, "")
    found = standing(program, now) if tells_state(program, page) else None
    told = (found.state.value, str(found.label), found.sentence) if found else ("", "", "")
    may_remind = page and program.kind == RUNS_HERE and found.state != ProgramState.OPEN
    host_line = "" if host.name in program.said("name") else str(host)
    return Entry(
        program.said("name"),
        program.kind,
        host_line,
        program.said("summary"),
        url,
        language,
        program.language_of("name"),
        *told,
        way=None if url else way_on(program, hosts),
        remind=address_to_remind(get_language(), program.code) if may_remind else "",
    )


def address_to_remind(language, code):
    return remind_at(language).replace("CODE", code)


@cache
def remind_at(language):
    """Asked of Django once for each language: two hundred times would cost more than all queries."""
    with translation.override(language):
        return reverse("remind", args=["CODE"])
