"""Every text of a page is met, with its place in words and its path, and no query is asked for it."""

import pytest
from wagtail.models import Locale, get_page_models

from home.models import HomePage, StandardPage
from portal.checks.held import Bare, Chosen, Rich, Words
from portal.checks.panel import CheckedPage
from portal.checks.places import walk
from portal.pasted import Tidied
from resources.models import ActivitiesPage

ACTIVITIES = [
    {
        "type": "category",
        "id": "c1",
        "value": {
            "heading": "Create!",
            "numbered": False,
            "editors_note": "A note",
            "activities": [
                {
                    "type": "item",
                    "id": "a1",
                    "value": {"text": "Share", "page": 7, "parts": [{"type": "item", "id": "p1", "value": "Part"}]},
                },
                {"type": "item", "id": "a2", "value": {"text": "Write", "page": None, "parts": []}},
            ],
        },
    },
    {"type": "events", "id": "e1", "value": {"heading": "Meet", "events": []}},
]


def held(page):
    return {one.place.path: one for one in walk(page)}


def test_every_page_type_is_checked_and_cleaned():
    ours = [model for model in get_page_models() if model._meta.app_label != "wagtailcore"]
    assert len(ours) >= 9
    assert all(issubclass(model, CheckedPage) and issubclass(model, Tidied) for model in ours)


def test_fields_and_blocks_are_met_however_deep():
    found = held(ActivitiesPage(title="Things to do", intro="<p>Begin.</p>", body=ACTIVITIES))
    assert isinstance(found["intro"], Rich)
    assert found["title"].text == "Things to do"
    assert found["body.c1.activities.a1.text"].text == "Share"
    assert found["body.c1.activities.a1.parts.p1"].text == "Part"
    assert isinstance(found["body.c1.activities.a1.page"], Chosen)
    assert found["body.c1.activities.a1.page"].key == 7
    assert "body.c1.activities.a2.page" not in found, "nothing was chosen"


def test_a_place_is_named_in_the_editors_words():
    found = held(ActivitiesPage(title="Things to do", body=ACTIVITIES))
    place = found["body.c1.activities.a2.text"].place
    assert place.where == "Activities › Category “Create!” › Activities › Activity 2"
    section = [{"type": "section", "id": "s", "value": {"heading": "Goals", "text": "<p>Set them.</p>"}}]
    assert held(StandardPage(title="T", body=section))["body.s.text"].place.where == "Content › Section “Goals” › Text"


def test_a_sentence_may_go_on_in_the_next_item_of_a_list_but_not_after_the_last():
    found = held(ActivitiesPage(title="Things to do", body=ACTIVITIES))
    assert found["body.c1.activities.a1.text"].goes_on
    assert not found["body.c1.activities.a2.text"].goes_on


def test_a_heading_with_nothing_under_it_is_met():
    bare = [{"type": "section", "id": "s", "value": {"heading": "Goals", "text": "<p> </p>"}}]
    assert [one.heading for one in walk(StandardPage(title="T", body=bare)) if isinstance(one, Bare)] == ["Goals"]
    assert [one.heading for one in walk(ActivitiesPage(title="T", body=ACTIVITIES)) if isinstance(one, Bare)] == [
        "Meet"
    ]


def test_addresses_choices_and_slugs_are_no_prose():
    page = StandardPage(
        title="T", slug="and", path="0001", purpose="about", seo_title="For engines", search_description="Short."
    )
    assert {one.place.path for one in walk(page) if isinstance(one, Words)} == {
        "title",
        "seo_title",
        "search_description",
    }


@pytest.mark.django_db
def test_walking_asks_no_query(django_assert_num_queries):
    home = HomePage.objects.get(locale=Locale.get_default())
    home.add_child(instance=ActivitiesPage(title="Things to do", body=ACTIVITIES))
    page = ActivitiesPage.objects.get()
    with django_assert_num_queries(0):
        assert list(walk(page))
