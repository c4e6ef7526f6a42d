"""The forms of goals and activities."""

import pytest
from bs4 import BeautifulSoup

from resources.models import Activity, GoalExample
from resources.smart import PROMPTS
from tests.resources.admin import rows

pytestmark = pytest.mark.django_db


def test_the_form_of_a_goal_asks_the_five_questions(admin):
    page = admin.get(f"{rows.GOALS}add/").content.decode()
    assert len(PROMPTS) == 5
    assert "".join(str(word)[0] for word, _question in PROMPTS) == "SMART"
    assert all(f"{word}</dt>" in page and f"{question}</dd>" in page for word, question in PROMPTS)


@pytest.mark.parametrize("address", [rows.CITATIONS, rows.GOALS, rows.ACTIVITIES])
def test_topics_are_boxes_to_tick(admin, address):
    rows.topic("Writing")
    page = BeautifulSoup(admin.get(f"{address}add/").content, "html.parser")
    assert [box["type"] for box in page.find_all("input", attrs={"name": "topics"})] == ["checkbox"]


def test_a_goal_is_kept_as_it_was_typed(admin):
    told = {"text": "Aim", "text_es": "Meta", "for_whom": "mentor", "editors_note": "From the 2020 survey."}
    admin.post(f"{rows.GOALS}add/", told | {"topics": [rows.topic("Writing").pk]})
    row = GoalExample.objects.get()
    assert {name: getattr(row, name) for name in told} == told
    assert [each.name for each in row.topics.all()] == ["Writing"]


def test_an_activity_is_kept_with_its_parts_in_order(admin):
    work, place = rows.citation("Work"), rows.event("Forum")
    told = {"text": "Do", "text_es": "", "for_whom": "both", "page": place.pk, "citation": "", "editors_note": ""}
    told |= {f"parts-{name}_FORMS": number for name, number in (("TOTAL", 2), ("INITIAL", 0), ("MIN_NUM", 0))}
    for n, (text, order) in enumerate([("Second", 2), ("First", 1)]):
        part = {"text": text, "text_es": "", "page": "", "citation": work.pk, "ORDER": order, "id": ""}
        told |= {f"parts-{n}-{name}": value for name, value in part.items()}
    answer = admin.post(f"{rows.ACTIVITIES}add/", told)
    assert answer.status_code == 302
    row = Activity.objects.get()
    assert row.page_id == place.pk
    assert [(part.text, part.citation) for part in row.parts.all()] == [("First", work), ("Second", work)]


def test_the_chooser_of_pages_offers_resources_events_and_pages_of_text(admin):
    page = admin.get(f"{rows.ACTIVITIES}add/").content.decode()
    assert all(kind in page for kind in ("resources.readinglistpage", "resources.eventpage", "home.standardpage"))


def test_the_home_asks_of_each_person_what_that_person_may_mend(client):
    rows.goal("a", text_es="")
    rows.activity("b", text_es="")
    rows.citation("c", container="")
    client.force_login(rows.person("change_goalexample"))
    page = client.get("/admin/").content.decode()
    assert "1 goal example has no text in Spanish." in page
    assert f"{rows.GOALS}?state=incomplete" in page
    assert "activity lacks" not in page
    assert "citation is not published" not in page
    client.force_login(rows.person("change_activity", "change_citation"))
    page = client.get("/admin/").content.decode()
    assert "1 activity lacks its text in Spanish, or leads to what readers cannot have." in page
    assert "1 citation is not published" in page
