"""Debian's Chromium, driven by Playwright, and axe's opinion of what it shows."""

import shutil
from functools import cache

import pytest
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


def axe(page, context=None):
    """What axe finds wrong on the page, readable; empty when it finds nothing."""
    found = Axe().run(page, context=context, options=RULES)
    return found.generate_report() if found.violations_count else ""
