"""What a page shows of its entries: what is public, in the reader's language, in the editors' order."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction

from home.models import StandardPage
from resources.models import ActivitiesPage, Citation, EventPage, EventsPage, ForWhom, GoalExamplesPage
from tests.resources.making import (
    activities_page,
    activity,
    article,
    category,
    events,
    goal,
    goals,
    goals_page,
    home,
    reading_list,
    readings,
    spanish,
    topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def advice():
    return home().add_child(instance=StandardPage(title="Advice"))


def event(title="Forum", **fields):
    calendar = EventsPage.objects.first() or home().add_child(instance=EventsPage(title="Calendar"))
    day = date(2030, 1, 1)
    return calendar.add_child(instance=EventPage(**{"title": title, "starts": day, "ends": day} | fields))


def entries(page):
    return [entry for group in page.groups() for entry in group.entries]


def told(page):
    return [(step.text, step.lang) for entry in entries(page) for step in (entry.step, *entry.parts)]


def test_groups_and_entries_keep_the_editors_order():
    one, two, three = (goal(name) for name in ("One", "Two", "Three"))
    groups = goals_page(goals(three, one, heading="B"), goals(two, three, heading="A")).groups()
    assert [(group.heading, [entry.row.text for entry in group.entries]) for group in groups] == [
        ("B", ["Three", "One"]),
        ("A", ["Two", "Three"]),
    ]


def test_a_group_without_anything_to_show_is_left_out():
    gone = goal()
    page = goals_page(goals(gone, heading="Gone"), goals(heading="Empty"))
    gone.delete()
    assert GoalExamplesPage.objects.get(pk=page.pk).groups() == []
    assert activities_page(category(heading="Empty", note="Wait")).groups() == []
    assert reading_list(readings(article(draft=True), heading="Drafts", intro="Soon")).groups() == []


def test_a_row_that_was_deleted_leaves_the_others():
    rows = [goal("Stays"), goal("Goes")]
    page = goals_page(goals(*rows))
    rows[1].delete()
    assert told(GoalExamplesPage.objects.get(pk=page.pk)) == [("Stays", "")]


def test_citations_that_are_held_back_are_not_shown():
    page = reading_list(readings(article("Ready"), article("Draft", draft=True), article("")))
    assert [entry.row.title for entry in entries(page)] == ["Ready"]


def test_a_reading_is_for_whom_its_list_says_and_about_its_own_topics():
    row = article("Ready", topic("Leadership"))
    page = reading_list(readings((row, {"for_whom": ForWhom.MENTOR, "note": "Short."}), row))
    first, second = entries(page)
    assert (first.note, first.for_one_side, first.is_described) == ("Short.", "For mentors", True)
    assert (second.note, second.for_one_side, second.is_described) == ("", "", True)
    assert first.topics == second.topics == [topic("Leadership")]


def test_topics_stand_in_the_alphabet_of_the_reader():
    both = topic("Academic libraries", "Universidades"), topic("Zines", "Fanzines")
    page = goals_page(goals(goal("Goal", *both)))
    assert [str(each) for each in entries(page)[0].topics] == ["Academic libraries", "Zines"]
    with translation.override("es"):
        assert [str(each) for each in entries(page)[0].topics] == ["Fanzines", "Universidades"]


def test_texts_are_the_readers_and_say_so_where_they_are_not():
    page = activities_page(
        category(activity("Talk", {"text": "Ask", "text_es": "Preguntar"}, "Listen", text_es="Conversar"))
    )
    assert told(page) == [("Talk", ""), ("Ask", ""), ("Listen", "")]
    with translation.override("es"):
        assert told(page) == [("Conversar", ""), ("Preguntar", ""), ("Listen", "en")]


def test_an_activity_and_its_parts_lead_to_pages_and_readings(advice):
    ready = article("Ready")
    part = {"text": "Read", "page": advice, "citation": ready}
    (shown,) = entries(activities_page(category(activity("Talk", part, citation=ready))))
    assert (shown.step.page, shown.step.citation) == (None, ready)
    assert [(each.page.pk, each.citation) for each in shown.parts] == [(advice.pk, ready)]


def test_an_activity_leads_to_the_page_in_the_readers_language(advice):
    page = spanish(activities_page(category(activity(page=advice))))
    assert entries(page)[0].step.page.pk == advice.pk
    translated = spanish(advice)
    assert entries(page)[0].step.page.pk == translated.pk


def test_an_activity_stays_where_what_it_leads_to_is_gone_or_held_back(advice):
    page = activities_page(category(activity("Talk", page=advice, citation=article(draft=True))))
    advice.unpublish()
    assert (entries(page)[0].step.page, entries(page)[0].step.citation) == (None, None)
    advice.delete()
    Citation.objects.all().delete()
    assert told(ActivitiesPage.objects.get(pk=page.pk)) == [("Talk", "")]


def test_events_are_shown_as_anybody_may_see_them():
    forum, draft, private = event("Forum"), event("Draft", live=False), event("Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    page = activities_page(events(forum, draft, private, heading="Come along"))
    (group,) = page.groups()
    assert [each.title for each in group.event_pages] == ["Forum"]
    forum.unpublish()
    assert page.groups() == []


def test_events_are_shown_in_the_readers_language():
    page = activities_page(events(event("Forum")))
    translated = spanish(EventPage.objects.get())
    translated.title = "Foro"
    translated.save()
    assert [each.title for each in page.groups()[0].event_pages] == ["Forum"]
    page.locale = Locale.objects.get(language_code="es")
    assert [each.title for each in page.groups()[0].event_pages] == ["Foro"]


def test_an_event_has_the_topics_of_its_page():
    forum = event("Forum")
    forum.topics.set([topic("Leadership")])
    forum.save()
    (group,) = activities_page(events(forum)).groups()
    assert group.events[0].topics == [topic("Leadership")]


def many_readings(count):
    return reading_list(readings(*[article(f"T{n}", topic(f"Topic {n}")) for n in range(count)]))


def many_goals(count):
    return goals_page(goals(*[goal(f"G{n}", topic(f"Topic {n}")) for n in range(count)]))


def many_activities(count):
    """As many parts of each, and as many events."""
    pages = [home().add_child(instance=StandardPage(title=f"Page {count} {n}")) for n in range(count)]
    chosen = [event(f"Event {count} {n}") for n in range(count)]
    for each in chosen:
        each.topics.set([topic("Leadership")])
        each.save()
    parts = [{"text": "Part", "page": page, "citation": article()} for page in pages]
    rows = [activity(f"A{n}", *parts, topics=[topic(f"Topic {n}")], page=pages[n]) for n in range(count)]
    return activities_page(category(*rows), events(*chosen))


@pytest.mark.parametrize("make", [many_readings, many_goals, many_activities])
def test_as_many_queries_for_many_entries_as_for_one(make):
    def queries(count):
        page = make(count)
        fresh = type(page).objects.get(pk=page.pk)
        with CaptureQueriesContext(connection) as captured:
            assert len([each for group in fresh.groups() for each in group.all]) >= count
        return len(captured)

    assert queries(1) == queries(7)
