"""What resource pages show of their entries: groups that hold something, each entry with what readers may follow.

Of many pages in one language in as many queries as of one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from portal.readable import readable
from resources.for_whom import ForWhom


@dataclass(frozen=True)
class Step:
    """A text of an activity, and where it leads: to a published page, to a work that readers may see."""

    text: str
    page: object = None
    citation: object = None


@dataclass(frozen=True)
class Shown:
    """One entry on a page: a citation, a goal or an activity, with what this page's editors say of it."""

    row: object
    for_whom: str
    topics: list
    note: str = ""
    step: Step | None = None
    parts: tuple = ()

    @property
    def for_one_side(self):
        """“For mentors”, in the reader's language; empty for both."""
        return "" if self.for_whom == ForWhom.BOTH else ForWhom(self.for_whom).label


@dataclass
class Group:
    """Entries under a heading. Pages leave out a group without entries, heading and all."""

    heading: str = ""
    intro: str = ""
    numbered: bool = False
    entries: list = field(default_factory=list)
    events: list = field(default_factory=list)

    @property
    def is_shown(self):
        return bool(self.entries or self.events)


def readings(bodies):
    """For each page's body its groups of citations that are public, with their topics: one query."""
    chosen = [entry["citation"] for block in all_of(bodies) for entry in block.value["entries"]]
    prefetch_related_objects([citation for citation in chosen if is_public(citation)], "topics")
    return [kept(reading_group(block) for block in body) for body in bodies]


def reading_group(block):
    entries = [reading(entry) for entry in block.value["entries"] if is_public(entry["citation"])]
    return Group(block.value["heading"], block.value["intro"], entries=entries)


def is_public(citation):
    return bool(citation) and citation.is_public


def reading(entry):
    citation = entry["citation"]
    return Shown(citation, entry.get("for_whom") or ForWhom.BOTH, list(citation.topics.all()), entry["note"])


def goals(bodies):
    """For each page's body its groups of goals, with their topics: one query."""
    prefetch_related_objects(rows_in(all_of(bodies), "goals"), "topics")
    return [kept(goal_group(block) for block in body) for body in bodies]


def goal_group(block):
    return Group(block.value["heading"], entries=[goal(row) for row in block.value["goals"] if row])


def goal(row):
    return Shown(row, row.for_whom, list(row.topics.all()))


def activities(bodies, locale_id):
    """For each page's body its groups of activities or of events, in as many queries however many there are."""
    blocks = all_of(bodies)
    rows = rows_in([block for block in blocks if block.block_type == "category"], "activities")
    chosen = rows_in([block for block in blocks if block.block_type == "events"], "events")
    prefetch_related_objects(rows, "topics", "citation", "parts__citation")
    steps = [step for row in rows for step in (row, *row.parts.all())]
    pages = readable([*(step.page_id for step in steps if step.page_id), *(event.pk for event in chosen)], locale_id)
    events = specific([pages[event.pk] for event in chosen if event.pk in pages])
    return [kept(activity_group(block, pages, events) for block in body) for body in bodies]


def specific(pages):
    return {page.pk: page for page in Page.objects.filter(pk__in=[page.pk for page in pages]).specific()}


def activity_group(block, pages, events):
    return category(block, pages) if block.block_type == "category" else event_group(block, pages, events)


def category(block, pages):
    entries = [activity(row, pages) for row in block.value["activities"] if row]
    return Group(block.value["heading"], numbered=block.value["numbered"], entries=entries)


def activity(row, pages):
    parts = tuple(step(part, pages) for part in row.parts.all())
    return Shown(row, row.for_whom, list(row.topics.all()), step=step(row, pages), parts=parts)


def step(row, pages):
    return Step(row.said("text"), pages.get(row.page_id), row.citation if is_public(row.citation) else None)


def event_group(block, pages, events):
    found = [pages.get(event.pk) for event in block.value["events"] if event]
    return Group(block.value["heading"], events=[events[page.pk] for page in found if page])


def rows_in(blocks, name) -> Iterable:
    """Every chosen row once for each place: a row that was deleted is none."""
    return [row for block in blocks for row in block.value[name] if row]


def all_of(bodies):
    return [block for body in bodies for block in body]


def kept(groups):
    return [group for group in groups if group.is_shown]
