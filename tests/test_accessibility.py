"""axe finds nothing, on a small screen, a large one and in the dark, and nothing scrolls sideways."""

import re

from tests.applying import fill_in_one_step
from tests.browser import faults
from tests.public_pages import link_of


def check(page, what):
    found = faults(page)
    assert not found, f"{what}: {found}"


def test_every_public_page(new_page, public_pages):
    page = new_page(bypass_csp=True)
    found = {}
    for what, path in public_pages.items():
        page.goto(path)
        found[what] = faults(page)
    assert not any(found.values()), "\n".join(f"{what}: {report}" for what, report in found.items() if report)


def test_applying(new_page):
    page = new_page(bypass_csp=True)
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


def test_references(new_page, demo_site, reference_links):
    page = new_page(bypass_csp=True)
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


def test_staff_screens(new_page, staff_screens):
    """Two looks and not three: there are many, and each takes its time."""
    page = new_page("admin", bypass_csp=True)
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
    theirs = [["main .messages"], ["main .Draftail-Editor"], ["main .w-minimap"]]
    return faults(page, {"include": [["main"]], "exclude": theirs}, ["small", "dark"])
