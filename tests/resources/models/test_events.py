"""Events: announced by the association or by a program, coming until their last day is over, then past by themselves."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.models import StandardPage
from portal.models import Topic
from resources.models import EventPage, EventsPage
from tests.factories import make_page_editor, make_program, make_program_page, make_user
from tests.markup import undirected
from tests.resources.announcing import home, in_spanish, lock, make_event, make_events_page, publish
from tests.structured import things_in

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2027, 6, 25), date(2027, 6, 30)
SECOND = timedelta(seconds=1)
OVER = datetime(2027, 7, 1, 5, tzinfo=UTC)
"""Midnight in Chicago, whose clock is the site's: five hours after that of Greenwich."""


@pytest.fixture
def events():
    return make_events_page()


@pytest.fixture
def program_page():
    return make_program_page(make_program("ALSC"), title="ALSC Mentoring Program")


def text_of(client, page):
    answer = client.get(page.url)
    assert answer.status_code == 200
    return undirected(answer.content.decode())


def listed(client, page):
    """The titles under each heading of an events page."""
    parts = re.split(r"<h2[^>]*>([^<]+)</h2>", re.search("<main.*</main>", text_of(client, page), re.DOTALL)[0])
    return {
        heading: re.findall(r"<h3><a [^>]*>([^<]+)</a>", part)
        for heading, part in zip(parts[1::2], parts[2::2], strict=True)
    }


def test_soonest_first_of_what_is_coming_latest_first_of_what_is_past(client, events):
    today = timezone.localdate()
    for days in (9, -9, 1, -1, 0):
        make_event(events, title=f"In {days} days", starts=today + timedelta(days=days))
    assert listed(client, events) == {
        "Coming": ["In 0 days", "In 1 days", "In 9 days"],
        "Past": ["In -1 days", "In -9 days"],
    }


@pytest.mark.parametrize(
    ("now", "coming"),
    [
        (datetime(2027, 6, 24, 17, tzinfo=UTC), True),
        (datetime(2027, 6, 30, 17, tzinfo=UTC), True),
        (datetime(2027, 7, 1, tzinfo=UTC), True),
        (OVER - SECOND, True),
        (OVER, False),
        (datetime(2027, 7, 1, 17, tzinfo=UTC), False),
    ],
)
def test_an_event_is_coming_until_its_last_day_ends_on_the_sites_clock(client, events, time_machine, now, coming):
    event = make_event(events, title="Annual", starts=FIRST, ends=LAST)
    time_machine.move_to(now, tick=False)
    assert listed(client, events).get("Coming" if coming else "Past") == ["Annual"]
    assert (">Over<" in text_of(client, event)) is not coming


def test_the_associations_list_names_programs_events_with_the_program(client, events, program_page):
    make_event(events, title="Annual")
    make_event(program_page, title="Orientation")
    make_event(make_events_page(program_page), title="Forum")
    assert sorted(listed(client, events)["Coming"]) == ["Annual", "Forum", "Orientation"]
    text = text_of(client, events)
    assert re.findall(r'<a [^>]*>(\w+)</a></h3>\s*<p class="soft">ALSC Mentoring Program<', text) == [
        "Orientation",
        "Forum",
    ]


def test_a_programs_list_names_its_own_events_alone(client, events, program_page):
    make_event(events, title="Annual")
    make_event(program_page, title="Orientation")
    own = make_events_page(program_page)
    make_event(own, title="Forum")
    assert sorted(listed(client, own)["Coming"]) == ["Forum", "Orientation"]
    assert 'class="soft">ALSC Mentoring Program' not in text_of(client, own)


def test_a_program_whose_page_is_not_published_is_not_named(client, events, program_page):
    make_event(program_page, title="Orientation")
    program_page.unpublish()
    assert "ALSC Mentoring Program" not in text_of(client, events)


def test_drafts_private_pages_and_aliases_are_not_listed(client, events, program_page):
    shown = make_event(events, title="Shown")
    make_event(events, title="Draft").unpublish()
    lock(make_event(events, title="Locked"))
    lock(program_page)
    make_event(program_page, title="Behind a lock")
    shown.create_alias(parent=program_page, update_slug="alias")
    assert listed(client, events) == {"Coming": ["Shown"]}


def test_each_language_lists_its_own(client, events):
    translated = make_event(events, title="Annual")
    in_spanish(translated, title="Conferencia anual")
    assert listed(client, events)["Coming"] == ["Annual"]
    spanish = events.get_translations().get()
    assert list(listed(client, spanish).values()) == [["Conferencia anual"]]


