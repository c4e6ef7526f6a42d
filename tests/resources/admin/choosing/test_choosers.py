"""While writing a page: entries are found by any part of their text and by topic, or written on the spot."""

import pytest

from resources.models import Activity, Citation, GoalExample
from tests.resources.admin import rows

pytestmark = pytest.mark.django_db
GOALS, ACTIVITIES, CITATIONS = (
    f"/admin/snippets/choose/resources/{n}/" for n in ("goalexample", "activity", "citation")
)


def test_the_list_shows_whom_an_entry_is_for_and_its_topics(admin):
    rows.on(rows.goal("Publish a paper", for_whom="mentee"), "Writing")
    html = admin.get(GOALS).json()["html"]
    assert "For mentees" in html
    assert "Writing" in html


@pytest.mark.parametrize("address", [GOALS, ACTIVITIES, CITATIONS])
def test_search_finds_any_part_of_the_text(admin, address):
    for title in ("Publish a paper", "Give a talk"):
        rows.goal(title)
        rows.activity(title)
        rows.citation(title)
    html = admin.get(f"{address}results/", {"q": "PAPER"}).content.decode()
    assert "Publish a paper" in html
    assert "Give a talk" not in html


def test_a_topic_narrows_the_list(admin):
    rows.on(rows.goal("Publish a paper"), "Writing")
    rows.on(rows.goal("Give a talk"), "Speaking")
    html = admin.get(f"{GOALS}results/", {"topic": rows.topic("Speaking").pk}).content.decode()
    assert "Give a talk" in html
    assert "Publish a paper" not in html


def test_several_are_chosen_at_once(admin):
    chosen = [rows.goal("One"), rows.goal("Two")]
    assert 'type="checkbox"' in admin.get(GOALS, {"multiple": 1}).json()["html"]
    answer = admin.get(f"{GOALS}chosen-multiple/", {"multiple": 1, "id": [row.pk for row in chosen]}).json()
    assert {row["string"] for row in answer["result"]} == {"One", "Two"}


@pytest.mark.parametrize(("address", "model"), [(GOALS, GoalExample), (ACTIVITIES, Activity)])
def test_an_entry_is_written_on_the_spot_with_its_topics(admin, address, model):
    told = {"text": "New", "text_es": "Nueva", "for_whom": "mentor", "topics": [rows.topic("Writing").pk]}
    assert admin.post(f"{address}create/", told).json()["step"] == "chosen"
    row = model.objects.get()
    assert (row.text, row.text_es, row.for_whom) == ("New", "Nueva", "mentor")
    assert [str(each) for each in row.topics.all()] == ["Writing"]


def test_a_citation_written_on_the_spot_is_checked_as_on_its_form(admin):
    answer = admin.post(f"{CITATIONS}create/", {"kind": "book", "title": "T", "isbn": "123"}).json()
    assert answer["step"] == "reshow_creation_form"
    assert "This is not an ISBN" in answer["htmlFragment"]
    assert admin.post(f"{CITATIONS}create/", {"kind": "book", "title": "T"}).json()["step"] == "chosen"
    assert Citation.objects.get().title == "T"


def test_what_was_typed_is_kept_when_something_is_wrong(admin):
    answer = admin.post(f"{GOALS}create/", {"text": "", "text_es": "Solo en español", "for_whom": "both"}).json()
    assert "Solo en español" in answer["htmlFragment"]
    assert not GoalExample.objects.exists()


@pytest.mark.parametrize("address", [GOALS, ACTIVITIES, CITATIONS])
@pytest.mark.parametrize("bad", ["x", "-1", "9" * 30, "%00"])
def test_nonsense_ids_choose_nothing(admin, address, bad):
    assert admin.get(f"{address}chosen/{bad}/").status_code == 404
    assert admin.get(f"{address}chosen-multiple/?id={bad}").json()["result"] == []
