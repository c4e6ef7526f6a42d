"""Ranges of pages and numbers."""

import pytest

from resources.citations.formatting.ranges import is_numeric, is_plural, numbers, pages


@pytest.mark.parametrize(
    ("typed", "apa", "mla", "chicago"),
    [
        ("5–19", "5–19", "5–19", "5–19"),
        ("145-1020", "145–1020", "145–1020", "145–1020"),
        ("101-9", "101–109", "101–09", "101–9"),
        ("1496–504", "1496–1504", "1496–504", "1496–504"),
        ("600–13", "600–613", "600–13", "600–613"),
        ("71–2", "71–72", "71–72", "71–72"),
        ("S1-S9", "S1–S9", "S1–9", "S1–9"),
        ("S12-15", "S12–15", "S12–15", "S12–15"),
        ("A3–B4", "A3–B4", "A3–B4", "A3–B4"),
        ("xi-xv", "xi–xv", "xi–xv", "xi–xv"),
        ("105752–105752", "105752", "105752", "105752"),
        ("7", "7", "7", "7"),
        ("1-9, 12", "1–9, 12", "1–9, 12", "1–9, 12"),
        ("e12", "e12", "e12", "e12"),
        ("no pages", "no pages", "no pages", "no pages"),
    ],
)
def test_the_last_page_is_whole_or_shortened_as_each_style_has_it(typed, apa, mla, chicago):
    assert [pages(typed, style) for style in ("apa", "mla", "chicago")] == [apa, mla, chicago]


@pytest.mark.parametrize("text", ["12", "12–13", "1-2", "2nd", "B2", "1, 3", "4 & 5"])
def test_numbers_ordinals_and_several_of_them_are_numeric(text):
    assert is_numeric(text)


@pytest.mark.parametrize("text", ["Spring", "Suppl 1", "Revised", "", "n.d."])
def test_words_are_not(text):
    assert not is_numeric(text)


@pytest.mark.parametrize(
    ("text", "plural"), [("5–19", True), ("xi–xv", True), ("1, 3", True), ("2.0", False), ("S1", False), ("xi", False)]
)
def test_what_holds_more_than_one_is_plural(text, plural):
    assert is_plural(text) == plural


def test_a_range_of_volumes_has_an_en_dash():
    assert numbers("12-13") == "12–13"
    assert numbers("Suppl-A") == "Suppl-A"
