"""Each type of question: what an editor enters, how it is asked, what is refused, how an answer reads."""

import json

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st
from wagtail.blocks import StreamValue

from programs.access.shown_to import Audience, answered
from programs.forms.fields import EmailField
from programs.forms.keys import KEY
from programs.forms.questions import QUESTIONS
from programs.forms.sections import Questions
from programs.models import Application, FormVersion

BLOCKS = Questions()
CHOICES = [
    {"key": "storytime", "label": "Storytime"},
    {"key": "edi", "label": "Equity, Diversity and Inclusion"},
    {"key": "other", "label": '<b>"Other"</b>'},
]

STATEMENTS = [{"key": "meet", "label": "We will meet"}, {"key": "write", "label": "We will write"}]


def asked(kind, *, required=True, **more):
    """A published question's definition."""
    choices = {"choices": CHOICES} if hasattr(QUESTIONS[kind], "lines") else {}
    choices |= {"rank": {"most": 3, "least": 1}, "table": {"statements": STATEMENTS}}.get(kind, {})
    words = {"most_words": 10} if kind == "long_text" else {}
    fixed = {"type": kind, "key": "topic", "label": "Topic?", "hint": "One sentence.", "why": "", "required": required}
    return fixed | choices | words | more


def answer(question, value):
    """What the question's field makes of what was sent: the cleaned answer, or the errors."""
    field = QUESTIONS[question["type"]].field(question)
    sent = {"q": value} if value is not None else {}
    form = type("OneQuestion", (forms.Form,), {"q": field})(sent)
    return form.cleaned_data["q"] if form.is_valid() else form.errors["q"]


def blocks(*rows):
    """Questions as an editor's page holds them."""
    return BLOCKS.to_python([dict(zip(("type", "value", "id"), row, strict=True)) for row in rows])


def definitions(*rows):
    taken = set()
    return [child.block.definition(child, taken) for child in blocks(*rows)]


def entered(label="Topic?", **more):
    return {"label": label, "hint": "", "why": "", "required": True, "key": ""} | more


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_definition_is_plain_data_that_its_own_field_understands(kind):
    more = {"choices": [{"key": "a", "label": "A"}], "statements": [{"key": "b", "label": "B"}]}
    (found,) = definitions((kind, entered(hint="Hint.", why="Why.", **more), "1b2c3d4e-5f60-7000-8000-000000000000"))
    assert json.loads(json.dumps(found)) == found
    assert (found["type"], found["key"], found["label"]) == (kind, "1b2c3d4e5f", "Topic?")
    field = QUESTIONS[kind].field(found)
    assert (field.label, field.required) == ("Topic?", True)
    assert field.help_text.startswith("Hint. Why.")


@pytest.mark.parametrize("kind", QUESTIONS)
def test_leaving_a_required_question_out_names_it(kind):
    (error,) = answer(asked(kind), None)
    assert "“Topic?”" in error


@pytest.mark.parametrize("kind", QUESTIONS)
def test_an_optional_question_may_be_left_out(kind):
    value = answer(asked(kind, required=False), None)
    assert not value
    said = QUESTIONS[kind].reads(asked(kind), value)
    assert said == (["No"] if kind == "consent" else [])


def test_a_statement_asks_nothing():
    (found,) = definitions(("statement", {"text": "<p>Read <b>this</b>.</p>"}, "a"))
    assert found == {"type": "statement", "text": "<p>Read <b>this</b>.</p>"}
    assert found["type"] not in QUESTIONS


def test_an_editors_key_is_kept_and_a_taken_one_gives_way():
    found = definitions(
        ("short_text", entered(key="work"), "aaaaaaaa-1"),
        ("yes_no", entered(key="work"), "bbbbbbbb-2"),
        ("email", entered(), "aaaaaaaa-1"),
    )
    assert [row["key"] for row in found] == ["work", "bbbbbbbb2", "aaaaaaaa1"]


