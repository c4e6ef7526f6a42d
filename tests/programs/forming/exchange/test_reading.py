"""A form out as JSON comes in as the same form; what is wrong with a file is told with its place."""

import json

import pytest
from django.conf import settings

from programs.forming.exchange.raw import written
from programs.forming.exchange.reading import LARGEST, Unreadable, sections_in
from programs.forms.questions import QUESTIONS
from programs.models import ApplicationFormPage
from tests.factories import make_form, make_program

pytestmark = pytest.mark.django_db

PLAIN = {"hint": "In a word.", "why": "", "required": True}
CHOICES = [{"key": "story", "label": "Storytime, crafts & songs"}, {"key": "edi", "label": "Equity: all of it"}]


def question(kind="short_text", **more):
    return {"type": kind, "key": "work", "label": "Where?"} | PLAIN | more


def form(*questions, **around):
    return json.dumps({"sections": [{"heading": "You", "intro": "", "questions": list(questions)}]} | around)


def defined(raw):
    page = ApplicationFormPage(title="x", sections=raw)
    return page.definition()


def faults(text):
    with pytest.raises(Unreadable) as unreadable:
        sections_in(text)
    return unreadable.value.faults


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_type_goes_out_and_in_again(kind):
    """Whatever a type adds to a definition, its `stored()` gives back."""
    block = QUESTIONS[kind]()
    block.set_name(kind)
    given = {"label": "Where?", "key": "work", "hint": "In a word.", "sensitive": True, "why": "For a ramp."}
    given |= dict.fromkeys(getattr(block, "lines", []), CHOICES)
    page = ApplicationFormPage(
        title="x",
        sections=[
            {"type": "section", "value": {"heading": "You", "intro": "", "questions": [{"type": kind, "value": given}]}}
        ],
    )
    before = page.definition()
    assert before[0]["questions"], "a question that is finished"
    assert defined(sections_in(json.dumps({"sections": before}))) == before


def test_the_whole_of_a_page_goes_out_and_in():
    asked = {"heading": "You", "intro": "Some words.", "questions": []}
    first = {"type": "yes_no", "value": {"label": "Do you work?", "key": "works", "hint": "", "why": ""}}
    second = {
        "type": "choose_several",
        "value": {
            "label": "On what?",
            "key": "topics",
            "hint": "",
            "why": "",
            "shown_to": ["coordinator"],
            "shown_if": {"question": "Do you work?", "answers": "Yes"},
            "choices": CHOICES,
        },
    }
    informs = {"type": "statement", "value": {"text": '<p data-block-key="ofx5u">All of it is <b>optional</b>.</p>'}}
    sections = [{"type": "section", "value": asked | {"questions": [first, informs, second]}}]
    page = make_form(make_program(), sections=sections)
    text = written(page)
    assert json.loads(text)["purpose"] == "application"
    assert defined(sections_in(text)) == page.definition()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1, column 1"),
        ("{'sections': []}", "line 1, column 2"),
        ("[]", "“sections”"),
        ("[" * 100_000, "no JSON"),
        ('{"sections": ' + "9" * 5000 + "}", "no JSON"),
        ('{"sections": {}}', "“sections”"),
        ('{"sections": [], "pages": 1}', "pages: "),
        ('{"sections": [1]}', "sections[0]: a section is an object"),
        ('{"sections": [{"heading": "A"}]}', "sections[0]: a section is an object"),
        ('{"sections": [{"questions": [1]}]}', "sections[0].questions[0]: a question is an object."),
        (form(question("telepathy")), "sections[0].questions[0].type: there is no type “telepathy”, only: "),
        (form(question([])), "sections[0].questions[0].type"),
        (form(question(), question(key="b", label="")), "sections[0].questions[1].label: "),
        (form(question(label="x" * 9_000)), "sections[0].questions[0].label: "),
        (form(question(label=5)), "sections[0].questions[0].label: a text is expected."),
        (form(question(required="yes")), "sections[0].questions[0].required: true or false is expected."),
        (form(question(requird=True)), "sections[0].questions[0].requird: nothing of this name"),
        (form(question(key="Not plain")), "sections[0].questions[0].key: "),
        (
            form(question(), question()),
            "sections[0].questions[1].key: the key “work” is taken by sections[0].questions[0].",
        ),
        (form(question(shown_to=["everybody"])), "sections[0].questions[0].shown_to"),
        (form(question("long_text", most_words="many")), "sections[0].questions[0].most_words: a whole number"),
        (form(question("long_text", most_words=3)), "sections[0].questions[0].most_words: "),
        (form(question("choose_one", choices="a, b")), "sections[0].questions[0].choices: a list is expected."),
        (
            form(question("choose_one", choices=[*CHOICES, {"key": "c"}])),
            "sections[0].questions[0].choices[2]: a choice",
        ),
        (form(question("choose_one", choices=CHOICES * 2)), "sections[0].questions[0].choices[2].key: a key has"),
        (
            form(question(shown_if={"key": "later", "answers": ["yes"]})),
            "sections[0].questions[0].shown_if: no question",
        ),
        (form(question(shown_if="work")), "sections[0].questions[0].shown_if: an object"),
        (form(question(label="a\x00b")), "no letters"),
        (form({"type": "statement"}), "sections[0].questions[0]: something is missing"),
        (form(question(label="\ud800")), "no letters"),
        (form() + " " * LARGEST, "at most"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text, told):
    assert told in " ".join(faults(text))