@pytest.mark.usefixtures("raised_at_once")
def test_a_list_asks_as_many_queries_for_many_events_as_for_few(client, events):
    def queries(times):
        for n in range(times):
            page = make_program_page(make_program())
            make_event(page, title=f"Event {times} {n}")
            make_event(events, starts=FIRST - timedelta(days=5000))
        client.get(events.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(events.url)
        return len(captured)

    assert queries(1) == queries(12)


def test_events_stand_below_an_events_page_or_a_programs_page(events, program_page):
    assert EventPage.can_create_at(events)
    assert EventPage.can_create_at(program_page)
    assert EventsPage.can_create_at(program_page)
    assert not EventPage.can_create_at(home())
    assert not EventPage.can_create_at(StandardPage())


def test_who_edits_a_programs_page_announces_its_events_and_not_the_associations(client, events, program_page):
    client.force_login(make_page_editor(program_page))
    statuses = [
        client.get(reverse("wagtailadmin_pages:add", args=["resources", "eventpage", page.pk])).status_code
        for page in (program_page, events)
    ]
    assert statuses == [200, 302]


@pytest.mark.parametrize("action", [{}, {"action-publish": "yes"}])
@pytest.mark.parametrize("year", ["0026", "1899", "2200", "2226"])
def test_a_year_that_nobody_means_is_refused_in_words(client, events, year, action):
    client.force_login(make_user(superuser=True))
    texts = dict.fromkeys(("place", "link", "recording", "ends"), "")
    comments = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "material-count": 0}
    posted = (
        {"title": "Annual", "slug": "annual", "starts": f"{year}-06-25", "body": "null"} | texts | comments | action
    )
    address = reverse("wagtailadmin_pages:add", args=["resources", "eventpage", events.pk])
    answer = client.post(address, posted)
    assert "Choose a day from 1900 to 2199." in answer.content.decode()
    assert not EventPage.objects.exists()


def test_the_last_day_is_not_before_the_first_and_not_after_all_years():
    event = EventPage(title="Annual", slug="annual", starts=LAST, ends=FIRST)
    with pytest.raises(ValidationError, match="ends before it begins"):
        event.clean()
    event.ends = date(9999, 1, 1)
    with pytest.raises(ValidationError) as told:
        event.clean()
    assert told.value.message_dict.keys() == {"ends"}


def test_a_recording_is_the_first_thing_on_the_page_of_a_past_event(client, events):
    day = timezone.localdate() - timedelta(days=3)
    link, recording = "https://example.org/annual", "https://example.org/recording"
    event = make_event(events, starts=day, link=link, recording=recording)
    text = text_of(client, event)
    assert text.index(f'href="{recording}"') < text.index("<dl")
    assert text.count(f"Watch “{event.title}”") == 1
    assert re.search(rf'<dt>More about it</dt><dd><a href="{link}">', text)
    assert "There is a recording." in text_of(client, events)


def test_without_a_recording_nothing_is_said_of_one(client, events):
    event = make_event(events, starts=timezone.localdate() - timedelta(days=3))
    assert "recording" not in text_of(client, event) + text_of(client, events)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, ["place or web address"]),
        ({"place": "Chicago"}, []),
        ({"link": "https://example.org/"}, []),
    ],
)
def test_an_event_without_place_and_address_lacks_something(fields, missing):
    assert EventPage(**fields).missing == missing


def thing(client, page):
    things = things_in(text_of(client, page))
    return next(each for each in things if each["@type"] == "Event")


def test_its_topics_are_said_in_the_readers_language(client, events):
    event = make_event(events)
    assert "Topics" not in text_of(client, event)
    event.topics = [Topic.objects.create(name=name, name_es=f"{name} (es)", slug=name.lower()) for name in ("B", "A")]
    event = publish(event)
    assert "<dt>Topics</dt><dd>A, B</dd>" in text_of(client, event)
    assert "A (es), B (es)" in text_of(client, in_spanish(event))


def test_machines_read_where_the_recording_is(client, events):
    event = make_event(events, starts=FIRST, link="https://example.org/", recording="https://example.org/recording")
    said = thing(client, event)
    assert said["recordedIn"] == {"@type": "CreativeWork", "url": "https://example.org/recording"}
    assert (said["startDate"], said["sameAs"]) == ("2027-06-25", "https://example.org/")


def test_machines_are_told_nothing_that_no_field_says(client, events):
    said = thing(client, make_event(events))
    assert said.keys() == {"@context", "@type", "@id", "name", "url", "startDate", "endDate", "inLanguage"}


def test_an_event_published_again_keeps_the_days_it_has(events):
    event = make_event(events, starts=FIRST, ends=LAST)
    event.title = "Renamed"
    assert (publish(event).starts, publish(event).ends) == (FIRST, LAST)
