"""One walk over blocks: checks, search and pasting agree on what a wrapped list item is."""

import pytest
from wagtail import blocks

from portal.checks.walking.held import Place
from portal.checks.walking.places import _block
from portal.texts.pasted import tidy_raw
from portal.texts.searchable import block_texts
from portal.texts.walking import inside

PAIR = blocks.StructBlock([("value", blocks.CharBlock()), ("type", blocks.CharBlock(required=False))])


def checked(block, raw):
    return [held.text for held in _block(block, raw, Place("Here", "here"))]


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        ([{"type": "item", "id": "a", "value": "One"}], ["One"]),
        (["One", "Two"], ["One", "Two"]),
        (["One", {"type": "item", "id": "b", "value": "Two"}], ["One", "Two"]),
    ],
)
def test_checks_search_and_pasting_read_a_list_alike(raw, texts):
    block = blocks.ListBlock(blocks.CharBlock())
    assert [value for _block, value, _key in inside(block, raw)] == texts
    assert checked(block, raw) == texts
    assert list(block_texts(block, raw)) == texts
    assert tidy_raw(block, raw) == raw


def test_a_bare_item_that_has_a_value_of_its_own_is_read_whole():
    """As Wagtail reads it: the checks took its inner value for the item."""
    block, raw = blocks.ListBlock(PAIR), [{"value": "Inner", "type": "kind"}]
    assert block.to_python(raw)[0]["value"] == "Inner"
    assert checked(block, raw) == list(block_texts(block, raw)) == ["Inner", "kind"]


def test_pasting_cleans_texts_and_no_ids():
    block = blocks.StreamBlock([("text", blocks.CharBlock()), ("list", blocks.ListBlock(blocks.CharBlock()))])
    raw = [
        {"type": "text", "id": "a\u00a0b", "value": "a\u00a0b"},
        {"type": "list", "id": "c", "value": [{"type": "item", "id": "d\u00a0", "value": "e\u00a0f"}, "g\u00a0h"]},
        {"type": "gone", "id": "i", "value": "j\u00a0k"},
    ]
    clean = tidy_raw(block, raw)
    assert [item["value"] for item in clean] == [
        "a b",
        [{"type": "item", "id": "d\u00a0", "value": "e f"}, "g h"],
        "j\u00a0k",
    ]
    assert clean[0]["id"] == "a\u00a0b"
