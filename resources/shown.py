"""What resource pages show of their entries: groups that hold something, each entry with what readers may follow."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

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


def readings(blocks):
    """Groups of citations that are public, with their topics: one query."""
    chosen = [[entry for entry in block.value["entries"] if is_public(entry["citation"])] for block in blocks]
    prefetch_related_objects([entry["citation"] for entries in chosen for entry in entries], "topics")
    groups = [
        Group(block.value["heading"], block.value["intro"], entries=[reading(entry) for entry in entries])
        for block, entries in zip(blocks, chosen, strict=True)
    ]
    return [group for group in groups if group.is_shown]


def is_public(citation):
    return bool(citation) and citation.is_public


def reading(entry):
    citation = entry["citation"]
    return Shown(citation, entry.get("for_whom") or ForWhom.BOTH, list(citation.topics.all()), entry["note"])


def goals(blocks):
    """Groups of goals, with their topics: one query."""
    prefetch_related_objects(rows_in(blocks, "goals"), "topics")
    groups = [
        Group(block.value["heading"], entries=[goal(row) for row in block.value["goals"] if row]) for block in blocks
    ]
    return [group for group in groups if group.is_shown]


def goal(row):
    return Shown(row, row.for_whom, list(row.topics.all()))


def activities(blocks, locale_id):
    """Groups of activities or of events, in as many queries however many there are."""
    categories = [block for block in blocks if block.block_type == "category"]
    rows = rows_in(categories, "activities")
    prefetch_related_objects(rows, "topics", "citation", "parts__citation")
    steps = [step for row in rows for step in (row, *row.parts.all())]
    events = [event for block in blocks if block.block_type == "events" for event in block.value["events"] if event]
    pages = readable([*(step.page_id for step in steps if step.page_id), *(event.pk for event in events)], locale_id)
    groups = [
        category(block, pages) if block.block_type == "category" else event_group(block, pages) for block in blocks
    ]
    return [group for group in groups if group.is_shown]


def category(block, pages):
    entries = [activity(row, pages) for row in block.value["activities"] if row]
    return Group(block.value["heading"], numbered=block.value["numbered"], entries=entries)


def activity(row, pages):
    parts = tuple(step(part, pages) for part in row.parts.all())
    return Shown(row, row.for_whom, list(row.topics.all()), step=step(row, pages), parts=parts)


def step(row, pages):
    return Step(row.said("text"), pages.get(row.page_id), row.citation if is_public(row.citation) else None)


def event_group(block, pages):
    found = [pages.get(event.pk) for event in block.value["events"] if event]
    return Group(block.value["heading"], events=[event.specific for event in found if event])


def rows_in(blocks, name) -> Iterable:
    """Every chosen row once for each place: a row that was deleted is none."""
    return [row for block in blocks for row in block.value[name] if row]
