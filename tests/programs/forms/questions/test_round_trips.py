"""Every type of question: what is kept of an answer comes back as a request, in either language, and is kept the same."""

import json
import re
from datetime import date

import html5lib
import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.texts import dates
from programs.forms.questions import QUESTIONS

from .asking import CONTROLS, MORE, NAME, controls, definition, form_of, outcome, page, reading

DEFINITIONS = [(kind, more) for kind in QUESTIONS for more in [{}, *MORE.get(kind, [])]]
ANYTHING = st.one_of(st.text(max_size=40), st.sampled_from(["one\ntwo", "\0", "\u202etxt", "'\"<b>", "12", "A-1", " "]))
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
LIKELY = {
    "email": st.emails(),
    "phone": st.from_regex(r"\+?1?[ (]{0,2}312[) -]{1,2}555[ -]?\d{4}( ext\.? ?\d{1,4})?", fullmatch=True),
    "web_address": st.from_regex(r"(https?://)?(www\.)?[a-z]{2,9}\.(org|edu)(/[a-z~%+-]*)?(\?a=\w)?", fullmatch=True),
    "membership_number": st.from_regex(r"#? ?[A-Za-z]{0,3}[- ]?\d{3,9}", fullmatch=True),
    "number": st.decimals(-9999, 9999, places=2).map(str) | st.integers(-20, 2000).map(str) | st.just("1,200"),
    "date": DAYS.map(date.isoformat) | DAYS.map(dates.day) | st.just("12/18/2027"),
    "month": DAYS.map(lambda day: day.isoformat()[:7]) | DAYS.map(dates.month),
    "languages": st.sampled_from(["español", "English", "Tagalog", "Quechua", "inglés", "árabe"]),
    "contact": st.sampled_from(["Ann", "12 Elm Street\nApt. 3", "Springfield"]),
}
"""What people type into a question of this type, beside anything."""


@st.composite
def requests(draw, question):
    """What a browser sends of it, and now and then what somebody sends who writes requests by hand."""
    sent, likely = {}, LIKELY.get(question["type"], ANYTHING)
    usual = {"tel": LIKELY["phone"], "email": LIKELY["email"]}
    for name, kind, offered in controls(page(question)):
        offers = st.sampled_from([value or "" for value in offered])
        typed = offers if kind in {"select", "checkbox", "radio"} else usual.get(kind, likely)
        if draw(st.sampled_from([True, True, True, False])):
            sent.setdefault(name, []).append(draw(ANYTHING if draw(st.integers(0, 24)) == 7 else typed))
    return sent


@pytest.mark.parametrize(("kind", "more"), DEFINITIONS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_an_answer_comes_back_as_itself_in_both_languages(kind, more, data):
    question = definition(kind, required=data.draw(st.booleans()), **more)
    one, other = data.draw(st.permutations(["en", "es"]))
    with override(one):
        form = form_of(question, data.draw(requests(question)))
        if not form.is_valid():
            assert len(form.errors[NAME]) == 1
            return
        answer = form.cleaned_data[NAME]
        assert all(isinstance(line, str) for line in QUESTIONS[kind].reads(question, answer))
        if answer is None:
            return
        kept = QUESTIONS[kind].kept(answer)
        stored = json.loads(json.dumps(kept))
        again = QUESTIONS[kind].refilled(question, NAME, QUESTIONS[kind].restored(stored))
        assert all(name == NAME or name.startswith(f"{NAME}_") for name in again)
    for language in (one, other):
        with override(language):
            if answer or answer == 0:
                assert outcome(question, again) == kept
            assert all(isinstance(line, str) for line in reading(question, stored))


HOSTILE = {
    "nothing": {},
    "a long text": "x" * 20_000,
    "a control": "\x00\x1b",
    "two of one": ["one", "two"],
    "half a letter": "\ud800",
    "a foreign digit": "٣",
}


@pytest.mark.parametrize("kind", QUESTIONS)
@pytest.mark.parametrize("what", HOSTILE)
def test_whatever_is_sent_is_answered_in_words(kind, what):
    question = definition(kind)
    names = {name for name, _kind, _offered in controls(page(question))} | {NAME, f"{NAME}_", f"{NAME}_unknown"}
    sent = HOSTILE[what] or {}
    sent = dict.fromkeys(names, sent) if sent else {}
    form = form_of(question, sent)
    form.full_clean()
    assert all(isinstance(error, str) and error for error in form.errors.get(NAME, []))
    assert len(form.errors.get(NAME, [])) <= 1
    page(question, sent)
    raw = QUESTIONS[kind].raw(form.data, NAME)
    assert all(isinstance(line, str) for line in QUESTIONS[kind].typed(question, raw))


@pytest.mark.parametrize(("kind", "more"), DEFINITIONS)
@pytest.mark.parametrize("sent", [None, {}])
def test_its_page_is_whole(kind, more, sent):
    """No id twice, no description that is not there, and each line of the summary leads to a control."""
    html = page(definition(kind, hint="See https://example.org.", **more), sent)
    root = html5lib.parse(html, namespaceHTMLElements=False)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    named = " ".join(re.findall(r'\b(?:aria-describedby|for|list)="([^"]+)"', html)).split()
    assert set(named) <= set(ids)
    links = re.findall(r'<a href="#([^"]+)"', html)
    boxes = {element.get("id") for element in root.iter() if element.tag in CONTROLS}
    assert len(links) == (0 if sent is None else 1)
    assert set(links) <= boxes


@pytest.mark.parametrize("kind", QUESTIONS)
def test_an_editors_own_words_are_said_when_the_answer_is_missing(kind):
    assert outcome(definition(kind, error="Please answer this one."), {}) == "Please answer this one."


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_question_of_two_thousand_letters_is_named_in_a_short_sentence(kind):
    assert len(outcome(definition(kind, label="Long words " * 180), {})) < 200
