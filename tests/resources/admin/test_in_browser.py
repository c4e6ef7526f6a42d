"""Lists and choosers of entries as an editor uses them."""

import pytest
from playwright.sync_api import expect

from tests.browser import axe
from tests.resources.admin import rows


@pytest.fixture
def editor(new_page):
    return new_page("editor", viewport={"width": 1280, "height": 900})


def test_several_goals_are_chosen_at_once_for_a_page(editor):
    editor.goto(f"{rows.PAGES}?kind=goalexamplespage")
    editor.locator("td.title a[href$='/edit/']").first.click()
    chosen = editor.locator("[data-streamfield-list-container] > [data-streamfield-child]")
    chosen.first.wait_for()
    before = chosen.count()
    editor.get_by_role("button", name="Choose several").click()
    boxes = editor.locator(".modal input[type=checkbox][name=id]")
    boxes.first.wait_for()
    keys = [boxes.nth(place).get_attribute("value") for place in (0, 1)]
    for place in (0, 1):
        boxes.nth(place).check()
    editor.locator("[data-multiple-choice-submit]").click()
    expect(chosen).to_have_count(before + len(keys))
    values = [chosen.nth(place).locator("input[name$='-value']").input_value() for place in range(chosen.count())]
    assert values[before:] == keys


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("address", rows.LISTS)
def test_lists_scroll_in_a_region_of_their_own_and_axe_finds_nothing_there(editor, address, width):
    editor.set_viewport_size({"width": width, "height": 900})
    editor.goto(address)
    editor.locator(".resources-list tbody tr").first.wait_for()
    assert axe(editor, ".resources-list") == ""
    assert editor.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