def test_choices_have_keys_of_their_own_and_unnamed_ones_are_left_out():
    choices = [{"key": key, "label": label} for label, key in [("A", "same"), ("", "x"), ("B", "same"), ("C", "c")]]
    (found,) = definitions(("choose_one", entered(choices=choices), "a"))
    assert [row["label"] for row in found["choices"]] == ["A", "B", "C"]
    first, second, third = [row["key"] for row in found["choices"]]
    assert (first, third) == ("same", "c")
    assert KEY.regex.search(second)
    assert second not in (first, third)


@pytest.mark.parametrize(
    ("key", "good"), [("work-place-2", True), ("a", True), ("A", False), ("a--b", False), ("a b", False)]
)
def test_a_key_is_small_letters_digits_and_single_hyphens(key, good):
    assert bool(KEY.regex.search(key)) is good


@pytest.mark.parametrize(("kind", "kept"), [("short_text", "one two"), ("long_text", "one\ntwo")])
def test_stray_spaces_and_line_ends_are_forgiven(kind, kept):
    assert answer(asked(kind), "  one\r\ntwo \t ") == kept
    assert answer(asked(kind), "  one\rtwo \0 ") == kept
    assert answer(asked(kind), "e\u0301") == "é"


def test_a_short_text_turns_nothing_that_follows():
    assert answer(asked("short_text"), "Ann \u202egro.live\u2028\u2066x\u2069\tB\u200f") == "Ann gro.live x B"


@pytest.mark.parametrize("kind", ["short_text", "long_text", "email"])
def test_a_browser_cuts_nothing_that_is_pasted(kind):
    field = QUESTIONS[kind].field(asked(kind))
    assert "maxlength" not in field.widget.attrs


@pytest.mark.parametrize(
    ("kind", "typed", "numbers"),
    [
        ("short_text", "x" * 301, (300, 301)),
        ("long_text", "x" * 20_001, (20_000, 20_001)),
        ("email", f"x@{'example.' * 35}org", (254, 285)),
    ],
)
def test_too_many_characters_are_told_in_our_words(kind, typed, numbers):
    assert answer(asked(kind), typed) == ["Use at most {} characters; this has {}".format(*numbers)]


def test_a_question_has_one_error_at_a_time():
    both = " ".join(["x" * 2_000] * 11)
    assert answer(asked("long_text"), both) == ["Use at most 10 words; this has 11"]
    assert len(answer(asked("email"), "no address" * 50)) == 1


@pytest.mark.parametrize("kind", ["short_text", "long_text"])
def test_only_spaces_are_no_answer(kind):
    assert "“Topic?”" in answer(asked(kind), " \t\r\n ")[0]


def test_a_short_text_has_its_limit():
    assert answer(asked("short_text"), "x" * 300) == "x" * 300
    assert "300" in answer(asked("short_text"), "x" * 301)[0]


def test_a_long_text_counts_words():
    assert answer(asked("long_text"), " ".join(["word"] * 10))
    assert answer(asked("long_text"), " ".join(["word"] * 11)) == ["Use at most 10 words; this has 11"]
    assert QUESTIONS["long_text"].field(asked("long_text")).help_text == "One sentence. Up to 10 words."


@pytest.mark.parametrize("kind", ["short_text", "long_text"])
@given(st.text(max_size=200))
def test_whatever_is_typed_is_kept_as_text_or_refused_in_words(kind, typed):
    found = answer(asked(kind, most_words=2000), typed)
    if isinstance(found, str):
        assert found == found.strip()
        assert "\x00" not in found
        assert QUESTIONS[kind].reads(asked(kind), found) == [found]
        assert json.loads(json.dumps(found)) == found
        assert answer(asked(kind, most_words=2000), found) == found
    else:
        assert all(found)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("name@example.org", "name@example.org"),
        ("  <name@example.org>, ", "name@example.org"),
        ("Name@Example.org.", "Name@Example.org"),
        ("o'brien+list@mail.example.org", "o'brien+list@mail.example.org"),
    ],
)
def test_an_address_is_taken_out_of_its_wrapping(typed, kept):
    assert answer(asked("email"), typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "name",
        "name@",
        "@example.org",
        "name@example",
        "a@b@example.org",
        "näme@example.org",
        "name@exämple.org",
        "name@example.org\nBcc: all@example.org",
        "name@example.org, other@example.org",
        "<script>@example.org",
        "x" * 250 + "@example.org",
    ],
)
def test_a_wrong_address_is_refused(typed):
    assert not isinstance(answer(asked("email"), typed), str)


