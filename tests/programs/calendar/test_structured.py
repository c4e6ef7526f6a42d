"""JSON-LD, as a parser of HTML finds it in a page."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import RequestFactory

from home.models import HomePage
from portal.pages.structured import data_block
from programs.calendar.structured import program_thing
from programs.models import Host, Program
from resources.models import EventPage, EventsPage
from tests.factories import make_call, make_program, make_program_page, make_round
from tests.structured import things_in

pytestmark = pytest.mark.django_db

OPENS = datetime(2027, 1, 4, 14, 0, tzinfo=UTC)
CLOSES = datetime(2027, 1, 30, 4, 59, tzinfo=UTC)


@pytest.fixture
def program():
    parent = Host.objects.create(name="American Library Association", acronym="ALA", kind="association")
    host = Host.objects.create(name="Division", kind="division", parent=parent, url="https://division.example.org/")
    return make_program("ALSC", name="ALSC Mentoring Program", host=host, length_months=10, summary="One sentence.")


@pytest.fixture
def page(program):
    return make_program_page(program, slug="alsc")


def found_in(html):
    """The things of a page by type, as a machine reads them; each names the vocabulary."""
    things = things_in(html)
    assert all(thing["@context"] == "https://schema.org" for thing in things)
    return {thing["@type"]: thing for thing in things}


def thing(program, page, now=OPENS):
    row = Program.objects.with_rounds().get(pk=program.pk)
    return found_in(data_block(program_thing(row, page, now)))["EducationalOccupationalProgram"]


def test_a_program_with_its_dates(program, page):
    round = make_round(program, starts=date(2027, 3, 1), ends=date(2027, 12, 31))
    make_call(program, "mentee", round=round, opens=OPENS, closes=CLOSES)
    make_call(program, "mentor", round=round, opens=OPENS + timedelta(days=1), closes=CLOSES + timedelta(days=1))
    said = thing(program, page)
    dates = ("applicationStartDate", "applicationDeadline", "startDate", "endDate", "timeToComplete")
    assert [said[name] for name in dates] == ["2027-01-04", "2027-01-30", "2027-03-01", "2027-12-31", "P10M"]
    assert (said["name"], said["description"]) == ("ALSC Mentoring Program", "One sentence.")
    assert said["url"] == f"{settings.SITE_URL}/alsc/"
    assert said["mainEntityOfPage"]["inLanguage"] == "en"
    assert said["provider"]["url"] == "https://division.example.org/"
    assert said["provider"]["parentOrganization"]["alternateName"] == "ALA"


def test_what_is_not_known_is_not_said(program, page):
    make_call(program, opens=OPENS, closes=None)
    said = thing(program, page)
    assert said["applicationStartDate"] == "2027-01-04"
    assert not {"applicationDeadline", "startDate", "endDate"} & said.keys()
    assert "alternateName" not in said["provider"]


@pytest.mark.parametrize("why", ["paused", "called_off", "over"])
def test_a_program_that_takes_nobody_gives_no_window(program, page, why):
    round = make_round(program, called_off=why == "called_off")
    make_call(program, round=round, opens=OPENS, closes=CLOSES)
    program.paused = why == "paused"
    program.save()
    assert "applicationStartDate" not in thing(program, page, CLOSES if why == "over" else OPENS)


def test_no_text_ends_the_block(program, page):
    program.summary = "</script><script>alert(1)</script><!-- & ]]>"
    html = data_block(program_thing(program, page, OPENS))
    assert html.count("<") == html.count(">") == 2
    assert found_in(html)["EducationalOccupationalProgram"]["description"] == program.summary


def test_the_partial_of_a_program_page_says_the_program_and_where_it_stands(program, page):
    row = Program.objects.with_rounds().get(pk=program.pk)
    context = {"page": page, "program": row, "trail": [("Home & more", "/")]}
    html = Template("{% include 'programs/calendar/structured_data.html' %}").render(Context(context))
    found = found_in(html)
    assert found.keys() == {"EducationalOccupationalProgram", "BreadcrumbList"}
    items = found["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "Home & more", f"{settings.SITE_URL}/"),
        (2, "ALSC Mentoring Program", f"{settings.SITE_URL}/alsc/"),
    ]


def test_the_head_of_the_directory_lists_its_groups_in_order_with_foreign_addresses():
    entries = [
        SimpleNamespace(name="ALSC & more", url="/alsc/"),
        SimpleNamespace(name="APALA", url="https://apala.example.org/?a=1"),
        SimpleNamespace(name="BCALA", url=""),
    ]
    groups = [SimpleNamespace(entries=entries[:1]), SimpleNamespace(entries=entries[1:])]
    context = Context({"directory": SimpleNamespace(groups=groups)})
    html = Template("{% include 'programs/calendar/head_links.html' %}").render(context)
    items = found_in(html)["ItemList"]["itemListElement"]
    assert [item["name"] for item in items] == ["ALSC & more", "APALA", "BCALA"]
    assert [item.get("url") for item in items] == [f"{settings.SITE_URL}/alsc/", "https://apala.example.org/?a=1", None]
    assert [item["position"] for item in items] == [1, 2, 3]


def test_an_event_page_says_its_event(client):
    events = HomePage.objects.get(locale__language_code="en").add_child(
        instance=EventsPage(title="Events", slug="all-events")
    )
    page = EventPage(
        title="Annual & more", slug="annual", starts=date(2027, 6, 24), ends=date(2027, 6, 29), place="Chicago"
    )
    events.add_child(instance=page)
    found = found_in(client.get(page.url).content.decode())
    event = found["Event"]
    assert [event[name] for name in ("name", "startDate", "endDate")] == ["Annual & more", "2027-06-24", "2027-06-29"]
    assert event["location"] == {"@type": "Place", "name": "Chicago"}
    assert [item["name"] for item in found["BreadcrumbList"]["itemListElement"]][-2:] == ["Events", "Annual & more"]


def test_the_way_to_subscribe_leads_to_the_program_s_own_calendar(client, program, page):
    request = RequestFactory().get("/alsc/", headers={"host": "testserver"})
    template = Template("{% include 'programs/calendar/subscribe.html' %}")
    html = template.render(Context({"request": request, "program": program}))
    assert 'href="webcal://testserver/calendar/ALSC.ics"' in html
    assert client.get("/calendar/ALSC.ics").status_code == 200
    assert 'href="webcal://testserver/calendar.ics"' in template.render(Context({"request": request}))
    program.kind = "discussion"
    assert not template.render(Context({"request": request, "program": program})).strip()
    head = Template("{% include 'programs/calendar/head_links.html' %}").render(Context())
    assert 'type="application/atom+xml" href="/feed.atom"' in head


def test_dates_are_those_of_the_round_that_goes_on_when_no_call_is_open(program, page):
    make_round(program, starts=date(2026, 3, 1), ends=date(2026, 12, 31))
    make_round(program, starts=date(2027, 1, 1), ends=date(2027, 6, 30))
    make_round(program, starts=date(2028, 1, 1))
    said = thing(program, page)
    assert (said["startDate"], said["endDate"]) == ("2027-01-01", "2027-06-30")
