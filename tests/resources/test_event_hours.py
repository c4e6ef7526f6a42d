"""Events with hours: said on the event's own clock, joined until they are over, kept by calendars."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from resources.models import EventPage, EventsPage
from resources.templatetags.event_data import google, outlook
from tests.resources.making import home

pytestmark = pytest.mark.django_db

HOURS = {"start_time": time(14), "end_time": time(15, 30), "time_zone": "America/New_York"}


@pytest.fixture
def events():
    return home().add_child(instance=EventsPage(title="Events", slug="events"))


def make(events, day=date(2099, 3, 3), **fields):
    fields = {"title": "A forum", "slug": "forum", "starts": day, "ends": day, "place": "Online"} | fields
    return events.add_child(instance=EventPage(**fields))


def shown(client, page):
    return client.get(page.url).content.decode()


def test_hours_are_said_with_their_clock(client, events):
    assert ", 2:00 pm – 3:30 pm Eastern" in shown(client, make(events, **HOURS))


def test_a_link_to_join_stands_until_the_event_is_over(client, events):
    assert 'href="https://meet.example.org/1">Join</a>' in shown(
        client, make(events, join="https://meet.example.org/1")
    )
    past = timezone.localdate() - timedelta(days=2)
    over = make(events, past, slug="over", join="https://meet.example.org/2", recording="https://watch.example.org/")
    assert "meet.example.org" not in shown(client, over)
    assert "https://watch.example.org/" in shown(client, over)


def test_calendars_get_moments_and_never_the_link_to_join(client, events):
    page = make(events, join="https://meet.example.org/1", **HOURS)
    assert f'href="/calendar/event/{page.pk}.ics"' in shown(client, page)
    one = client.get(f"/calendar/event/{page.pk}.ics").content.decode()
    assert "DTSTART:20990303T190000Z" in one
    assert "DTEND:20990303T203000Z" in one
    assert "meet.example.org" not in one
    assert "dates=20990303T190000Z%2F20990303T203000Z" in google(page)
    assert "startdt=2099-03-03T19%3A00%3A00%2B00%3A00" in outlook(page)
    assert "meet.example.org" not in google(page) + outlook(page) + client.get("/calendar.ics").content.decode()


def test_an_event_of_whole_days_is_kept_as_such(client, events):
    page = make(events, ends=date(2099, 3, 5))
    assert "dates=20990303%2F20990306" in google(page)
    assert "allday=true" in outlook(page)
    assert "DTSTART;VALUE=DATE:20990303" in client.get(f"/calendar/event/{page.pk}.ics").content.decode()


def test_what_nobody_may_read_is_in_no_file(client, events):
    page = make(events)
    page.unpublish()
    assert client.get(f"/calendar/event/{page.pk}.ics").status_code == 404


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({"end_time": time(15)}, "start_time"), ({"start_time": time(15), "end_time": time(14)}, "end_time")],
)
def test_hours_that_cannot_be_are_refused(fields, wrong):
    day = date(2099, 3, 3)
    with pytest.raises(ValidationError) as found:
        EventPage(title="A forum", starts=day, ends=day, **fields).clean()
    assert list(found.value.message_dict) == [wrong]
