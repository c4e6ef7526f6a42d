"""Pasted text: what nobody sees is gone once the page is saved, and every letter is still there."""

import time

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import HomePage, StandardPage
from portal.texts.lines import one_line
from portal.texts.pasted import tidy
from programs.models import Host
from resources.models import Citation
from tests.factories import make_program, make_round, make_user
from tests.saving import save


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("ALA Annual\u00a02020", "ALA Annual 2020"),
        ("Friday,\u00a0 October 10", "Friday, October 10"),
        ("January \u00a0– February", "January – February"),
        ("9\u202fam", "9 am"),
        ("\u200bALA\ufeff An\u00adnual\u2060", "ALA Annual"),
        ("men\u200dtor\u200c", "mentor"),
        ("two  spaces", "two  spaces"),
        ("résumé — “quoted”", "résumé — “quoted”"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_invisible_characters_go_and_letters_stay(pasted, clean):
    assert tidy(pasted) == clean


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\n\ttwo", "one two"),
        ("one\u2028two\u2029", "one two"),
        ("a\u202eb\u202c \u2067c\u2069\u200f\u200e\u061c", "ab c"),
        ("two  spaces", "two  spaces"),
        ("\0\x85\x0b", ""),
        ("שלום עולם", "שלום עולם"),
    ],
)
def test_a_line_is_one_line_and_turns_nothing(typed, kept):
    assert one_line(typed) == kept == one_line(kept)


@pytest.mark.django_db
def test_each_short_text_of_rows_and_pages_is_one_line():
    bad = "A\nB\u202e\u2028C"
    home = HomePage.objects.get(locale=Locale.get_default())
    body = [{"type": "section", "id": "s1", "value": {"heading": bad, "text": "<p>x\ny</p>"}}]
    page = home.add_child(instance=StandardPage(title=bad, lead="A lead", body=body))
    host = Host(name=bad, acronym="A\tB", kind="office")
    citation = Citation(title=bad, authors="One, A.\nTwo, B.", kind="book")
    for row in (host, citation):
        row.full_clean()
    assert {page.title, page.draft_title, page.body[0].value["heading"], host.name, citation.title} == {"A B C"}
    assert (host.acronym, citation.authors) == ("A B", "One, A.\nTwo, B.")
    assert "\n" in page.body[0].value["text"].source


def test_cleaning_twice_changes_nothing_more():
    once = tidy("a\u00a0 \u00a0b\u200b c\u00ad\u00a0d")
    assert tidy(once) == once == "a b c d"


@pytest.mark.parametrize("text", [" " * 50_000 + "x", "\u00a0" * 50_000, "a\u200b" * 50_000])
def test_a_very_long_text_is_cleaned_in_a_moment(text):
    begin = time.process_time()
    tidy(text)
    assert time.process_time() - begin < 1


def add_page():
    home = HomePage.objects.get(locale=Locale.get_default())
    body = [
        {"type": "section", "id": "s1", "value": {"heading": "A\u00a0heading", "text": "<p>So\u200bme\u00a0text.</p>"}}
    ]
    return home.add_child(instance=StandardPage(title="A\u00a0page", lead="A\u00adlead", body=body))


def check(page):
    (block,) = page.body
    assert (page.title, page.draft_title, page.lead) == ("A page", "A page", "Alead")
    assert (block.id, block.value["heading"], block.value["text"].source) == ("s1", "A heading", "<p>Some text.</p>")


@pytest.mark.django_db
def test_every_text_of_a_page_is_cleaned_however_it_is_stored():
    page = add_page()
    check(StandardPage.objects.get(pk=page.pk))
    page.lead = "A\u00adlead"
    check(page.save_revision().as_object())


@pytest.mark.django_db
@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_a_pasted_text_is_clean_once_it_is_saved_in_the_editor(client, action):
    page = add_page()
    client.force_login(make_user(superuser=True))
    text = "Skip to main content"
    block = {"heading": "A\u00a0heading", "text": rich_text(f"<p>So\u200bme\u00a0text.</p><p>{text}</p>")}
    own = {"title": "A\u00a0page", "slug": "a-page", "lead": "A\u00adlead", "purpose": "", "comments": streamfield([])}
    data = nested_form_data(own | action | {"body": streamfield([("section", block)])})
    assert client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data).status_code == 302
    page.refresh_from_db()
    saved = page.get_latest_revision_as_object()
    html = saved.body[0].value["text"].source
    assert (saved.title, saved.lead, saved.body[0].value["heading"]) == ("A page", "Alead", "A heading")
    assert "Some text." in html
    assert text in html, "furniture is told of, not cut"


@pytest.mark.django_db
def test_the_words_of_rows_are_cleaned_in_their_forms(client):
    program = make_program()
    round = make_round(program)
    client.force_login(make_user(superuser=True))
    counts = {
        f"{rows}-{what}_FORMS": n for rows in ("calls", "milestones") for what, n in (("INITIAL", 0), ("TOTAL", 0))
    }
    line = {"label": "Meet at\u00a0Annual", "precision": "unknown", "id": "", "ORDER": "1"}
    lines = {f"milestones-0-{name}": value for name, value in line.items()} | {"milestones-TOTAL_FORMS": 1}
    data = {"name": "Fall\u00a02014\u200b", "slug": "fall"} | counts | lines
    assert save(client, reverse("round:edit", args=[round.pk]), data).status_code == 302
    round.refresh_from_db()
    assert (round.name, round.milestones.get().label) == ("Fall 2014", "Meet at Annual")
