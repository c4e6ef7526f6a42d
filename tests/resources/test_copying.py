"""Copies and translations of resource pages show the same entries: a text changed once changes in all of them."""

import pytest
from lxml import html

from tests.factories import make_program, make_program_page
from tests.resources.making import (
    activities_page,
    activity,
    article,
    category,
    goal,
    goals,
    goals_page,
    home,
    reading_list,
    readings,
    spanish,
)

pytestmark = pytest.mark.django_db


def text_of(client, page):
    answer = client.get(page.url)
    assert answer.status_code == 200
    return " ".join(html.fromstring(answer.content).get_element_by_id("main").text_content().split())


def all_kinds(parent=None):
    """A page of each kind with an entry, and the rows."""
    rows = article("Old title"), goal("Old goal"), activity("Old activity", "Old part")
    reading, aim, deed = rows
    pages = [
        reading_list(readings((reading, {"note": "Old note"})), parent=parent),
        goals_page(goals(aim), parent=parent),
        activities_page(category(deed), parent=parent),
    ]
    return pages, rows


def rename(rows):
    reading, aim, deed = rows
    reading.title, aim.text, deed.text = "New title", "New goal", "New activity"
    for row in rows:
        row.save()
    deed.parts.update(text="New part")


SHOWN = ["New title", "New goal", "New activity New part"]


def test_a_copy_of_a_page_shows_the_same_entries(client):
    pages, rows = all_kinds()
    copies = [page.copy(update_attrs={"slug": f"{page.slug}-again"}) for page in pages]
    rename(rows)
    for page, copy, text in zip(pages, copies, SHOWN, strict=True):
        assert text in text_of(client, page)
        assert text in text_of(client, copy)
    assert "Old note" in text_of(client, copies[0])


def test_a_page_in_another_language_shows_the_same_entries(client):
    pages, rows = all_kinds()
    translations = [spanish(page) for page in pages]
    rename(rows)
    for page, translation, text in zip(pages, translations, SHOWN, strict=True):
        assert text in text_of(client, page)
        assert text in text_of(client, translation)


def test_a_copy_of_a_programs_pages_shows_the_same_entries(client):
    program_page = make_program_page(make_program())
    pages, rows = all_kinds(program_page)
    copy = program_page.copy(recursive=True, to=home(), update_attrs={"slug": "again"})
    rename(rows)
    below = [page.specific for page in copy.get_children().order_by("path")]
    assert [type(page) for page in below] == [type(page) for page in pages]
    for page, text in zip([*pages, *below], SHOWN * 2, strict=True):
        assert text in text_of(client, page)
