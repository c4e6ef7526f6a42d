"""What resource pages show of their entries is found, and nothing that they hold back."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage
from home.search.findable.entries import all_entries
from portal.models import Topic
from portal.pages.mapped.map import Map
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
from tests.factories import number
from tests.home.search.test_views import ask, found, in_spanish, publish, standard

pytestmark = pytest.mark.django_db


def block(kind, **value):
    return {"type": kind, "value": value}


def reading_list(*citations, note="A zeppelin note", title="Readings"):
    entries = [{"citation": citation.pk, "note": note} for citation in citations]
    group = block("readings", heading="Airships", intro="Gliding along", entries=entries)
    return publish(ReadingListPage(title=title, body=[group]))


def goals(*texts, heading="", title="Goals"):
    rows = [GoalExample.objects.create(text=text) for text in texts]
    return publish(
        GoalExamplesPage(title=title, body=[block("goals", heading=heading, goals=[row.pk for row in rows])])
    )


def activity(text, *parts, **fields):
    row = Activity.objects.create(text=text, **fields)
    for place, part in enumerate(parts):
        ActivityPart.objects.create(activity=row, text=part, sort_order=place)
    return row


def category(*activities, heading="", editors_note=""):
    chosen = [row.pk for row in activities]
    return block("category", heading=heading, numbered=False, activities=chosen, editors_note=editors_note)


def activities(*blocks, title="Things"):
    return publish(ActivitiesPage(title=title, body=list(blocks)))


def event(title, **fields):
    parent = EventsPage.objects.first() or publish(EventsPage(title="Events"))
    return publish(EventPage(title=title, starts=date(2020, 1, 1), ends=date(2020, 1, 1), **fields), parent=parent)


def topic(name, name_es=""):
    return Topic.objects.create(name=name, name_es=name_es, slug=f"topic-{next(number)}")


# What is shown ---------------------------------------------------------------------------------


def test_goals_activities_and_their_parts_are_found_under_their_headings(client):
    goals("Learn to fly", heading="Up there")
    activities(category(activity("Build a kite", "Cut the paper"), heading="Outdoors"))
    asked = ("fly", "up there", "kite", "paper", "outdoors")
    assert [found(client, words) for words in asked] == [["Goals"], ["Goals"], ["Things"], ["Things"], ["Things"]]
    assert "Build a <mark>kite</mark>" in ask(client, "kite")


def test_a_text_that_changes_changes_what_is_found_at_once(client):
    page = goals("Learn to fly")
    GoalExample.objects.update(text="Learn to swim")
    assert (found(client, "fly"), found(client, "swim")) == ([], ["Goals"])
    page.unpublish()
    assert found(client, "swim") == []


def test_topics_are_found_by_their_names_in_every_language(client):
    cataloging = topic("Cataloging", "Catalogación")
    citation = Citation.objects.create(kind="web", title="On airships", url="https://air.example/")
    citation.topics.add(cataloging)
    reading_list(citation)
    goals("Learn to fly")
    GoalExample.objects.get().topics.add(cataloging)
    row = activity("Build a kite")
    row.topics.add(cataloging)
    activities(category(row))
    forum = event("Forum")
    forum.topics.set([cataloging])
    forum.save_revision().publish()
    activities(block("events", heading="To come", events=[forum.pk]), title="Dates")
    shown = ["Dates", "Forum", "Goals", "Readings", "Things"]
    assert found(client, "cataloging") == found(client, "catalogacion") == shown


def test_what_an_activity_leads_to_is_found_once_readers_may_see_it(client):
    page = standard("Handbook")
    citation = Citation.objects.create(kind="web", title="On airships", url="https://air.example/")
    activities(category(activity("Read it", page=page, citation=citation)))
    assert (found(client, "handbook"), found(client, "airships")) == (["Handbook", "Things"], ["Things"])
    page.unpublish()
    Citation.objects.update(draft=True)
    assert (found(client, "handbook"), found(client, "airships")) == ([], [])
    page.save_revision().publish()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert found(client, "handbook") == []


def test_chosen_events_are_found_while_they_are_published(client):
    forum = event("Forum", place="Chicago")
    activities(block("events", heading="To come", events=[forum.pk]))
    assert (sorted(found(client, "chicago")), found(client, "to come")) == (["Forum", "Things"], ["Things"])
    forum.unpublish()
    assert (found(client, "chicago"), found(client, "to come")) == ([], [])


def test_a_page_says_its_entries_in_its_own_language(client):
    page = goals("Learn to fly")
    GoalExample.objects.update(text_es="Aprender a volar")
    assert (found(client, "volar"), found(client, "volar", "/es/search/")) == ([], [])
    spanish = in_spanish(page)
    spanish.title = "Metas"
    spanish.save_revision().publish()
    assert (found(client, "volar"), found(client, "fly")) == (["Goals"], ["Goals"])
    answer = ask(client, "volar", "/es/search/")
    assert "Metas" in answer
    assert "Aprender a <mark>volar</mark>" in answer
    assert "Learn to fly" not in answer
    assert "Learn to <mark>fly</mark>" in ask(client, "fly")


# What is held back -----------------------------------------------------------------------------


def test_a_citation_is_found_once_it_is_complete_and_nothing_of_it_before(client):
    citation = Citation.objects.create(
        kind="article", authors="Forbes, M.", container="Journal", editors_note="Ask Kim"
    )
    citation.topics.add(topic("Steering"))
    reading_list(citation)
    asked = ("forbes", "zeppelin", "airships", "gliding", "steering")
    assert [found(client, word) for word in asked] == [[]] * 5
    Citation.objects.filter(pk=citation.pk).update(title="On mentoring", date="2019")
    assert [found(client, word) for word in asked] == [["Readings"]] * 5
    assert found(client, "kim") == []
    Citation.objects.filter(pk=citation.pk).update(title="")
    assert found(client, "forbes") == []


def test_notes_for_editors_and_headings_without_content_are_not_found(client):
    shown = category(activity("Fly", editors_note="Jo"), heading="Balloons", editors_note="Kim")
    activities(shown, category(heading="Zeppelins"))
    GoalExample.objects.create(text="Nowhere shown")
    assert found(client, "balloons") == ["Things"]
    assert [found(client, word) for word in ("kim", "jo", "zeppelins", "nowhere")] == [[]] * 4


def test_entries_that_were_deleted_are_not_found(client):
    goals("Learn to fly", heading="Up there")
    GoalExample.objects.all().delete()
    assert [found(client, words) for words in ("fly", "up there")] == [[], []]


# How much it asks ------------------------------------------------------------------------------


def test_query_count_does_not_grow_with_pages_and_their_entries():
    def queries(pages):
        for n in range(pages):
            work = Citation.objects.create(kind="web", title="Zeppelin", url="https://air.example/")
            reading_list(work, title=f"Readings {n}")
            aim = goals(*["Zeppelin"] * 3, title=f"Goals {n}")
            row = activity("Zeppelin", "Balloon", "Kite", page=aim, citation=work)
            meeting = event(f"Meeting {n}")
            for each in (work, row, GoalExample.objects.last(), meeting):
                each.topics.add(topic(f"Zeppelins {next(number)}"))
            events = block("events", heading="To come", events=[meeting.pk])
            in_spanish(activities(category(row), events, title=f"Things {n}")).save_revision().publish()
        all_entries(root, [], timezone.now())
        with CaptureQueriesContext(connection) as captured:
            entries = all_entries(root, [], timezone.now())
        assert sum("zeppelin" in text for entry in entries for _, text in entry.texts) > 3 * pages
        return len(captured)

    root = Map().spots[HomePage.objects.get(locale=Locale.get_default()).pk]
    one, five = queries(1), queries(4)
    assert one == five
    assert five <= 45
