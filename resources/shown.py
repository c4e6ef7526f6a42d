"""What resource pages show of their entries: groups that hold something, each entry with what readers may follow.

Of many pages in one language in as many queries as of one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db.models import prefetch_related_objects

from portal.models import Topic
from portal.pages.readable import readable
from resources.for_whom import ForWhom


@dataclass(frozen=True)
class Step:
    """A goal, an activity or a part of one, and where it leads: to a published page, to a work that readers may see."""

    text: str
    lang: str = ""
    """The language of the text, where it is not the reader's."""
    page: object = None
    citation: object = None


@dataclass(frozen=True)
class Shown:
    """One entry on a page: a citation, a goal, an activity or an event, with what this page's editors say of it."""

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

    @property
    def is_described(self):
        """Whether there is anything to say of whom it is for or what it is about."""
        return bool(self.topics) or self.for_whom != ForWhom.BOTH


@dataclass
class Group:
    """Entries under a heading. Pages leave out a group without entries, heading and all."""

    heading: str = ""
    intro: str = ""
    numbered: bool = False
    entries: list = field(default_factory=list)
    events: list = field(default_factory=list)

    @property
    def all(self):
        return [*self.entries, *self.events]

    @property
    def event_pages(self):
        return [event.row for event in self.events]


def readings(bodies):
    """For each page's body its groups of citations that are public, with their topics: two queries."""
    chosen = [entry["citation"] for block in all_of(bodies) for entry in block.value["entries"]]
    topics = topics_of([citation for citation in chosen if is_public(citation)])
    return [kept(reading_group(block, topics) for block in body) for body in bodies]


def reading_group(block, topics):
    """`topics` of each citation that is public."""
    entries = [reading(entry, topics) for entry in block.value["entries"] if key(entry["citation"]) in topics]
    return Group(block.value["heading"], block.value["intro"], entries=entries)


def key(row):
    return row and row.pk


def is_public(citation):
    return bool(citation) and citation.is_public


def reading(entry, topics):
    citation = entry["citation"]
    return Shown(citation, entry.get("for_whom") or ForWhom.BOTH, topics[citation.pk], entry["note"])


def goals(bodies):
    """For each page's body its groups of goals, with their topics: two queries."""
    topics = topics_of(rows_in(all_of(bodies), "goals"))
    return [kept(goal_group(block, topics) for block in body) for body in bodies]


def goal_group(block, topics):
    entries = [Shown(row, row.for_whom, topics[row.pk], step=worded(row)) for row in block.value["goals"] if row]
    return Group(block.value["heading"], entries=entries)


def activities(bodies, locale_id):
    """For each page's body its groups of activities or of events, in as many queries however many there are."""
    blocks = all_of(bodies)
    rows = rows_in([block for block in blocks if block.block_type == "category"], "activities")
    chosen = rows_in([block for block in blocks if block.block_type == "events"], "events")
    prefetch_related_objects(rows, "citation", "parts__citation")
    steps = [step for row in rows for step in (row, *row.parts.all())]
    pages = readable([*(step.page_id for step in steps if step.page_id), *(event.pk for event in chosen)], locale_id)
    known = Known(pages, topics_of(rows), shown_events([pages[event.pk] for event in chosen if event.pk in pages]))
    return [kept(known.group(block) for block in body) for body in bodies]


def shown_events(pages):
    """{page: the event as an entry}: it is for whoever wants to come."""
    kinds = {page.specific_class for page in pages}
    events = [event for kind in kinds for event in kind.objects.filter(pk__in={page.pk for page in pages})]
    topics = topics_of(events)
    return {event.pk: Shown(event, ForWhom.BOTH, topics[event.pk]) for event in events}


@dataclass
class Known:
    """What was asked for all activities and events of some pages: by key the pages that readers get, topics, events."""

    pages: dict
    topics: dict
    events: dict

    def group(self, block):
        return self.category(block) if block.block_type == "category" else self.event_group(block)

    def category(self, block):
        entries = [self.activity(row) for row in block.value["activities"] if row]
        return Group(block.value["heading"], numbered=block.value["numbered"], entries=entries)

    def activity(self, row):
        parts = tuple(worded(part, self.pages) for part in row.parts.all())
        return Shown(row, row.for_whom, self.topics[row.pk], step=worded(row, self.pages), parts=parts)

    def event_group(self, block):
        found = [self.pages.get(event.pk) for event in block.value["events"] if event]
        return Group(block.value["heading"], events=[self.events[page.pk] for page in found if page])


def worded(row, pages=None):
    """A row's text, and where it leads; a goal leads nowhere."""
    told = Step(row.said("text"), row.language_of("text"))
    if pages is None:
        return told
    return replace(told, page=pages.get(row.page_id), citation=row.citation if is_public(row.citation) else None)


def topics_of(rows):
    """{row: its topics, as the reader's alphabet orders them}: two queries. All rows are of one kind."""
    found = {row.pk: [] for row in rows}
    if found:
        topics = type(rows[0]).topics
        row = topics.field.m2m_field_name()
        chosen = set(topics.through.objects.filter(**{f"{row}__in": found}).values_list(row, "topic"))
        named = Topic.objects.in_bulk({topic for _row, topic in chosen})
        order = {pk: place for place, pk in enumerate(sorted(named, key=lambda pk: str(named[pk])))}
        for pk, topic in sorted(chosen, key=lambda pair: order[pair[1]]):
            found[pk].append(named[topic])
    return found


def rows_in(blocks, name) -> Iterable:
    """Every chosen row once for each place: a row that was deleted is none."""
    return [row for block in blocks for row in block.value[name] if row]


def all_of(bodies):
    return [block for body in bodies for block in body]


def kept(groups):
    """Those with something in them."""
    return [group for group in groups if group.all]