@given(st.text(max_size=60))
def test_no_address_carries_a_line_end(typed):
    try:
        kept = EmailField(max_length=254).clean(typed)
    except forms.ValidationError:
        return
    assert not set(kept) & set("\r\n\x00 <>,;")


def test_one_choice_is_kept_by_its_key_and_read_by_its_words():
    question = asked("choose_one")
    assert answer(question, "edi") == "edi"
    assert QUESTIONS["choose_one"].reads(question, "edi") == ["Equity, Diversity and Inclusion"]


@pytest.mark.parametrize("sent", ["Storytime", "STORYTIME", "storytime ", "edi,other", "' OR 1=1"])
def test_what_was_not_offered_is_refused(sent):
    assert answer(asked("choose_one"), sent) == ["Choose one of the answers to “Topic?”"]
    assert answer(asked("choose_several"), [sent]) == ["Choose among the answers to “Topic?”"]


def test_several_choices():
    question = asked("choose_several")
    assert answer(question, ["storytime", "edi"]) == ["storytime", "edi"]
    assert answer(question, ["storytime", "no"]) == ["Choose among the answers to “Topic?”"]
    assert QUESTIONS["choose_several"].reads(question, ["edi", "storytime"]) == [
        "Equity, Diversity and Inclusion",
        "Storytime",
    ]


def test_yes_or_no():
    question = asked("yes_no")
    assert [answer(question, value) for value in ("yes", "no")] == ["yes", "no"]
    assert not isinstance(answer(question, "maybe"), str)
    assert [QUESTIONS["yes_no"].reads(question, value) for value in ("yes", "no")] == [["Yes"], ["No"]]


def test_consent():
    question = asked("consent")
    assert answer(question, "on") is True
    assert answer(question, None) == ["Tick the box to agree: “Topic?”"]
    assert [QUESTIONS["consent"].reads(question, value) for value in (True, False)] == [["Yes"], ["No"]]


def test_answers_read_in_the_order_of_the_version_that_was_answered():
    questions = [
        asked("choose_one", key="topic"),
        {"type": "statement", "text": "<p>Now about you.</p>"},
        asked("short_text", key="work", label="Where do you work?"),
        asked("yes_no", key="travel", label="Can you travel?"),
    ]
    version = FormVersion(sections=[{"heading": "You", "intro": "", "questions": questions}])
    application = Application(version=version, answers={"work": "A library", "topic": "edi", "gone": "x"})
    assert answered(application, to=Audience.COORDINATOR) == [
        ("Topic?", ["Equity, Diversity and Inclusion"]),
        ("Where do you work?", ["A library"]),
        ("Can you travel?", []),
    ]


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_question_without_words_is_unfinished(kind):
    value = {"label": "", "choices": [{"key": "a", "label": "A"}]}
    (child,) = blocks((kind, entered() | value, "a"))
    assert isinstance(child, StreamValue.StreamChild)
    assert not child.block.is_finished(child.value)


@pytest.mark.parametrize("kind", ["choose_one", "choose_several", "rank", "scale", "table"])
def test_a_question_without_choices_is_unfinished(kind):
    (child,) = blocks((kind, entered(choices=[]), "a"))
    assert not child.block.is_finished(child.value)
