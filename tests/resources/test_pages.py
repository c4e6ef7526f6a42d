"""Resource pages show what is ready and hold back what is not."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.models import HomePage
from resources.models import (
    ActivitiesPage,
    Activity,
    ActivityPart,
    Citation,
    EventPage,
    EventsPage,
    GoalExample,
    GoalExamplesPage,
    ReadingListPage,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return HomePage.objects.get(locale__language_code="en")


def item(value):
    return {"type": "item", "id": str(uuid.uuid4()), "value": value}


def activity(text, *parts, **fields):
    row = Activity.objects.create(text=text, **fields)
    for place, part in enumerate(parts):
        ActivityPart.objects.create(activity=row, text=part, sort_order=place)
    return row


def category(heading, *activities, numbered=False, note=""):
    chosen = [item(each.pk) for each in activities]
    return ("category", {"heading": heading, "numbered": numbered, "activities": chosen, "editors_note": note})


def stream(*blocks):
    return [{"type": name, "value": value} for name, value in blocks]


def text_of(client, page):
    answer = client.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode()


def reading_list(home, *citations, title="Reading"):
    readings = {
        "heading": "",
        "intro": "",
        "entries": [item({"citation": citation.pk, "note": ""}) for citation in citations],
    }
    return home.add_child(instance=ReadingListPage(title=title, body=stream(("readings", readings))))


def test_a_citation_without_a_title_stays_off_the_page(home, client):
    ready = Citation.objects.create(authors="Ready, A.", title="Ready Title", container="Journal", date="2020")
    lacking = Citation.objects.create(authors="Lacking, B.", container="Journal", date="2020")
    page = text_of(client, reading_list(home, ready, lacking))
    assert "Ready Title" in page
    assert "Lacking" not in page


def test_reading_list_query_count_does_not_grow_with_entries(home, client):
    def queries(times):
        citations = [Citation.objects.create(title=f"T{n}", container="J", date="2020") for n in range(times)]
        page = reading_list(home, *citations, title=f"Reading {times}")
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        return len(captured)

    assert queries(3) == queries(60)


def test_a_category_without_activities_shows_no_heading_and_no_note(home, client):
    page = ActivitiesPage(
        title="Activities",
        body=stream(category("Create!", activity("Make a list")), category("Empty one", note="Lost in the source")),
    )
    text = text_of(client, home.add_child(instance=page))
    assert "Create!" in text
    assert "Empty one" not in text
    assert "Lost in the source" not in text


def test_activities_are_shown_in_two_levels(home, client):
    page = ActivitiesPage(
        title="Activities",
        body=stream(category("", activity("Share your résumés", "Look at the layout"), numbered=True)),
    )
    text = text_of(client, home.add_child(instance=page))
    assert text.index("Share your résumés") < text.index("Look at the layout")
    assert "<ol" in text


def test_goals_are_listed(home, client):
    goal = GoalExample.objects.create(text="Learn more about school librarianship")
    body = stream(("goals", {"heading": "", "goals": [item(goal.pk)]}))
    text = text_of(client, home.add_child(instance=GoalExamplesPage(title="Goals", body=body)))
    assert "Learn more about school librarianship" in text


@pytest.fixture
def events(home):
    return home.add_child(instance=EventsPage(title="Events"))


def test_events_age_into_the_past_by_themselves(events, client):
    today = timezone.localdate()
    for title, days in (("Bygone", -1), ("Today", 0), ("Tomorrow", 1)):
        day = today + timedelta(days=days)
        events.add_child(instance=EventPage(title=title, starts=day, ends=day))
    text = text_of(client, events)
    assert text.index("Today") < text.index("Tomorrow") < text.index("Bygone")


def test_an_event_of_one_day_needs_no_last_day(events):
    page = events.add_child(instance=EventPage(title="Forum", starts=date(2013, 11, 18)))
    assert page.ends == page.starts


def test_an_event_cannot_end_before_it_begins(events):
    with pytest.raises(ValidationError, match="ends before it begins"):
        events.add_child(instance=EventPage(title="Wrong", starts=date(2020, 2, 2), ends=date(2020, 2, 1)))


def test_events_page_query_count_does_not_grow_with_events(events, client):
    def queries(times):
        for n in range(times):
            events.add_child(
                instance=EventPage(title=f"Event {times} {n}", starts=date(2020, 1, 1), ends=date(2020, 1, 2))
            )
        client.get(events.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(events.url)
        return len(captured)

    assert queries(3) == queries(30)
