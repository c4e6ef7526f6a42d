"""Reading lists, goals and activities in a browser: the reader's choice takes one line, and paper shows texts alone."""

import re

import pytest

MIDDLES = """() => [...document.querySelectorAll('.narrowing :is(label, select, button)')].map(one => {
    const box = one.getBoundingClientRect()
    return Math.round(box.top + box.height / 2)
})"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
KINDS = ["/alcts/readings/", "/alsc/goals/", "/alcts/activities/"]


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("language", ["", "/es"])
def test_the_choice_takes_one_line_where_there_is_room_and_fits_where_there_is_not(new_page, language, path):
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(language + path)
    middles = page.evaluate(MIDDLES)
    assert len(middles) >= 3
    assert max(middles) - min(middles) <= 2
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate(SIDEWAYS) <= 0


def test_a_choice_is_made_and_undone_without_a_script(new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/alcts/readings/")
    page.get_by_label("Topic").select_option("Academic libraries")
    page.get_by_role("button", name="Show").click()
    assert page.url.endswith("/alcts/readings/?topic=academic-libraries")
    assert page.locator(".reading > li").count() == 2
    page.get_by_role("link", name="remove Academic libraries").click()
    assert page.url.endswith("/alcts/readings/")
    assert page.locator(".reading > li").count() == 6


def test_a_choice_is_made_with_the_keyboard(new_page):
    page = new_page()
    page.goto("/alcts/readings/")
    page.get_by_label("For whom").focus()
    page.keyboard.type("For mentors")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/alcts/readings/?for=mentor")


@pytest.mark.parametrize("path", [*KINDS, "/alcts/readings/?topic=academic-libraries&for=mentor"])
def test_paper_shows_the_page_and_nothing_to_click(new_page, demo_site, path):
    page = new_page()
    page.goto(path)
    page.emulate_media(media="print")
    text = page.locator("body").inner_text()
    assert page.locator("h1").inner_text() in text
    assert not re.search("Skip|Español|Export|RIS|remove|Clear all|Privacy notice", text)
    assert page.locator("nav:visible, form:visible, select:visible, summary:visible").count() == 0
    assert re.search(r"https?://\S+" + re.escape(path.split("&")[0].split("?")[0]), text)
    width = page.locator("main").evaluate("one => one.clientWidth")
    assert page.locator(".section").first.evaluate("one => one.clientWidth") > 0.95 * width


def test_paper_says_what_was_chosen(new_page):
    page = new_page()
    page.goto("/alcts/readings/?topic=academic-libraries")
    page.emulate_media(media="print")
    assert page.locator(".narrowing").inner_text().split() == ["2", "of", "6", "readings", "Academic", "libraries"]
    assert "/alcts/readings/?topic=academic-libraries" in page.locator("main").inner_text()
