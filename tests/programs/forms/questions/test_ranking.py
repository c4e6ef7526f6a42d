"""Places in an order of one's own."""

import re

import pytest

KINDS = {"a": "Teaching", "b": "Data", "c": "Outreach", "d": "Budgets"}


@pytest.fixture
def rank(asked):
    return asked("rank", KINDS, most=3, least=1)


def test_it_is_kept_in_its_order(rank):
    answer = rank.answer("q-topic_1=c&q-topic_2=a&q-topic_3=")
    assert answer == ["c", "a"]
    assert rank.kind.reads(rank.question, answer) == ["1. Outreach", "2. Teaching"]
    assert rank.kind.cell(rank.question, answer) == "1. Outreach; 2. Teaching"
    assert rank.kind.chosen(answer) == ["c", "a"]
    assert rank.comes_back(answer)


def test_each_place_has_a_list_with_a_label(rank):
    page = rank.page("q-topic_2=b")
    assert re.findall(r'<label for="id_q-topic_(\d)">([^<]+)', page) == [
        ("1", "First choice"),
        ("2", "Second choice"),
        ("3", "Third choice"),
    ]
    assert page.count("<select") == 3
    assert page.count(" selected") == 1
    assert re.search(r'<option value="b" selected>', page)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("", "Choose your first choice for “Topic?”"),
        ("q-topic_1=a&q-topic_2=a", "“Teaching” has two places in “Topic?”: give each answer one place"),
        ("q-topic_1=a&q-topic_3=b", "Leave no place empty before another in “Topic?”: “Second choice” is empty"),
        ("q-topic_1=z", "Choose among the answers to “Topic?”"),
        ("q-topic_1=a&q-topic_1=b", "Choose among the answers to “Topic?”"),
    ],
)
def test_what_is_wrong_is_said(rank, sent, told):
    assert rank.answer(sent) == [told]


def test_so_many_places_must_be_given(asked):
    rank = asked("rank", KINDS, most=3, least=2, required=False)
    assert rank.answer("q-topic_1=a") == ["Choose at least 2 answers to “Topic?”; you chose 1"]
    assert rank.answer("") == []


def test_places_beyond_the_choices_are_not_asked(asked):
    assert asked("rank", {"a": "A", "b": "B"}, most=9, least=1).page().count("<select") == 2


def test_what_was_typed_is_told_by_places(rank):
    assert rank.typed("q-topic_1=a&q-topic_3=b&q-topic_2=z") == ["1. Teaching", "3. Data"]
