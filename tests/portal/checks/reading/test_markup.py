"""Rich text: its paragraphs, headings and links."""

from datetime import date

import pytest

from portal.checks.reading.markup import Markup
from portal.checks.reading.texts import Reading

READING = Reading(date(2026, 11, 22))


def told(html):
    return list(Markup(html).read(READING))


@pytest.mark.parametrize(
    "html",
    [
        "<h3></h3><p>Text.</p>",
        "<h3> </h3><p>Text.</p>",
        "<p>Text.</p><h3>Goals</h3>",
        "<h3>Goals</h3><h3>More</h3><p>Text.</p>",
    ],
)
def test_an_empty_heading_is_told(html):
    assert len(told(html)) == 1


@pytest.mark.parametrize("html", ["<h3>Goals</h3><p>Text.</p>", "<h2>One</h2><h3>Two</h3><ul><li>Three.</li></ul>"])
def test_a_heading_with_something_under_it_is_left_alone(html):
    assert not told(html)


@pytest.mark.parametrize(
    "text", ["here", "Click here", "Read more…", "more", "aquí", "Haga clic aquí", "https://ala.org/x"]
)
def test_a_link_that_says_nothing_is_told(text):
    (said,) = told(f'<p>See <a href="https://example.org/">{text}</a> for it.</p>')
    assert f"“{text}” does not say where it leads" in said


@pytest.mark.parametrize("text", ["Working with a match", "here is the list", "more about ALSC", "más sobre ALSC"])
def test_a_link_that_speaks_is_left_alone(text):
    assert not told(f'<p>See <a href="https://example.org/">{text}</a> for it.</p>')


def test_a_link_without_text_is_told():
    assert told('<p>See <a href="https://example.org/"></a>this.</p>') == ["A link has no text."]


def test_a_sentence_may_go_on_in_a_list_and_through_its_items():
    assert not told(
        "<p>Scholars who have graduated, of</p><ul><li>Asian,</li><li>Hispanic or</li><li>other descent.</li></ul>"
    )
    assert not told("<ol><li>Read an article and<ul><li>discuss it.</li></ul></li></ol>")


def test_the_last_item_of_a_list_may_not():
    assert len(told("<ul><li>mentors,</li><li>mentees and</li></ul>")) == 1


def test_each_paragraph_is_read_once():
    assert [
        part.text for part in Markup("<ul><li>One<ul><li>Two</li></ul></li></ul><p>Three <b>four</b></p>").paragraphs()
    ] == [
        "One",
        "Two",
        "Three four",
    ]


def test_text_without_a_paragraph_is_read_too():
    assert len(told("Details coming soon")) == 1
