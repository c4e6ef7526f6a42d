"""What a reader chose of a page's entries stands in the address, and every choice can be undone there."""

import pytest

from portal.lists.narrowing import Filter, Narrowing, Option

FILTERS = [
    Filter("size", "Size", [Option("small", "Small", frozenset("ab")), Option("large", "Large", frozenset("c"))]),
    Filter("color", "Color", [Option("red & blue", "Red and blue", frozenset("bc"))]),
    Filter("open", "Now", [Option("1", "Open now", None)]),
]


def narrowing(**typed):
    return Narrowing(FILTERS, "/page/", typed)


def kept(found):
    return "".join(key for key in "abcd" if found.keeps(key))


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ({}, "abcd"),
        ({"size": "small"}, "ab"),
        ({"size": "small", "color": "red & blue"}, "b"),
        ({"size": "large", "color": "red & blue", "open": "1"}, "c"),
        ({"open": "1"}, "abcd"),
    ],
)
def test_options_apply_all_at_once_and_one_of_the_moment_keeps_every_key(typed, left):
    assert kept(narrowing(**typed)) == left


@pytest.mark.parametrize("typed", [{"size": "huge"}, {"size": ""}, {"shape": "small"}, {"size": "SMALL"}])
def test_what_no_filter_knows_is_passed_over(typed):
    found = narrowing(**typed)
    assert (found.chosen, kept(found), found.query()) == ({}, "abcd", "")


def test_an_address_holds_what_is_chosen_and_nothing_else():
    found = narrowing(size="small", color="red & blue", utm_source="x")
    assert found.query() == "?size=small&color=red+%26+blue"
    assert found.address(size="") == "/page/?color=red+%26+blue"
    assert found.address(open="1") == "/page/?size=small&color=red+%26+blue&open=1"
    assert narrowing(size="small").address(size="") == "/page/"


def test_each_choice_can_be_taken_off():
    found = narrowing(size="small", open="1")
    told = [(word, address, set(rest)) for word, address, rest in found.one_less]
    assert told == [("Small", "/page/?open=1", {"open"}), ("Open now", "/page/?size=small", {"size"})]


def test_the_form_shows_every_filter_with_its_choice():
    assert [(each.name, value) for each, value in narrowing(size="large").fields] == [
        ("size", "large"),
        ("color", ""),
        ("open", ""),
    ]