def test_all_that_is_wrong_is_told_at_once():
    assert len(faults(form(question(label=5), question("telepathy"), question("yes_no", required=1)))) == 3


def test_rich_text_comes_in_by_the_rules_of_its_editor():
    text = '<p onclick="x()">Read <a href="javascript:x()">this</a><script>x()</script> <b>now</b></p><iframe></iframe>'
    (section,) = defined(sections_in(form({"type": "statement", "text": text})))
    kept = section["questions"][0]["text"]
    assert "<b>now</b>" in kept
    assert not [odd for odd in ("script", "onclick", "iframe") if odd in kept]


def test_the_sample_of_the_guide_is_a_form():
    guide = (settings.BASE_DIR / "docs/editors.md").read_text()
    sample = guide.partition("### A form as a file")[2].partition("\n    {")[2].partition("\n\n")[0]
    first, second = defined(sections_in("{" + sample))
    assert second["shown_if"] == {"key": first["questions"][0]["key"], "answers": ["yes"]}


HOSTILE = '<p>x<script>alert(1)</script><img src=x onerror=alert(2)><a href="java\nscript:alert(3)" onclick=a>y</a></p>'


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "<p>x<b>y</p></b>",
        "</p>x",
        '<p><a linktype="page" id="x">x</a></p>',
        f'<p><a linktype="document" id="{"9" * 30}">x</a></p>',
        '<embed embedtype="image" id="x"/>x',
        '<embed embedtype="media" url="javascript:x">x',
        '<embed>x<a linktype="nothing">',
        "<ul>x<ul><ul><li>x",
        "<![x<?php x<!-- x",
        "<p>" * 5000 + "x",
    ],
)
def test_a_text_of_another_hand_is_closed_and_cleaned(text):
    """Consent and statement, whose texts stand on public pages as they are."""
    asked = [{"type": "consent", "key": "c", "label": "Consent", "text": f"<p>Agree</p>{text}", "required": True}]
    asked.append({"type": "statement", "text": f"<p>Told</p>{text}"})
    try:
        kept = json.dumps(sections_in(json.dumps({"sections": [{"heading": "You", "questions": asked}]})))
    except Unreadable as unreadable:
        kept = str(unreadable.faults)
    assert not any(word in kept for word in ("<script", "<img", "onerror", "onclick", "script:", "<?", "<embed"))
    assert "Agree" in kept or "sections[0]: something is missing or misshapen: HTML" in kept
