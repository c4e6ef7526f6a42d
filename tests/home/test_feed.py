"""The feed of all: openings and deadlines as programs tell of them, and the events that are coming."""

from datetime import UTC, date, datetime, timedelta

import feedparser
import pytest
from django.conf import settings

from tests.factories import make_call, make_program, make_program_page
from tests.resources.announcing import in_spanish, lock, make_event, make_events_page, publish

pytestmark = pytest.mark.django_db

ANNOUNCED = datetime(2027, 1, 4, 14, tzinfo=UTC)
FIRST, LAST = date(2027, 6, 25), date(2027, 6, 30)
OVER = datetime(2027, 7, 1, 5, tzinfo=UTC)
"""Midnight in Chicago, whose clock is the site's."""
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(ANNOUNCED, tick=False)


@pytest.fixture
def events():
    return make_events_page()


def read(client, path="/feed.atom"):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    found = feedparser.parse(response.content)
    assert (found.bozo, found.version) == (False, "atom10")
    return found


def titles(client, path="/feed.atom"):
    return [entry.title for entry in read(client, path).entries]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (ANNOUNCED, True),
        (OVER - timedelta(days=1), True),
        (datetime(2027, 7, 1, tzinfo=UTC), True),
        (OVER - SECOND, True),
        (OVER, False),
        (OVER + timedelta(days=1), False),
    ],
)
def test_an_event_is_told_of_until_its_last_day_ends_on_the_sites_clock(client, events, time_machine, now, told):
    make_event(events, starts=FIRST, ends=LAST)
    time_machine.move_to(now, tick=False)
    assert bool(titles(client)) is told


def test_an_entry_says_what_when_and_where(client, events):
    event = make_event(
        events, title="ALA Annual", starts=FIRST, ends=LAST, place="Chicago", search_description="Meet <us> & others."
    )
    [entry] = read(client).entries
    assert entry.title == "Event: ALA Annual – June 25, 2027 to June 30, 2027 – Chicago"
    assert entry.link == settings.SITE_URL + event.url
    assert entry.id == f"tag:127.0.0.1,2026:event-{event.translation_key}"
    assert entry.published == entry.updated == ANNOUNCED.isoformat()
    assert entry.summary == "Meet &lt;us&gt; &amp; others."


def test_a_programs_event_of_one_day_ends_with_the_program(client):
    make_event(make_program_page(make_program(), title="Buddies"), title="Orientation", starts=FIRST)
    assert titles(client) == ["Event: Orientation – June 25, 2027 – Buddies"]


def test_an_event_that_moves_keeps_its_id_and_its_first_publication(client, events, time_machine):
    event = make_event(events, starts=FIRST)
    [before] = read(client).entries
    moved = ANNOUNCED + timedelta(days=9)
    time_machine.move_to(moved, tick=False)
    event.starts, event.ends = FIRST + timedelta(days=1), LAST
    publish(event)
    [after] = read(client).entries
    assert (after.id, after.published) == (before.id, before.published)
    assert after.updated == moved.isoformat()
    assert "June 26, 2027 to June 30, 2027" in after.title


def test_each_event_once_in_the_readers_language_and_the_others_as_they_are(client, events, time_machine):
    both = make_event(events, title="Annual", starts=FIRST)
    time_machine.move_to(ANNOUNCED + SECOND, tick=False)
    make_event(events, title="Midwinter", starts=FIRST)
    copy = in_spanish(both, title="Conferencia anual")
    found = {entry.id.rpartition("event-")[2]: entry for entry in read(client, "/es/feed.atom").entries}
    assert len(found) == 2
    assert "Conferencia anual" in found[str(both.translation_key)].title
    assert "25 de junio de 2027" in found[str(both.translation_key)].title
    assert found[str(both.translation_key)].link == settings.SITE_URL + copy.url
    assert ["Midwinter" in title for title in titles(client)] == [True, False]
    assert not any("Conferencia" in title for title in titles(client))


def test_drafts_private_pages_and_what_is_unpublished_are_not_told_of(client, events):
    lock(make_event(events, starts=FIRST))
    make_event(events, starts=FIRST).unpublish()
    assert titles(client) == []


def test_events_stand_among_openings_the_newest_first(client, events, time_machine):
    program = make_program(name="Buddies")
    make_program_page(program)
    for days in (1, 3):
        make_call(program, f"role{days}", opens=ANNOUNCED + timedelta(days=days), closes=None)
    time_machine.move_to(ANNOUNCED + timedelta(days=2), tick=False)
    make_event(events, title="Annual", starts=FIRST)
    time_machine.move_to(ANNOUNCED + timedelta(days=4), tick=False)
    assert [title.partition(":")[0] for title in titles(client)] == [
        "Applications are open",
        "Event",
        "Applications are open",
    ]
    for _ in range(60):
        make_event(events, starts=FIRST)
    assert len(titles(client)) == 50


def test_the_feed_names_what_it_holds(client):
    feed = read(client).feed
    assert feed.title == f"{settings.WAGTAIL_SITE_NAME}: openings, deadlines and events"
    assert "events are coming" in feed.subtitle


def test_queries_do_not_grow_with_events(client, events, django_assert_num_queries, django_assert_max_num_queries):
    make_event(events, starts=FIRST)
    page = make_call().round.program.pages.get()
    client.get("/feed.atom")
    with django_assert_max_num_queries(9) as one:
        client.get("/feed.atom")
    for _ in range(10):
        make_event(events, starts=FIRST)
        make_event(page, starts=FIRST)
        make_event(make_call().round.program.pages.get(), starts=FIRST)
    with django_assert_num_queries(len(one)):
        client.get("/feed.atom")
