"""The frame around every public page: what must hold whatever stands in it."""

import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

STATIC = settings.BASE_DIR / "portal" / "static" / "portal"
LATIN = ["fonts/atkinson-next-latin.woff2", "fonts/atkinson-next-italic-latin.woff2", "fonts/literata-600-latin.woff2"]


def sheet():
    return (STATIC / "portal.css").read_text()


def test_the_page_of_a_failure_asks_neither_request_nor_database():
    """Without the db mark a query fails this test."""
    html = render_to_string("500.html")
    assert "Something went wrong on our side" in html
    assert 'lang="en"' in html


@pytest.mark.django_db
def test_an_address_that_leads_nowhere_says_so_and_offers_ways_on(client):
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    html = answer.content.decode()
    assert 'href="/status/"' in html
    assert re.search(r"<body>\s*<a class=\"skip\" href=\"#main\"", html)
    assert html.count("<h1>") == 1


FILES = {"programs/applying/status/copy.html"}
"""Handed out to be saved: read from a disk, without our sheets and under no policy of ours."""


def test_nothing_inline_that_the_policy_would_block():
    templates = settings.BASE_DIR / "templates"
    for path in set(templates.rglob("*.html")) - {templates / name for name in FILES}:
        text = path.read_text()
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)", text), path


def test_a_first_view_stays_light():
    """Half of the 120 KiB: the rest is for the page's own HTML and for fonts of other letters."""
    assert sum((STATIC / name).stat().st_size for name in LATIN) < 60 * 1024
    assert (STATIC / "portal.js").stat().st_size < 10 * 1024


def test_every_font_of_the_sheet_is_here():
    fonts = re.findall(r'url\("([^"]+)"\)', sheet())
    assert fonts
    assert all(finders.find(f"portal/{name}") for name in fonts)


def test_the_sheet_works_from_right_to_left():
    """Left and right never stand in a property: the logical ones follow the language."""
    assert not re.search(
        r"(margin|padding|border|inset)-(left|right)|^\s*(left|right):|(text-align|float): *(left|right)", sheet(), re.M
    )


def test_dark_mode_redefines_every_color():
    tokens = sheet().split("/* 3 -")[0]
    light, dark = (
        set(re.findall(r"(--[\w-]+): #", part)) for part in tokens.split("@media (prefers-color-scheme: dark)")
    )
    assert light
    assert light <= dark
