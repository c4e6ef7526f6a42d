"""axe finds nothing, on a small screen, a large one and in the dark, and nothing scrolls sideways."""

import re

import pytest

from tests.applying import fill_in_one_step
from tests.browser import axe, sign_in
from tests.public_pages import link_of

SCREENS = {
    "small": {"viewport": {"width": 320, "height": 640}},
    "large": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}


def check(page, what):
    assert not axe(page), f"{what}: {axe(page)}"
    sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert sideways <= 0, f"{what} scrolls {sideways} px sideways"


@pytest.mark.parametrize("screen", SCREENS)
def test_every_public_page(new_page, public_pages, screen):
    page = new_page(**SCREENS[screen], bypass_csp=True)
    for what, path in public_pages.items():
        page.goto(path)
        check(page, what)


@pytest.mark.parametrize("screen", SCREENS)
def test_applying(new_page, screen):
    page = new_page(**SCREENS[screen], bypass_csp=True)
    page.goto("/nmrt/")
    page.locator("a[href*='/apply/']").first.click()
    page.get_by_role("link", name="Begin", exact=True).click()
    on = page.get_by_role("button", name="Save and go on")
    on.click()
    page.locator(".error-summary").wait_for()
    check(page, "first step with errors")
    steps = 0
    while on.count():
        steps += 1
        check(page, f"step {steps}")
        if steps == 2:
            on.click()
            page.locator(".error-summary").wait_for()
            check(page, "questions with errors")
        fill_in_one_step(page)
        on.click()
        page.wait_for_load_state()
    check(page, "answers to check")
    page.go_back()
    page.get_by_role("button", name="Save and come back later").click()
    check(page, "saved for later")


@pytest.mark.parametrize("screen", SCREENS)
def test_references(new_page, demo_site, reference_links, screen):
    page = new_page(**SCREENS[screen], bypass_csp=True)
    page.goto(reference_links["asked"])
    page.get_by_role("button", name="Send the reference").click()
    page.locator(".error-summary").wait_for()
    check(page, "reference with errors")
    page.goto(reference_links["answered"])
    page.get_by_role("button", name="Read or change it").click()
    page.locator("textarea").first.wait_for()
    check(page, "reference to change")
    page.goto(link_of(demo_site, "asked", "rows.first().application", "status_open"))
    page.get_by_role("button", name="Open my application").click()
    page.locator("#references").wait_for()
    check(page, "application with a reference")
    page.get_by_role("link", name=re.compile("Name somebody else")).first.click()
    page.get_by_role("button", name="Ask this person").click()
    page.locator(".error-summary").wait_for()
    check(page, "naming somebody else")


BULK = ("accept", "waitlist", "decline", "reopen", "announce")
"""Verbs of the queue, whose screens a script opens for what was ticked."""


@pytest.mark.parametrize("screen", ["small", "dark"])
def test_staff_screens(new_page, staff_screens, screen):
    """Two looks and not three: there are many, and each takes seconds."""
    page = new_page(**SCREENS[screen] | {"viewport": {"width": 1280, "height": 900}}, bypass_csp=True)
    sign_in(page, "admin")
    page.set_viewport_size(SCREENS[screen]["viewport"])
    found = {}
    for address in [*staff_screens.values(), *bulk_screens(staff_screens)]:
        assert page.goto(address).status == 200, address
        found[address] = staff_report(page)
    assert not any(found.values()), "\n".join(f"{address}: {report}" for address, report in found.items() if report)


def bulk_screens(screens):
    one = next(address for kind, address in screens.items() if kind.name == "application:inspect")
    number = re.search(r"/(\d+)/", one)[1]
    return [f"/admin/bulk/programs/application/{verb}/?id={number}" for verb in BULK]


def staff_report(page):
    """Our part of a staff screen: the frame around it, the messages fading in, its editor of rich text and its map of a page
    are Wagtail's to mend."""
    theirs = [["main .messages"], ["main .public-DraftEditor-content"], ["main .w-minimap"]]
    return axe(page, context={"include": [["main"]], "exclude": theirs})
