"""Our lines beside those of citeproc-js, on the same official styles: renew_answers.py wrote its answers down."""

import html
import json
import re
from pathlib import Path

import pytest

from resources.citations.formatting.lines import in_style

from .golden_works import works

FILES = {"apa": "apa-7", "mla": "mla-9", "chicago": "chicago-18-author-date"}
ANSWERS = json.loads((Path(__file__).parent / "answers.json").read_text())
WORKS = {work["id"]: work for work in works()}
LEAST = 0.98

QUOTES = "TeX's quotation marks in a title stay as they were typed; citeproc-js makes some of them typographic"
SINGLE = "a full stop goes inside double quotation marks only: a single one may be an apostrophe"
INITIALS = "Jean-Luc's initials keep their hyphen (J.-L.)"
APOSTROPHES = "the letters left out of rock ’n’ roll are two apostrophes, not quotation marks"
WHOLE_ISSUE = "an issue of a journal as a whole begins with the journal's name, not with its date"

DIFFER = {
    "w30": "a name that is written small has initials, and no space too many",
    "w35": SINGLE,
    "w36": WHOLE_ISSUE,
    "w43": "“Retrieved” stands only before the day on which something was read",
    "w12": "MLA leaves out a date that is not known",
    "w45": "a webinar's day is told",
    **dict.fromkeys(["w251", "w252", "w253"], INITIALS),
    **dict.fromkeys(["w301", "w302"], APOSTROPHES),
    "w10": QUOTES,
    **dict.fromkeys(["w506", "w507"], "(Re)thinking is one word"),
    **dict.fromkeys(["w504", "w505"], "a title's last word has its capital: E-Mail"),
    "w544": "MLA's style leaves no blank before “by”",
}


def plain(text):
    return html.unescape(re.sub(r"</?(?:a|i|b|sub|sup)\b[^>]*>", "", text)).strip()


@pytest.fixture(scope="module")
def differing():
    """{(style, work): (our line, theirs)}."""
    pairs = {
        (style, name): (plain(in_style(work, style)), plain(ANSWERS[FILES[style]][name]))
        for style in FILES
        for name, work in WORKS.items()
    }
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def test_there_are_as_many_answers_as_works_and_enough():
    assert len(WORKS) >= 300
    assert all(ANSWERS[name].keys() == WORKS.keys() for name in FILES.values())


def test_nearly_all_lines_are_equal(differing):
    assert 1 - len(differing) / (len(WORKS) * len(FILES)) >= LEAST


def test_each_difference_has_its_reason(differing):
    unknown = {key: pair for key, pair in differing.items() if key[1] not in DIFFER}
    assert not unknown, "\n".join(
        f"{key}\n  ours   {ours}\n  theirs {theirs}" for key, (ours, theirs) in unknown.items()
    )
    assert {name for _style, name in differing} == set(DIFFER), "a reason that is none any more"
