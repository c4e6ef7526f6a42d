"""Which questions of two forms are the same, and which answers fit."""

import json
import random

import pytest

from programs.applying.again.carrying import carried, in_other_words, shared
from programs.forms.questions import QUESTIONS
from programs.models import Application, FormVersion
from tests.programs.forms.answering import valid
from tests.programs.forms.questions.asking import MORE, definition


def q(key, label="Where?", kind="short_text", **more):
    words = {"label": label, "hint": "", "why": "", "required": False}
    return {"type": kind, "key": key} | words | more


def version(*questions, language="en"):
    return FormVersion(language=language, sections=[{"heading": "", "intro": "", "questions": list(questions)}])


def test_what_has_the_same_key_and_type_is_shared_whatever_its_words():
    before = version(q("work"), q("years", "Years", "number"), q("left"))
    assert shared(before, version(q("work", "Your workplace"), q("years", "Years"))) == {"work": "work"}


def test_without_its_key_the_same_words_are_enough_where_one_question_has_them():
    before = version(q("a", "Where do  you WORK?"), q("b", "Twice"), q("c", "Twice"), q("d", "Number?"))
    after = version(q("z", "Where do you work?"), q("y", "Twice"), q("x", "Number?", "number"))
    assert shared(before, after) == {"z": "a"}
    assert shared(version(q("b", "Twice")), version(q("x", "Twice"), q("y", "Twice"))) == {}


def test_one_key_in_other_words_is_told():
    """It may ask something else there."""
    before = version(q("member", "Are you a member of ALA?"), q("work", "Where?"))
    after = version(q("member", "Are you a member of NMRT?"), q("work", " WHERE?"))
    assert in_other_words(before, after) == {"member": "Are you a member of ALA?"}
    assert in_other_words(before, version(q("member", "¿Es miembro de NMRT?"), language="es")) == {}


def test_words_of_another_language_say_nothing():
    assert shared(version(q("a", "Zone")), version(q("z", "Zone"), language="es")) == {}


def test_one_answer_fills_one_question():
    before = version(q("work", "Where do you work?"))
    assert shared(before, version(q("work", "Workplace"), q("z", "Where do you work?"))) == {"work": "work"}


@pytest.mark.parametrize("kind", ["consent", "tick", "file"])
def test_what_is_agreed_to_or_given_is_asked_anew(kind):
    assert shared(version(q("a", kind=kind)), version(q("a", kind=kind))) == {}


def test_what_either_form_calls_sensitive_is_asked_anew():
    open_one, sensitive = q("age", "How old are you?"), q("age", "How old are you?", sensitive=True)
    assert shared(version(open_one), version(open_one)) == {"age": "age"}
    assert shared(version(sensitive), version(open_one)) == {}
    assert shared(version(open_one), version(sensitive)) == {}


LINES = [{"key": key, "label": key.title()} for key in ("one", "two", "three")]


def test_an_answer_that_the_other_form_does_not_take_is_left_empty():
    before = version(q("kind", kind="choose_one", choices=LINES), q("many", kind="choose_several", choices=LINES))
    after = version(
        q("kind", kind="choose_one", choices=LINES[:2]), q("many", kind="choose_several", choices=LINES[:2])
    )
    sent = Application(version=before, answers={"kind": "two", "many": ["one", "three"]})
    typed, fits = carried(sent, after)
    assert (typed, [question["key"] for question in fits]) == ({"q-kind": ["two"]}, ["kind"])


def test_what_another_answer_hides_there_is_not_carried():
    before = version(q("kind", kind="choose_one", choices=LINES), q("more"))
    hidden = q("more", shown_if={"key": "kind", "answers": ["two"]})
    sent = Application(version=before, answers={"kind": "one", "more": "A secret"})
    typed, _fits = carried(sent, version(q("kind", kind="choose_one", choices=LINES), hidden))
    assert typed == {"q-kind": ["one"]}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_no_answer_to_a_question_of_one_key_breaks_another_form(kind):
    """What another form kept under this key and type may hold other choices, parts and statements."""
    chance, before = random.Random(kind), definition(kind, required=False)
    for more in [{}, *MORE.get(kind, [])] * 5:
        after = before | more
        after |= {name: LINES[: chance.randrange(4)] for name in ("choices", "statements") if name in after}
        _sent, kept = valid(before, chance)
        sent = Application(version=version(before), answers={before["key"]: json.loads(json.dumps(kept))})
        typed, fits = carried(sent, version(after))
        assert bool(typed) == bool(fits)


def test_an_empty_answer_fills_nothing_in():
    asked = version(q("work"), q("many", kind="choose_several", choices=LINES))
    assert carried(Application(version=asked, answers={"work": "", "many": []}), asked) == ({}, [])
