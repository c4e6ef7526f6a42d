"""Each list says what an editor asks of an entry: whom it is for, its topics, what is to be done, where it stands."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from wagtail.models import Locale, PageViewRestriction

from tests.resources.admin import rows

pytestmark = pytest.mark.django_db


def listed(client, address, **query):
    """{text of the first cell: texts of all cells}, as a person reads them."""
    body = client.get(address, query).content.decode().partition("<tbody>")[2].partition("</tbody>")[0]
    found = {}
    for row in body.split("<tr")[1:]:
        cells = [" ".join(html.unescape(strip_tags(cell)).split()) for cell in re.split(r"<td[^>]*>", row)[1:]]
        name = next(filter(None, cells))
        found[name.removesuffix(" Edit Usage Delete")] = cells
    return found


def row_of(client, address, name, **query):
    return next(" | ".join(cells) for found, cells in listed(client, address, **query).items() if name in found)


def test_a_goal_says_whom_it_is_for_its_topics_and_what_it_lacks(admin):
    rows.on(rows.goal("Publish a paper", text_es="", for_whom="mentee"), "Writing", "Leadership")
    row = row_of(admin, rows.GOALS, "Publish a paper")
    assert "For mentees | Leadership, Writing | Text in Spanish | Nowhere" in row


def test_an_activity_says_what_readers_cannot_have_and_which_link_is_dead(admin):
    rows.dead("https://gone.example/")
    held = rows.citation("Held", container="", url="https://gone.example/")
    rows.activity("Read", {"citation": held}, page=rows.event(live=False))
    row = row_of(admin, rows.ACTIVITIES, "Read")
    assert "The page it leads to is not published; its reading is held back; Dead since" in row


def test_a_citation_says_what_holds_it_back_and_that_its_link_is_dead(admin):
    rows.dead("https://doi.org/10.1000/182")
    rows.citation("Gone", container="", doi="10.1000/182", url="https://alive.example/")
    assert "Not published: no journal, magazine or site; Dead since" in row_of(admin, rows.CITATIONS, "Gone")


def test_an_event_says_its_day_its_topics_and_what_it_lacks(admin):
    rows.on(rows.event("Forum", place=""), "Networking")
    assert "May 1, 2026 | Networking | Place or web address | Nowhere" in row_of(admin, rows.EVENTS, "Forum")


def test_a_resource_page_says_the_topics_of_its_entries_and_which_link_is_dead(admin):
    rows.dead("https://gone.example/")
    entry = rows.on(rows.citation("Work", url="https://gone.example/"), "Writing")
    rows.reading_list(entry, title="Readings")
    rows.goals_page(title="No goals")
    assert "Reading list | Writing | Dead since" in row_of(admin, rows.PAGES, "Readings")
    assert "Goal examples page |  | Goals | Nowhere" in row_of(admin, rows.PAGES, "No goals")


def test_an_entry_names_the_pages_that_show_it_with_the_way_to_them(admin):
    entry = rows.goal("Shown")
    page, draft = rows.goals_page(entry, title="Goals"), rows.goals_page(entry, title="Later", live=False)
    body = admin.get(rows.GOALS).content.decode()
    assert f'<a href="/admin/pages/{page.pk}/edit/">Goals</a>' in body
    assert f'<a href="/admin/pages/{draft.pk}/edit/">Later (not published)</a>' in body


def test_a_citation_names_the_activity_that_leads_to_it(admin):
    entry = rows.citation("Led to")
    row = rows.activity("Read it", {"citation": entry})
    assert f'<a href="{rows.ACTIVITIES}edit/{row.pk}/">Read it</a>' in admin.get(rows.CITATIONS).content.decode()


def test_pages_that_a_person_may_not_see_are_counted_and_not_named(client):
    entry = rows.goal("Shown")
    public = rows.goals_page(entry, title="Public page")
    rows.goals_page(entry, title="Secret draft", live=False)
    private = rows.goals_page(entry, title="Secret page")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    client.force_login(rows.person("view_goalexample"))
    body = client.get(rows.GOALS).content.decode()
    assert "Secret" not in body
    assert f'<a href="{public.url}">Public page</a>' in body
    assert "2 that you may not open" in body


def test_a_page_is_linked_where_its_translation_is(admin):
    english = rows.event("Forum")
    spanish, _ = Locale.objects.get_or_create(language_code="es")
    english.get_parent().copy_for_translation(spanish, copy_parents=True)
    english.copy_for_translation(spanish)
    rows.activity("Go there", page=english)
    page = listed(admin, rows.EVENTS)
    assert len(page) == 2
    assert all("Go there" in cells for cells in page.values())


@pytest.mark.parametrize("address", [rows.EVENTS, rows.PAGES])
def test_page_lists_offer_no_boxes_since_all_would_mean_the_whole_site(admin, address):
    rows.event()
    rows.goals_page()
    assert "data-bulk-action-checkbox" not in admin.get(address).content.decode()


def many(names):
    for n in names:
        work = rows.on(rows.citation(f"Work {n}", url=f"https://a.example/{n}"), "Writing")
        aim = rows.on(rows.goal(f"Goal {n}"), "Writing")
        rows.dead(f"https://a.example/{n}")
        place = rows.on(rows.event(f"Event {n}"), "Writing")
        task = rows.on(rows.activity(f"Task {n}", {"citation": work, "page": place}, page=place), "Writing")
        shown = [rows.reading_list(work, work), rows.goals_page(aim), rows.activities_page(task, task)]
        rows.activity(f"Leads {n}", {"page": shown[0]}, {"page": shown[1]}, page=shown[2])


@pytest.mark.parametrize("address", rows.LISTS)
def test_queries_do_not_grow_with_the_rows(admin, address):
    def queries(query):
        with CaptureQueriesContext(connection) as found:
            answer = admin.get(address, query)
            assert answer.status_code == 200
            assert b"".join(answer) if answer.streaming else answer.content
        return len(found)

    asked = [{}, {"state": "dead"}, {"state": "incomplete"}, {"state": "unused"}, {"export": "csv"}, {"q": "e"}]
    many(range(2))
    queries({})
    few = [queries(query) for query in asked]
    many(range(2, 9))
    assert [queries(query) for query in asked] == few
