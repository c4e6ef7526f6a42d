"""Debian's Chromium, driven by Playwright, and axe's opinion of what it shows."""

import shutil
from functools import cache

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
COLORS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""What the dark may change of a page that was looked at in the light."""

LOOKS = {"small": (320, 640, "light", RULES), "large": (1280, 900, "light", RULES), "dark": (1280, 900, "dark", COLORS)}
"""{look: width and height, scheme, what axe is asked}."""

READER = Axe(f"if (!window.axe) {{ {AXE_SCRIPT} }}")


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        )


@pytest.fixture(scope="session")
def session_of(browser, demo_site):
    """What a browser keeps of one of the demo's staff, who signs in once for all tests."""

    @cache
    def signed_in(name):
        page = browser.new_page(base_url=demo_site.url)
        sign_in(page, name)
        kept = page.context.storage_state()
        page.close()
        return kept

    return signed_in


@pytest.fixture
def new_page(browser, demo_site, session_of):
    """Opens a page in a fresh profile, of `staff` where one is named:
    `new_page("admin", java_script_enabled=False, color_scheme="dark", viewport={...})`."""
    contexts = []

    def open_page(staff=None, **options):
        if staff:
            options["storage_state"] = session_of(staff)
        contexts.append(browser.new_context(base_url=demo_site.url, **options))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page):
    return new_page(viewport={"width": 1280, "height": 900})


def sign_in(page, name):
    """Signs one of the demo's staff in: admin, coordinator, reader or editor."""
    page.goto("/admin/login/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", "demo-only-password")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def axe(page, context=None, rules=RULES):
    """What axe finds wrong on the page, readable; empty when it finds nothing."""
    found = READER.run(page, context=context, options=rules)
    return found.generate_report() if found.violations_count else ""


AT_ONCE = "*, ::before, ::after { transition: none !important }"
"""Colors that are on their way from the light to the dark are no colors of either."""


def faults(page, context=None, looks=LOOKS):
    """What is wrong with the page in each of these looks: axe's findings, and scrolling sideways."""
    found = []
    page.add_style_tag(content=AT_ONCE)
    for look in looks:
        width, height, scheme, rules = LOOKS[look]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        found += [f"{look}: {report}" for report in [axe(page, context, rules)] if report]
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{look}: scrolls {sideways} px sideways"] if sideways > 0 else []
    return "\n".join(found)
