"""The calendar of all: every program's dates and the events of the resources."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from home.models import HomePage
from resources.models import EventPage, EventsPage
from tests.factories import make_program, make_program_page, make_round, make_user
from tests.programs.calendar.reading import read
from tests.resources.announcing import in_spanish, lock

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAYS = [-366, -365, 366, 367]


@pytest.fixture
def events_page():
    home = HomePage.objects.get(locale=Locale.get_default())
    return home.add_child(instance=EventsPage(title="Events", slug="all-events"))


def make_event(events_page, **fields):
    n = EventPage.objects.count()
    values = {"title": f"Event {n}", "slug": f"event-{n}", "starts": TODAY, "ends": TODAY} | fields
    page = events_page.add_child(instance=EventPage(**values))
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


def shown(client, path="/calendar.ics"):
    response = client.get(path)
    assert response.status_code == 200
    return read(response.content)


def key(event):
    return f"event-{event.translation_key}"


def test_programs_and_events_stand_together(client, events_page):
    program = make_program("ALSC")
    make_program_page(program)
    round = make_round(program, starts=TODAY)
    event = make_event(events_page, title="Annual", ends=TODAY + timedelta(days=4), place="Chicago")
    found = shown(client)
    assert found.keys() == {f"round-{round.pk}-starts", key(event)}
    entry = found[key(event)]
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (TODAY, TODAY + timedelta(days=5))
    assert (entry["SUMMARY"], entry["LOCATION"]) == ("Annual", "Chicago")
    assert entry["URL"] == settings.SITE_URL + event.url
    assert shown(client, "/calendar/ALSC.ics").keys() == {f"round-{round.pk}-starts"}


def test_events_of_a_year_each_way_that_are_published(client, events_page):
    days = {"over": -366, "past": -365, "coming": 366, "far": 367}
    events = {
        name: make_event(events_page, starts=TODAY + timedelta(days=n), ends=TODAY + timedelta(days=n))
        for name, n in days.items()
    }
    make_event(events_page).unpublish()
    assert shown(client).keys() == {key(events["past"]), key(events["coming"])}


def test_a_programs_event_stands_in_its_calendar_and_once_in_that_of_all(client, events_page):
    page = make_program_page(make_program("ALSC"), title="ALSC Mentoring Program")
    orientation, annual = make_event(page, title="Orientation"), make_event(events_page, title="Annual")
    make_event(make_program_page(make_program("OTHER")))
    page.resources = [{"type": "page", "value": annual.pk}]
    page.save_revision().publish()
    own, everybodys = client.get("/calendar/ALSC.ics").content, client.get("/calendar.ics").content
    assert read(own).keys() == {key(orientation), key(annual)}
    assert read(own)[key(orientation)]["SUMMARY"] == "Orientation – ALSC Mentoring Program"
    assert read(own)[key(annual)]["SUMMARY"] == "Annual"
    assert {name: read(everybodys)[name] for name in read(own)} == read(own)
    assert [everybodys.count(key(event).encode()) for event in (orientation, annual)] == [1, 1]


def test_a_programs_calendar_has_events_of_a_year_each_way(client):
    page = make_program_page(make_program("ALSC"))
    events = {n: make_event(page, starts=TODAY + timedelta(days=n), ends=TODAY + timedelta(days=n)) for n in DAYS}
    found = shown(client, "/calendar/ALSC.ics").keys()
    assert [n for n in DAYS if key(events[n]) in found] == [-365, 366]


def test_a_programs_calendar_in_spanish_has_its_spanish_events_and_the_others(client):
    program = make_program("ALSC")
    page = make_program_page(program, title="ALSC Mentoring Program")
    translated, only_english = make_event(page, title="Orientation"), make_event(page, title="Forum")
    in_spanish(translated, title="Orientación")
    titles = {name: str(entry["SUMMARY"]) for name, entry in shown(client, "/es/calendar/ALSC.ics").items()}
    assert titles == {
        key(translated): "Orientación – ALSC Mentoring Program",
        key(only_english): "Forum – ALSC Mentoring Program",
    }


def test_an_event_that_is_unpublished_leaves_both_calendars(client):
    page = make_program_page(make_program("ALSC"))
    make_event(page).unpublish()
    assert not shown(client, "/calendar/ALSC.ics")
    assert not shown(client)


def test_aliases_and_private_events_are_not_told(client, events_page):
    event = make_event(events_page)
    event.create_alias(parent=make_program_page(make_program("ALSC")), update_slug="alias")
    lock(make_event(events_page))
    assert shown(client).keys() == {key(event)}


def test_an_event_that_moves_keeps_its_key_and_has_a_greater_sequence(client, events_page, time_machine):
    event = make_event(events_page)
    before = shown(client)[key(event)]
    time_machine.move_to(timezone.now() + timedelta(minutes=1))
    event.starts = event.ends = TODAY + timedelta(days=1)
    event.save_revision().publish()
    after = shown(client)[key(event)]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt == TODAY + timedelta(days=1)


def test_the_spanish_calendar_has_spanish_events_and_the_others_once(client, events_page):
    spanish, _new = Locale.objects.get_or_create(language_code="es")
    translated, only_english = make_event(events_page, title="Annual"), make_event(events_page, title="Midwinter")
    for page in (events_page.get_parent(), events_page):
        page.copy_for_translation(spanish).save_revision().publish()
    copy = translated.copy_for_translation(spanish)
    copy.title = "Conferencia anual"
    copy.save_revision().publish()
    titles = {name: str(entry["SUMMARY"]) for name, entry in shown(client, "/es/calendar.ics").items()}
    assert titles == {key(translated): "Conferencia anual", key(only_english): "Midwinter"}
    assert str(shown(client)[key(translated)]["SUMMARY"]) == "Annual"


def test_queries_do_not_grow_with_events_and_programs_pages(client, events_page):
    def queries():
        counted = []
        for address in ("/calendar.ics", "/calendar/ALSC.ics"):
            client.get(address)
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            counted.append(len(captured))
        return counted

    page = make_program_page(make_program("ALSC"))
    make_event(events_page)
    make_event(page)
    few = queries()
    assert (few[0] <= 8, few[1] <= 10) == (True, True)
    for _ in range(10):
        make_event(events_page)
        make_event(page)
    assert queries() == few


def test_what_is_called_off_is_told_as_cancelled_also_once_it_is_unpublished(client, time_machine):
    page = make_program_page(make_program("ALSC"), title="ALSC Mentoring Program")
    event = make_event(page, title="Orientation")
    before = shown(client)[key(event)]
    time_machine.move_to(timezone.now() + timedelta(minutes=1))
    event.called_off = True
    event.save_revision().publish()
    read_of_page = client.get(event.url).content.decode()
    assert "Called off" in read_of_page
    assert "https://schema.org/EventCancelled" in read_of_page
    assert "This event is called off." in client.get(page.url).content.decode()
    assert "Canceled: Event: Orientation" in client.get("/feed.atom").content.decode()
    for unpublished in (False, True):
        if unpublished:
            EventPage.objects.get(pk=event.pk).unpublish()
        for path in ("/calendar.ics", "/calendar/ALSC.ics", f"/calendar/event/{event.pk}.ics"):
            after = shown(client, path)[key(event)]
            assert (after["STATUS"], after["UID"]) == ("CANCELLED", before["UID"])
            assert after["SEQUENCE"] > before["SEQUENCE"]
            assert after["SUMMARY"] == "Canceled: Orientation – ALSC Mentoring Program"
            assert ("URL" in after) is not unpublished
    assert "Orientation" not in client.get("/feed.atom").content.decode()
    assert "Orientation" not in client.get(page.url).content.decode()
    lock(page)
    assert not shown(client)


def test_a_draft_that_was_never_public_is_not_told_as_cancelled(client, events_page):
    events_page.add_child(
        instance=EventPage(title="x", slug="x", starts=TODAY, ends=TODAY, called_off=True, live=False)
    )
    assert not shown(client)


def test_a_list_and_the_clock_unpublish_what_is_called_off_no_otherwise(client, events_page):
    listed, ended = (make_event(events_page, called_off=True) for _ in range(2))
    Page.objects.filter(pk=listed.pk).unpublish()
    Page.objects.filter(pk=ended.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert not EventPage.objects.live().exists()
    assert shown(client).keys() == {key(listed), key(ended)}


def test_a_draft_of_an_event_that_was_public_once_is_nobodys_to_read(client, events_page):
    """Wagtail's editor writes the draft of an unpublished page into its row."""
    event = make_event(events_page, title="Annual", called_off=True)
    event.unpublish()
    assert shown(client)[key(event)]["SUMMARY"] == "Canceled: Annual"
    client.force_login(make_user(superuser=True))
    typed = {name: str(getattr(event, name)) for name in ("slug", "starts", "ends", "time_zone")}
    typed |= {"title": "Not yet said", "called_off": "on", "body": "null", "material-count": "0"}
    typed |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    client.post(reverse("wagtailadmin_pages:edit", args=[event.pk]), typed)
    client.logout()
    event.refresh_from_db()
    assert (event.title, event.live) == ("Not yet said", False)
    assert not shown(client)
    assert client.get(f"/calendar/event/{event.pk}.ics").status_code == 404


def test_an_event_below_an_unpublished_page_is_in_no_calendar(client, events_page):
    event = make_event(events_page)
    page = make_program_page(make_program("ALSC"))
    page.resources = [{"type": "page", "value": event.pk}]
    page.save_revision().publish()
    assert shown(client).keys() == shown(client, "/calendar/ALSC.ics").keys() == {key(event)}
    events_page.unpublish()
    assert EventPage.objects.get(pk=event.pk).live
    assert not shown(client)
    assert not shown(client, "/calendar/ALSC.ics")
    assert client.get(f"/calendar/event/{event.pk}.ics").status_code == 404
