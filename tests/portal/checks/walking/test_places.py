"""Every text of a page is met, with its place in words and its path, and no query is asked for it."""

import pytest
from wagtail.models import Locale, get_page_models

from home.models import HomePage, StandardPage
from portal.checks.showing.panel import CheckedPage
from portal.checks.walking.held import Bare, Chosen, Rich, Words
from portal.checks.walking.places import walk
from portal.texts.pasted import Tidied
from resources.models import ReadingListPage

pytestmark = pytest.mark.django_db

READINGS = [
    {
        "type": "readings",
        "id": "r1",
        "value": {
            "heading": "To begin with",
            "intro": "Pick one.",
            "entries": [
                {"type": "item", "id": "a1", "value": {"citation": 7, "note": "Short"}},
                {"type": "item", "id": "a2", "value": {"citation": None, "note": "Long"}},
            ],
        },
    },
    {"type": "readings", "id": "r2", "value": {"heading": "Later", "intro": "", "entries": []}},
]


def held(page):
    return {one.place.path: one for one in walk(page)}


def test_every_page_type_is_checked_and_cleaned():
    ours = [model for model in get_page_models() if model._meta.app_label != "wagtailcore"]
    assert len(ours) >= 9
    assert all(issubclass(model, CheckedPage) and issubclass(model, Tidied) for model in ours)


def test_fields_and_blocks_are_met_however_deep():
    found = held(ReadingListPage(title="Things to read", intro="<p>Begin.</p>", body=READINGS))
    assert isinstance(found["intro"], Rich)
    assert found["title"].text == "Things to read"
    assert found["body.r1.intro"].text == "Pick one."
    assert found["body.r1.entries.a1.note"].text == "Short"
    assert isinstance(found["body.r1.entries.a1.citation"], Chosen)
    assert found["body.r1.entries.a1.citation"].key == 7
    assert "body.r1.entries.a2.citation" not in found, "nothing was chosen"


def test_a_place_is_named_in_the_editors_words():
    found = held(ReadingListPage(title="Things to read", body=READINGS))
    place = found["body.r1.entries.a2.note"].place
    assert place.where == "Readings › Group of readings “To begin with” › Readings › Reading 2 › Note"
    section = [{"type": "section", "id": "s", "value": {"heading": "Goals", "text": "<p>Set them.</p>"}}]
    assert held(StandardPage(title="T", body=section))["body.s.text"].place.where == "Content › Section “Goals” › Text"


def test_a_sentence_may_go_on_in_the_next_item_of_a_list_but_not_after_the_last():
    found = held(ReadingListPage(title="Things to read", body=READINGS))
    assert found["body.r1.entries.a1.note"].goes_on
    assert not found["body.r1.entries.a2.note"].goes_on


def test_a_heading_with_nothing_under_it_is_met():
    bare = [{"type": "section", "id": "s", "value": {"heading": "Goals", "text": "<p> </p>"}}]
    assert [one.heading for one in walk(StandardPage(title="T", body=bare)) if isinstance(one, Bare)] == ["Goals"]
    assert [one.heading for one in walk(ReadingListPage(title="T", body=READINGS)) if isinstance(one, Bare)] == [
        "Later"
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


def test_walking_asks_no_query(django_assert_num_queries):
    home = HomePage.objects.get(locale=Locale.get_default())
    home.add_child(instance=ReadingListPage(title="Things to read", body=READINGS))
    page = ReadingListPage.objects.get()
    with django_assert_num_queries(0):
        assert list(walk(page))
