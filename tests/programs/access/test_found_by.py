import pytest

from programs.access.found_by import note_missing_words
from programs.models import Application, FoundBy
from tests.factories import make_application


@pytest.fixture
def application(db):
    return make_application(
        name="O’Neil, Ana", email="Ana+lib@Example.org", answers={"work": "Évry", "topics": ["edi"]}
    )


def test_words_are_folded_and_choices_are_kept_by_their_keys(application):
    words = FoundBy.objects.get()
    assert {"ana", "o", "neil", "oneil", "lib", "evry", "=topics:edi"} <= set(words.reader.split())
    assert words.reader == words.coordinator


def test_doubles_are_told_by_name_in_any_order_and_by_mailbox(application):
    other = make_application(application.call, name="ana o neil", email="ana@example.org")
    assert len({(row.name, row.mailbox) for row in FoundBy.objects.all()}) == 1
    assert other.pk != application.pk


def test_tick_notes_what_was_stored_another_way(application):
    kept = FoundBy.objects.values().get()
    FoundBy.objects.all().delete()
    assert note_missing_words() is False
    assert FoundBy.objects.values().get() == kept
    assert Application.objects.filter(found_by=None).count() == 0
