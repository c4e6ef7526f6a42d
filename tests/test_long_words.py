"""An answer of one word with 20,000 letters stays inside the page on a small screen, wherever a person reads it again."""

import pytest
from django.conf import settings
from django.template.loader import render_to_string

LONG = [("Why?", ["W" * 20_000]), ("W" * 300, [f"https://example.org/{'w' * 20_000}"]), ("Else?", [])]
SHEET = settings.BASE_DIR / "portal" / "static" / "portal" / "portal.css"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("template", ["portal/answers.html", "portal/kept.html"])
def test_a_long_word_stays_inside_the_page(browser, template):
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.set_content(f"<style>{SHEET.read_text()}</style><main>{render_to_string(template, {'answers': LONG})}</main>")
    sideways = page.evaluate(SIDEWAYS)
    page.close()
    assert sideways <= 0


@pytest.mark.parametrize("template", ["portal/answers.html", "portal/kept.html"])
def test_an_answer_reads_in_its_own_direction(template):
    shown = render_to_string(template, {"answers": [("Why?", ["שלום", "Hello"])]})
    assert '<span dir="auto">שלום</span>' in shown
    assert '<span dir="auto">Hello</span>' in shown
