"""A calendar and a feed with what is hard to write, the same whenever they are written."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from programs.calendar import feed, ics
from programs.calendar.entries import Entry, Status, before

CHANGED = datetime(2026, 11, 1, 12, tzinfo=UTC)
CLOSES = datetime(2027, 1, 29, 23, 59, tzinfo=ZoneInfo("America/Vancouver"))
SKIPPED = datetime(2027, 3, 14, 2, 30, tzinfo=ZoneInfo("America/New_York"))
LONG = "Applications close: mentors, mentees; all of “Ñandú \\ & Sons” 😀 – " * 4
ARABIC = "مواعيد التقديم " * 9

ENTRIES = [
    Entry(
        "call-1-closes", LONG, before(CLOSES), CHANGED, CLOSES, "https://example.org/apply/1/", detail="Viernes,\n29"
    ),
    Entry("call-1-opens", ARABIC, SKIPPED, CHANGED),
    Entry(
        "round-1-starts", "Formal mentoring begins", date(2027, 3, 14), CHANGED, place="Calle de Alcalá, 49; 2.º izq."
    ),
    Entry("milestone-1", "Early November", date(2027, 11, 1), CHANGED, date(2027, 11, 10), status=Status.CANCELLED),
    Entry("event-1", "Over midnight", CLOSES, CHANGED, CLOSES.replace(day=31, hour=1)),
]
NEWS = [
    SimpleNamespace(
        key=f"call-{n}-opens",
        title=title,
        text="Closes <soon> & “late”.",
        url=f"https://example.org/{n}/",
        at=at,
        changed=CHANGED,
    )
    for n, (title, at) in enumerate(
        [(LONG, datetime(2026, 10, 1, tzinfo=UTC)), (ARABIC, CHANGED), ("a < b & c", CHANGED)]
    )
]


def calendar():
    return ics.write("Todas, las; fechas", ENTRIES, zone="America/Vancouver")


def news():
    return feed.write("Openings & “deadlines”", "When, and which <events>.", NEWS, CHANGED)
