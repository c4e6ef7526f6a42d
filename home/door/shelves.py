"""The door as a reader finds it: a shelf for each kind, with the pages that hold it and one example."""

from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.caching.remembering import remembered
from portal.pages.mapped.map import address, the_map
from portal.pages.readable import nearest
from portal.texts import dates

from .rows import NAMED, PAGES, PROGRAM_PAGES, Kind, keys_in, resource_pages, texts

LEADS = {
    Kind.GOALS: _("What others have set out to do, to start from."),
    Kind.ACTIVITIES: _("What a pair can do together."),
    Kind.READINGS: _("What has been written about mentoring and the work."),
    Kind.EVENTS: _("Where people meet, and what was recorded."),
}
MOST_KEYS = 5
"""Of a page's rows so many are asked for: one of the first can be shown."""


@dataclass(frozen=True)
class Place:
    """A page that readers may open."""

    title: str
    url: str
    language: str
    """Where it is not the reader's."""
    above: str
    """The title of the program's page that it stands below."""


@dataclass(frozen=True)
class Example:
    text: str
    lang: str
    """Of the text, where it is not the reader's."""
    place: Place
    """Where it stands."""
    day: str = ""


@dataclass(frozen=True)
class Shelf:
    kind: Kind
    places: list
    example: Example | None

    @property
    def lead(self):
        return LEADS[self.kind]


class Door:
    """Two queries, however many pages and rows there are; the shelves of a day are remembered."""

    def __init__(self, request, now):
        self.request, self.today = request, timezone.localdate(now)

    @cached_property
    def shelves(self):
        """Those with a page that readers may open."""
        return remembered("shelves", self.filled, of=(self.today, get_language(), *self.starts))

    def filled(self):
        named = {kind: list(self.named(kind)) for kind in NAMED}
        said = texts({kind: {key for key, _row in found} for kind, found in named.items()})
        examples = {kind: self.first(found, kind, said) for kind, found in named.items()}
        examples[Kind.EVENTS] = self.event()
        found = [Shelf(kind, [self.place(row) for row in self.of_kind(kind)], examples[kind]) for kind in Kind]
        return [shelf for shelf in found if shelf.places]

    @cached_property
    def rows(self):
        """Each page once, in the reader's language where it is translated; the association's own before programs'."""
        languages = {}
        for row in resource_pages(self.today):
            languages.setdefault(row["translation_key"], []).append(row)
        return [nearest(rows, get_language(), itemgetter("locale__language_code")) for rows in languages.values()]

    @cached_property
    def starts(self):
        return the_map().starts(self.request)

    def of_kind(self, kind):
        return [row for row in self.rows if row[PAGES[kind]]]

    def named(self, kind):
        """(key of a row, the page that shows it), in the order of pages and of the rows on them."""
        for page in self.of_kind(kind):
            for key in keys_in(kind, page[f"{PAGES[kind]}__body"])[:MOST_KEYS]:
                yield key, page

    def first(self, named, kind, said):
        key, page = next(((key, page) for key, page in named if (kind, key) in said), (None, None))
        if page is None:
            return None
        text = said[kind, key]
        return Example(text.said("text"), text.language_of("text") if kind != Kind.READINGS else "", self.place(page))

    def event(self):
        """What comes next; where nothing comes, what was last."""
        day = itemgetter("eventpage__starts")
        events = [row for row in self.rows if day(row)]
        coming = [row for row in events if row["eventpage__ends"] >= self.today]
        if not events:
            return None
        row = min(coming, key=day) if coming else max(events, key=day)
        place = self.place(row)
        return Example(row["title"], place.language, place, dates.day(day(row)))

    def place(self, row):
        language, below = row["locale__language_code"], row["depth"] > PROGRAM_PAGES
        foreign = "" if language == get_language() else language
        return Place(row["title"], address(row["url_path"], self.starts), foreign, row["above"] if below else "")
