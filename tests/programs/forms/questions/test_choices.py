"""Choosing: one or several, with words of one's own; what is kept, read, filled in again and refused."""

import re

import pytest
from django.http import QueryDict

from programs.forms.conditions import chosen
from programs.forms.questions import QUESTIONS

KINDS = {"public": "Public library", "school": "School library", "friend": "A colleague: ___"}


def test_one_choice_is_kept_as_its_key(asked):
    one = asked("choose_one", KINDS)
    assert one.answer("q-topic=school") == "school"
    assert one.comes_back("school")
    assert "<select" not in one.page()


def test_a_choice_may_ask_for_words(asked):
    one = asked("choose_one", KINDS)
    answer = one.answer("q-topic=friend&q-topic_friend= Ann  ")
    assert answer == {"chosen": "friend", "words": {"friend": "Ann"}}
    assert one.kind.reads(one.question, answer) == ["A colleague: Ann"]
    assert one.kind.cell(one.question, answer) == "A colleague: Ann"
    assert one.comes_back(answer)


@pytest.mark.parametrize("kind", ["choose_one", "choose_several"])
def test_other_keeps_the_choice_and_its_words(asked, kind):
    other = asked(kind, KINDS, other=True)
    answer = other.answer("q-topic=_other&q-topic__other=A tool library")
    assert answer["words"] == {"_other": "A tool library"}
    assert other.kind.reads(other.question, answer) == ["Other: A tool library"]
    assert other.comes_back(answer)
    assert chosen(other.question, {"topic": answer}) == {("topic", "_other")}


def test_words_are_needed_where_they_are_asked_for(asked):
    other = asked("choose_one", KINDS, other=True)
    assert other.answer("q-topic=_other") == ["Say in your own words what you mean by “Other, please say”"]
    assert other.answer("q-topic=friend&q-topic_friend=+") == ["Say in your own words what you mean by “A colleague”"]
    assert other.answer(f"q-topic=friend&q-topic_friend={'x' * 301}") == ["Use at most 300 characters; this has 301"]


@pytest.mark.parametrize("sent", ["q-topic__other=Mine", "q-topic=public&q-topic__other=Mine"])
def test_words_beside_a_choice_that_was_not_made_are_not_lost(asked, sent):
    other = asked("choose_one", KINDS, other=True)
    (told,) = other.answer(sent)
    assert told.startswith("You wrote something for “Other, please say” and did not choose it")
    assert 'value="Mine"' in other.page(sent)
    assert "Other: Mine" in other.typed(sent)


def test_several_with_least_and_most_say_how_many(asked):
    several = asked("choose_several", KINDS, least=2, most=2, required=False)
    assert several.answer("") == []
    assert several.answer("q-topic=public") == ["Choose at least 2 answers to “Topic?”; you chose 1"]
    most = asked("choose_several", KINDS | {"a": "A"}, most=1)
    assert most.answer("q-topic=public&q-topic=a") == ["Choose at most 1 answer to “Topic?”; you chose 2"]
    assert several.kind.field(several.question).help_text == "Choose exactly 2."
    assert several.answer("q-topic=public&q-topic=school&q-topic=public") == ["public", "school"]


@pytest.mark.parametrize("kind", ["choose_one", "choose_several"])
@pytest.mark.parametrize(
    "sent",
    [
        "q-topic=nobody",
        "q-topic=%00",
        "q-topic=_other",
        "&".join(f"q-topic={n}" for n in range(900)),
        "q-topic=public+",
    ],
)
def test_what_was_not_offered_is_refused(asked, kind, sent):
    (told,) = asked(kind, KINDS).answer(sent)
    assert "“Topic?”" in told


def test_two_values_for_one_are_refused(asked):
    assert asked("choose_one", KINDS).answer("q-topic=public&q-topic=school") == [
        "Choose one of the answers to “Topic?”"
    ]


def test_a_list_asks_the_same(asked):
    one = asked("choose_one", KINDS, as_list=True, other=True)
    page = one.page("q-topic=school")
    assert re.search(r'<option value="school"\s+selected>', page)
    assert page.count('type="text"') == 2
    assert one.answer("q-topic=") == ["Choose an answer to “Topic?”"]
    assert one.answer("q-topic=school") == "school"


def test_each_box_has_a_label_and_no_id_stands_twice(asked):
    page = asked("choose_several", KINDS, other=True).page("q-topic=friend&q-topic_friend=Ann")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'for="([^"]+)"', page)) <= set(ids)
    assert re.search(r'<input type="text" name="q-topic_friend" [^>]*value="Ann"', page)


def test_answers_from_before_there_were_words_still_read(asked):
    assert QUESTIONS["choose_one"].reads(asked("choose_one", KINDS).question, "public") == ["Public library"]
    several = asked("choose_several", KINDS)
    assert several.kind.reads(several.question, ["school", "gone"]) == ["School library"]
    assert chosen(several.question, {"topic": ["school"]}) == {("topic", "school")}
    assert several.comes_back(["school", "public"])


def test_typed_words_read_even_without_their_choice(asked):
    assert asked("choose_one", KINDS, other=True).typed("q-topic=nobody&q-topic_friend=Ann&q-topic_x=y") == [
        "A colleague: Ann"
    ]
    assert QUESTIONS["choose_one"].raw(QueryDict("q-topics=a"), "q-topic") == {"": []}


@pytest.mark.parametrize(
    ("least", "most", "right"), [(None, None, True), (2, 3, True), (3, 2, False), (None, 9, False)]
)
def test_how_many_must_be_possible(least, most, right):
    block = QUESTIONS["choose_several"]()
    value = block.to_python({"label": "T", "choices": "A\nB\nC", "least": least, "most": most})
    assert (not list(block.faults(value))) is right
