"""The status page in every state as a browser shows and prints it."""

import re

import pytest

from tests.browser import faults

MINTED = (
    "from programs.models import Application; from programs.people.secret_links import mint;"
    "rows = {row.disclosed_status: row for row in Application.objects.with_program().order_by('-pk')};"
    "[print('link', status, mint(row, 'status_open')) for status, row in rows.items()]"
)
STATES = ["received", "accepted", "waitlisted", "declined", "withdrawn"]
PAGES = ["", "withdraw/", "delete/"]


@pytest.fixture(scope="session")
def links(demo_site):
    """A secret link of an application in each state that applicants know."""
    return dict(re.findall(r"link (\S+) (\S+)", demo_site.manage("shell", "--no-imports", "-c", MINTED)))


def go_in(page, link):
    page.goto(link)
    page.locator("main button[type=submit]").first.click()
    return page.url


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(new_page, links, state):
    page = new_page(bypass_csp=True)
    here = go_in(page, links[state])
    for path in PAGES:
        page.goto(here + path)
        found = faults(page)
        assert not found, f"{state} {path}: {found}"
    for again in page.locator("a[href*='/again/']").all()[:1]:
        page.goto(again.get_attribute("href"))
        assert not faults(page)


@pytest.mark.parametrize("state", STATES)
def test_it_prints_on_one_sheet_without_anything_to_press(new_page, links, state):
    page = new_page()
    go_in(page, links[state])
    page.emulate_media(media="print")
    shown = page.locator("main").inner_text()
    for words in ("Withdraw my application", "Change", "Download", "Delete it"):
        assert words not in re.sub("Changed[^\n]*", "", shown)
    assert "What you told us" in shown
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="Letter"))) == 1


def test_everything_works_without_script(new_page, links):
    page = new_page(java_script_enabled=False)
    here = go_in(page, links["received"])
    page.get_by_role("button", name="Change my answers").click()
    assert "/apply/" in page.url
    page.goto(here)
    with page.expect_download() as copy:
        page.get_by_role("link", name="Download a copy to read").click()
    assert copy.value.suggested_filename.endswith(".html")


def test_the_time_is_said_on_the_readers_own_clock_too(new_page, links):
    page = new_page(timezone_id="Asia/Tokyo")
    go_in(page, links["received"])
    page.locator(".own-clock", has_text="Japan Standard Time").wait_for()  # once its script ran
