"""The door to the resources: in the header, on the front page, at an address of its own; with examples from the rows."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import HomePage
from resources.models import EventPage, EventsPage
from tests.factories import make_program, make_program_page
from tests.markup import undirected
from tests.resources.making import (
    activities_page,
    activity,
    article,
    category,
    goal,
    goals,
    goals_page,
    home,
    reading_list,
    readings,
    spanish,
)

pytestmark = pytest.mark.django_db

TEXTS = ["Find my feet", "Walk the stacks", "On mentoring"]


@pytest.fixture(autouse=True)
def program():
    """Without one and without an administrator there is no site yet."""
    return make_program("ALSC")


@pytest.fixture
def pages():
    return [
        goals_page(goals(goal("Find my feet", text_es="Orientarme"))),
        activities_page(category(activity("Walk the stacks"))),
        reading_list(readings(article("On mentoring"))),
    ]


@pytest.fixture
def event():
    events = home().add_child(instance=EventsPage(title="Meetings", slug="meetings"))
    day = timezone.localdate() + timedelta(days=5)
    return events.add_child(instance=EventPage(title="A forum", slug="forum", starts=day, ends=day, place="Chicago"))


def shown(client, address="/resources/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return undirected(answer.content.decode())


@pytest.mark.parametrize("address", ["/", "/resources/"])
def test_each_kind_stands_with_an_example_and_its_page(client, pages, event, address):
    text = shown(client, address)
    for example, page in zip([*TEXTS, "A forum"], [*pages, event], strict=True):
        assert example in text
        assert f'href="{page.url}"' in text


def test_every_page_s_header_leads_to_it(client):
    for address in ("/", "/search/", "/status/"):
        assert '<a href="/resources/">Resources</a>' in shown(client, address)
    assert 'href="/resources/" aria-current="page"' in shown(client)


def test_examples_are_in_the_reader_s_language(client, pages):
    spanish(pages[0])
    text = shown(client, "/es/resources/")
    assert "Orientarme" in text
    assert 'lang="en">Walk the stacks' in text


def test_what_nobody_may_read_is_no_example(client, pages):
    PageViewRestriction.objects.create(page=pages[0], restriction_type="login")
    pages[1].unpublish()
    held_back = article("Held back", draft=True)
    reading_list(readings(held_back), title="Later")
    text = shown(client)
    assert TEXTS[0] not in text
    assert TEXTS[1] not in text
    assert TEXTS[2] in text
    assert "Held back" not in text


def test_pages_below_the_page_of_a_draft_program_are_no_examples(client, pages):
    page = make_program_page(make_program("SECRET", draft=True))
    pages[0].move(page, "last-child")
    assert TEXTS[0] not in shown(client)


def test_an_empty_portal_says_so(client):
    assert "Nothing stands here yet." in shown(client)
    assert 'id="resources"' not in shown(client, "/")


@pytest.mark.usefixtures("raised_at_once")
def test_queries_do_not_grow(client, pages, event):
    def queries(address):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    few = [queries(address) for address in ("/", "/resources/")]
    for n in range(5):
        goals_page(goals(goal(f"Goal {n}")), title=f"Goals {n}")
        reading_list(readings(article(f"Article {n}")), title=f"Readings {n}")
        activities_page(category(activity(f"Activity {n}")), title=f"Activities {n}")
    assert [queries(address) for address in ("/", "/resources/")] == few
    assert few[1] <= 4


@pytest.mark.usefixtures("raised_at_once")
def test_the_home_page_of_nothing_chosen_asks_no_more_than_before_the_door(client, pages, event):
    client.get("/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/")
    assert len(captured) <= 16
    assert HomePage.objects.exists()
