"""The public side from right to left: no language of ours needs it yet, and nothing of it may stand in the way."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from lxml import html

SHOWN = ["/", "/nmrt/", "/alcts/", "/alcts/readings/", "/search/?q=nmrt", "/status/", "/fit/"]
TURN = "document.documentElement.dir = 'rtl'"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
GAPS = """selector => [...document.querySelectorAll(selector)].filter(one => one.offsetWidth).map(one => {
    const box = one.getBoundingClientRect(), page = document.documentElement.clientWidth
    return [Math.round(box.left), Math.round(page - box.right)]
})"""


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("he", "rtl"), ("en", "ltr"), ("es", "ltr")])
def test_a_page_says_its_direction(language, direction):
    with translation.override(language):
        page = html.fromstring(render_to_string("503.html"))
    assert (page.get("lang"), page.get("dir")) == (language, direction)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", SHOWN)
def test_a_page_is_the_mirror_of_itself(new_page, path, width):
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(path)
    landmarks = ".site-name, .side, main .page, .site-footer ul"
    before = page.evaluate(GAPS, landmarks)
    page.evaluate(TURN)
    after = page.evaluate(GAPS, landmarks)
    assert before
    assert page.evaluate(SIDEWAYS) <= 0
    mirrored = [abs(was[0] - now[1]) + abs(was[1] - now[0]) for was, now in zip(before, after, strict=True)]
    assert max(mirrored) <= 3, (before, after)


def test_no_text_leaves_the_screen_from_right_to_left(new_page):
    page = new_page(viewport={"width": 320, "height": 900})
    for path in SHOWN:
        page.goto(path)
        page.evaluate(TURN)
        outside = [gap for gap in page.evaluate(GAPS, "main *:not(.visually-hidden)") if min(gap) < 0]
        assert not outside, (path, outside)
