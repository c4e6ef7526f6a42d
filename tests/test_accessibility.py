"""axe finds nothing, on a small screen, a large one and in the dark, and nothing scrolls sideways."""

import pytest

from tests.browser import axe, sign_in

PUBLIC = {
    "home page": "/",
    "home page in Spanish": "/es/",
    "program taking applications": "/nmrt/",
    "program in Spanish": "/es/nmrt/",
    "program opening soon": "/llama/",
    "program deciding": "/sts/",
    "program paused": "/alsc/",
    "program finished": "/alcts/",
    "form page": "/nmrt/apply-mentee/",
    "goal examples": "/alsc/goals/",
    "activities": "/alsc/sample-activities/",
    "activities in two levels": "/alcts/activities/",
    "reading list": "/alcts/readings/",
    "reading list with nothing ready": "/alsc/more-resources/",
    "events": "/events/",
    "event": "/events/mentoring-forum/",
    "standard page": "/privacy/",
    "my application": "/status/",
    "unknown link": "/status/open/made-up/",
    "not found": "/nowhere/",
}

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
def test_every_public_page(new_page, screen):
    page = new_page(**SCREENS[screen], bypass_csp=True)
    for what, path in PUBLIC.items():
        page.goto(path)
        check(page, what)


@pytest.mark.parametrize("screen", SCREENS)
def test_applying(new_page, screen):
    page = new_page(**SCREENS[screen], bypass_csp=True)
    page.goto("/nmrt/")
    page.locator("a[href*='/apply/']").first.click()
    check(page, "form")
    page.get_by_role("button", name="Send my application").click()
    assert page.title().startswith("Error: ")
    check(page, "form with errors")
    page.goto("/apply/sts-2027-mentee/")
    check(page, "closed call")


FIRST_ROW = "main tbody a[href]"
STAFF = [
    ("Applications", [FIRST_ROW, "main a[href*='seen=']"]),
    ("Announce", [FIRST_ROW]),
    ("Rounds", [FIRST_ROW]),
    ("Programs", [FIRST_ROW]),
    ("Outbox", [FIRST_ROW]),
]
"""Each list of the Mentoring menu, and the links a coordinator follows from it."""


@pytest.mark.parametrize("screen", SCREENS)
def test_staff_screens(new_page, screen):
    options = SCREENS[screen]
    page = new_page(**options | {"viewport": SCREENS["large"]["viewport"]}, bypass_csp=True)
    sign_in(page, "coordinator")
    page.get_by_role("button", name="Mentoring").click()
    menu = page.get_by_role("navigation")
    lists = {label: menu.get_by_role("link", name=label).get_attribute("href") for label, _ in STAFF}
    page.set_viewport_size(options["viewport"])
    for label, links in STAFF:
        page.goto(lists[label])
        check_staff(page, label)
        for selector in links:
            page.goto(page.locator(selector).first.get_attribute("href"))
            check_staff(page, f"{label}, {selector}")


def check_staff(page, what):
    """Our part of a staff screen: Wagtail's own frame around it is Wagtail's to mend."""
    report = axe(page, context={"include": [["main"]]})
    assert not report, f"{what}: {report}"
