"""Choices as an editor writes them: lines, and what is read out of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.checks.walking.places import walk
from portal.texts.pasted import tidy_raw
from programs.forms.keys import KEY, is_made
from programs.forms.questions.choice_lines import ChoiceLines, faults, parsed, written
from programs.models import ApplicationFormPage
from tests.factories import SECTIONS


def labels(text):
    return [choice["label"] for choice in parsed(text)]


def test_commas_and_colons_stay_and_empty_lines_go():
    assert labels(" Equity, Diversity and Inclusion\r\n\n Budgets: from grants to gifts\t\n") == [
        "Equity, Diversity and Inclusion",
        "Budgets: from grants to gifts",
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("• Public\n• School", ["Public", "School"]),
        ("-\u00a0Public\n–  School", ["Public", "School"]),
        ("1. Public\n2. School\n3. Special", ["Public", "School", "Special"]),
        ("a) Public\nb) School", ["Public", "School"]),
        ("• Public\nSchool", ["• Public", "School"]),
        ("1. Public\n3. School", ["1. Public", "3. School"]),
        ("5 to 9 years\n10 to 19 years", ["5 to 9 years", "10 to 19 years"]),
        ("- Alone", ["- Alone"]),
        ("A. Smith\nC. Jones", ["A. Smith", "C. Jones"]),
    ],
)
def test_signs_of_a_list_go_where_every_line_has_one(text, read):
    assert labels(text) == read


def test_a_line_may_name_its_key_and_ask_for_words():
    choices = parsed("Public library {public}\nA colleague: ____\nOther ___ {other}\nBraces {Not A Key}\n____")
    assert choices[0] == {"key": "public", "label": "Public library"}
    assert (choices[1]["label"], choices[1]["words"]) == ("A colleague:", True)
    assert choices[2] == {"key": "other", "label": "Other", "words": True}
    assert [choice["label"] for choice in choices[3:]] == ["Braces {Not A Key}", "____"]


def test_what_is_written_reads_the_same():
    text = "Public library {public}\nA colleague ___\nSchool\nOther ___ {other}"
    assert written(parsed(text)) == text


@given(st.lists(st.text(max_size=30), max_size=8))
def test_whatever_is_written_is_read_again_as_the_same(lines):
    choices = parsed("\n".join(lines))
    assert all(choice["label"] and KEY.regex.search(choice["key"]) for choice in choices)
    assert [one["label"] for one in parsed(written(choices))] == [one["label"] for one in choices]


def test_keys_that_nobody_gave_are_made_of_the_words_and_never_twice():
    first, second, other = parsed("Public\nPublic\nSchool")
    assert is_made(first)
    assert first["key"] not in (second["key"], other["key"])
    assert second["key"] != other["key"]
    assert parsed("School\nPublic")[1]["key"] == first["key"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Public\nSchool", None),
        ("Public", "Write at least 2 lines."),
        ("Public\npublic", "“Public” stands twice."),
        ("Public {a}\nSchool {a}", "Two choices have the key “a”."),
        ("Public\nSchool {Sch_ool}", "“{Sch_ool}” is no key"),
        ("Public\n" + "x" * 501, "has 501."),
        ("\n".join(f"Line {n}" for n in range(501)), "Write at most 500 lines; there are 501."),
    ],
)
def test_what_is_wrong_is_said(text, told):
    found = list(faults(parsed(text), 2))
    assert bool(found) == bool(told)
    assert not told or told in found[0]


def test_three_hundred_lines_are_taken():
    assert not list(faults(parsed("\n".join(f"Library number {n}" for n in range(300))), 2))


@pytest.mark.django_db
def test_checks_read_the_choices_and_tidying_leaves_them():
    page = ApplicationFormPage(title="T", sections=SECTIONS)
    assert "Storytime" in [text for held in walk(page) for text in held.texts()]
    raw = page.sections.stream_block.get_prep_value(page.sections)
    assert tidy_raw(page.sections.stream_block, raw) == raw


def test_it_is_one_field_of_text_in_the_editor():
    block = ChoiceLines(label="Choices")
    assert block.get_form_state([{"key": "a", "label": "A"}, {"key": "0123456789", "label": "B"}]) == "A {a}\nB"
    assert block.value_from_datadict({"c": "A {a}"}, {}, "c") == [{"key": "a", "label": "A"}]
    assert block.get_default() == []
