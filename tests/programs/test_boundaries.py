"""At the second at which a call opens and closes, everything that tells of it agrees: on every clock, over both changes.

Slow, because each moment asks six addresses; worth it, because readers who meet two answers trust neither.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import feedparser
import icalendar
import pytest

from programs.offer.dates import ANYWHERE_ON_EARTH
from tests.factories import make_application, make_call, make_program, make_program_page

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
ZONES = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"]
ACROSS = [
    (datetime(2026, 10, 31, 9), datetime(2026, 11, 1, 23, 59, 59)),  # the clock goes back on November 1
    (datetime(2027, 3, 13, 9), datetime(2027, 3, 14, 23, 59, 59)),  # and forward on March 14
]
WITHIN = [
    (datetime(2026, 11, 1, 1, 30), datetime(2026, 11, 1, 1, 30, fold=1)),  # both half past one of that night
    (datetime(2027, 3, 14, 1, 30), datetime(2027, 3, 14, 3, 30)),  # one hour, two on the clock
]
WINDOWS = [(zone, window) for zone, window in product(ZONES, ACROSS + WITHIN)]
WINDOWS += [(ANYWHERE_ON_EARTH, window) for window in ACROSS]


@dataclass(frozen=True)
class Told:
    """What one moment's answers say, each on its own."""

    page: bool
    button: bool
    directory: bool
    form: bool
    listed: bool
    listed_role: bool
    calendar: bool
    feed: bool


OPEN = Told(*[True] * 8)
NOT_OPEN = Told(*[False] * 8)


def told(client, call):
    """Whether the call is open: asked of everything that tells of it."""
    page = client.get("/alsc/").content.decode()
    [program] = client.get("/programs.json").json()["programs"]
    return Told(
        page="state state-open" in page,
        button=f'href="/apply/{call.slug}/"' in page,
        directory="state state-open" in client.get("/").content.decode(),
        form="asked" in client.get(f"/apply/{call.slug}/").context,
        listed=program["state"]["key"] == "open",
        listed_role=[role["apply"] is not None for role in program["roles"] if role["state"]["key"] == "open"]
        == [True],
        calendar=calendar_says(client, call),
        feed=feed_says(client, call),
    )


def calendar_says(client, call):
    """Whether somebody who looks at the calendar now stands between opening and closing."""
    events = icalendar.Calendar.from_ical(client.get("/calendar/ALSC.ics").content).walk("VEVENT")
    at = {event["UID"].split("@")[0]: event for event in events if event["STATUS"] == "CONFIRMED"}
    opens, closes = at[f"call-{call.pk}-opens"]["DTSTART"].dt, at[f"call-{call.pk}-closes"]["DTEND"].dt
    return opens <= datetime.now(UTC) < closes


def feed_says(client, call):
    """Whether the newest entry about it says that it is open, rather than closed, or nothing."""
    entries = feedparser.parse(client.get("/feed.atom").content).entries
    return [entry.id for entry in entries][:1] == [f"tag:127.0.0.1,2026:call-{call.pk}-opens"]


def make_window(zone, window, **fields):
    anywhere = zone == ANYWHERE_ON_EARTH
    program = make_program("ALSC", time_zone="America/New_York" if anywhere else zone)
    make_program_page(program, slug="alsc")
    opens, closes = [moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for moment in window]
    return make_call(program, opens=opens, closes=closes, anywhere_on_earth=anywhere, **fields)


@pytest.mark.parametrize(("zone", "window"), WINDOWS)
def test_everything_agrees_at_the_second(client, time_machine, zone, window):
    call = make_window(zone, window)
    moments = {
        call.opens - SECOND: NOT_OPEN,
        call.opens: OPEN,
        call.closes - SECOND: OPEN,
        call.closes: NOT_OPEN,
    }
    for now, expected in moments.items():
        time_machine.move_to(now, tick=False)
        assert told(client, call) == expected, now


@pytest.mark.parametrize("window", ACROSS)
def test_a_full_call_is_open_nowhere_but_on_the_calendar(client, time_machine, window):
    """Calendar and feed tell of dates: a call that filled up did open, and closes on its day."""
    call = make_window("America/Denver", window, limit=1)
    make_application(call)
    for now in (call.opens, call.closes - SECOND):
        time_machine.move_to(now, tick=False)
        assert told(client, call) == Told(
            page=False,
            button=False,
            directory=False,
            form=False,
            listed=False,
            listed_role=False,
            calendar=True,
            feed=True,
        )


def test_the_place_that_is_given_back_is_open_everywhere_at_once(client, time_machine):
    call = make_window("America/Chicago", ACROSS[0], limit=1)
    application = make_application(call)
    time_machine.move_to(call.opens + SECOND, tick=False)
    application.status = "withdrawn"
    application.save()
    assert told(client, call) == OPEN
