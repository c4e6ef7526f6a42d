"""Which events belong to a program: what its page shows as coming."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import make_program, make_program_page
from tests.markup import undirected
from tests.resources.announcing import in_spanish, lock, make_event, make_events_page, publish

pytestmark = pytest.mark.django_db

LAST = date(2027, 6, 30)
OVER = datetime(2027, 7, 1, 5, tzinfo=UTC)
"""Midnight in Chicago, whose clock is the site's."""


@pytest.fixture
def page():
    return make_program_page(make_program("ALSC"), title="ALSC Mentoring Program")


@pytest.fixture
def events():
    return make_events_page()


def text_of(client, page):
    answer = client.get(page.url)
    assert answer.status_code == 200
    return undirected(answer.content.decode())


def coming(client, page):
    """The titles in the section of coming events."""
    section = re.search(r'aria-labelledby="_events".*?</section>', text_of(client, page), re.DOTALL)
    return re.findall(r"<h3><a [^>]*>([^<]+)</a>", section[0]) if section else []


def choose(page, *chosen):
    page.resources = [{"type": "page", "value": each.pk} for each in chosen]
    return publish(page)


def test_events_below_the_page_soonest_first(client, page, events):
    today = timezone.localdate()
    make_event(page, title="Later", starts=today + timedelta(days=9))
    make_event(make_events_page(page), title="Soon", starts=today + timedelta(days=2))
    make_event(page, title="Going on", starts=today - timedelta(days=1), ends=today)
    make_event(events, title="The association's")
    assert coming(client, page) == ["Going on", "Soon", "Later"]


def test_without_a_coming_event_there_is_no_heading(client, page):
    make_event(page, title="Bygone", starts=timezone.localdate() - timedelta(days=1))
    text = text_of(client, page)
    assert "Coming events" not in text
    assert "Bygone" not in text


@pytest.mark.parametrize(("now", "shown"), [(OVER - timedelta(seconds=1), True), (OVER, False)])
def test_the_day_after_is_counted_on_the_sites_clock(client, page, time_machine, now, shown):
    make_event(page, title="Orientation", starts=LAST)
    time_machine.move_to(now, tick=False)
    assert ("Orientation" in text_of(client, page)) is shown


def test_a_chosen_event_is_named_once_and_when_it_is_over_as_a_resource(client, page, events, time_machine):
    event = make_event(events, title="Annual", starts=LAST)
    choose(page, event)
    time_machine.move_to(OVER - timedelta(days=1), tick=False)
    assert coming(client, page) == ["Annual"]
    assert text_of(client, page).count("Annual") == 1
    time_machine.move_to(OVER, tick=False)
    assert coming(client, page) == []
    assert re.search(rf'>Resources</h2>\s*<ul><li><a href="{event.url}">Annual</a>', text_of(client, page))


def test_a_chosen_events_page_brings_the_events_below_it_and_stays_a_resource(client, page, events):
    make_event(events, title="Annual")
    make_event(make_program_page(make_program()), title="Another program's")
    choose(page, events)
    assert coming(client, page) == ["Annual"]
    assert f'<a href="{events.url}">Events</a>' in text_of(client, page)


def test_another_programs_page_chosen_as_a_resource_brings_no_events(client, page):
    other = make_program_page(make_program())
    make_event(other)
    choose(page, other)
    assert coming(client, page) == []


def test_another_programs_event_is_shown_with_its_program(client, page):
    other = make_program_page(make_program(), title="Buddies")
    choose(page, make_event(other, title="Open evening"))
    make_event(page, title="Orientation")
    text = text_of(client, page)
    assert '<p class="soft">Buddies</p>' in text
    assert '<p class="soft">ALSC Mentoring Program</p>' not in text


def test_an_event_below_the_page_that_is_also_chosen_stands_once(client, page):
    event = make_event(page, title="Orientation")
    choose(page, event, event.get_parent())
    assert coming(client, page) == ["Orientation"]


def test_drafts_and_private_events_are_not_shown(client, page, events):
    make_event(page, title="Draft").unpublish()
    lock(make_event(page, title="Locked"))
    hidden = make_event(events, title="Hidden")
    choose(page, hidden)
    hidden.unpublish()
    assert coming(client, page) == []


def test_each_language_shows_its_own_and_what_has_no_translation(client, page, events):
    today = timezone.localdate()
    both = make_event(page, title="Orientation", starts=today)
    make_event(page, title="Forum", starts=today + timedelta(days=1))
    annual = make_event(events, title="Annual", starts=today + timedelta(days=2))
    chosen = [annual, make_event(events, title="Midwinter", starts=today + timedelta(days=3))]
    choose(page, *chosen)
    in_spanish(both, title="Orientación")
    in_spanish(annual, title="Conferencia anual")
    spanish = page.get_translations().get().specific
    assert coming(client, page) == ["Orientation", "Forum", "Annual", "Midwinter"]
    assert coming(client, choose(spanish, *chosen)) == ["Orientación", "Forum", "Conferencia anual", "Midwinter"]
    assert re.search(r'lang="en" hreflang="en">Midwinter<', text_of(client, spanish))
    assert not re.search(r'lang="es" hreflang="es">Conferencia anual<', text_of(client, spanish))


def test_an_event_in_spanish_alone_is_shown_in_english_and_says_its_language(client, page):
    spanish = in_spanish(page)
    make_event(spanish, title="Orientación")
    assert coming(client, page) == ["Orientación"]
    assert 'lang="es" hreflang="es">Orientación<' in text_of(client, page)


@pytest.mark.usefixtures("raised_at_once")
def test_a_page_asks_as_many_queries_for_many_events_as_for_one(client, page, events):
    in_spanish(page)

    def queries(more):
        for _ in range(more):
            make_event(page)
        choose(page, *[make_event(events) for _ in range(more)])
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        return len(captured)

    assert queries(1) == queries(10)


def test_a_preview_of_the_page_shows_them(client, page):
    make_event(page, title="Orientation")
    answer = page.make_preview_request()
    assert "Orientation" in answer.content.decode()
