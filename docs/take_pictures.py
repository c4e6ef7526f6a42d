"""Takes the pictures of docs/editors.md and docs/committees.md from a freshly loaded demo: `make pictures`. Needs Chromium.

A picture is a line of PICTURES; its file is docs/pictures/<name>.png. Take them again when a screen changes. Names on
the command line choose some of them.
"""

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.demo_site import new_site, served

FOLDER = Path(__file__).resolve().parent / "pictures"
WIDTH, HEIGHT = 1120, 760
COLORS = 96  # enough for screens, and a third of the bytes


def row(title):
    """Opens the row of a list that is called so."""
    return lambda page: page.locator("main a", has_text=title).first.click()


def tab(name):
    return lambda page: page.get_by_role("tab", name=name).first.click()


def at(text):
    """Brings a heading to the top of the window."""

    def prepare(page):
        found = page.locator("main :is(h2, h3)", has_text=text).locator("visible=true").first
        found.wait_for()
        for _settling in range(3):
            found.evaluate("it => { it.style.scrollMarginTop = '90px'; it.scrollIntoView({inline: 'nearest'}) }")
            page.wait_for_timeout(300)

    return prepare


def planning_the_next_round(page):
    edit = page.locator("main tbody a[href*='/edit/']").first.get_attribute("href")
    page.goto(re.sub(r"edit/(\d+)/", r"\1/next/", edit))


def choosing_several(page):
    page.get_by_role("button", name="Choose several").first.click()
    page.locator(".modal-content tbody input[type=checkbox]").first.wait_for()


PICTURES = {
    # name: address, then what to do there, step by step
    "admin-home": ["/admin/"],
    "programs": ["/admin/mentoring/programs/?q=mentoring"],
    "program": ["/admin/mentoring/programs/?q=NMRT", row("New Members Round Table"), at("In the directory")],
    "who-can-apply": [
        "/admin/mentoring/programs/?q=NMRT",
        row("New Members Round Table"),
        tab("Roles"),
        at("Who can apply"),
    ],
    "pause": ["/admin/mentoring/programs/?q=ALSC", row("ALSC Mentoring Program"), tab("Rarely needed"), at("Pause")],
    "round": ["/admin/mentoring/rounds/?q=NMRT", row("202"), at("Calls")],
    "timeline": ["/admin/mentoring/rounds/?q=NMRT", row("202"), tab("Timeline"), at("Other lines of the timeline")],
    "next-round": ["/admin/mentoring/rounds/?q=ALCTS", planning_the_next_round],
    "page": ["/admin/pages/search/?q=ALCTS+Overview", row("Overview")],
    "goals": ["/admin/snippets/resources/goalexample/"],
    "goal": ["/admin/snippets/resources/goalexample/?q=network", row("Get to know")],
    "activity": ["/admin/snippets/resources/activity/?q=sum", row("Exchange"), at("Parts")],
    "choose-goals": ["/admin/pages/search/?q=Goals", row("Goals"), choosing_several],
    "citation": ["/admin/snippets/resources/citation/?q=Forbes", row("Bradford")],
    "reading-list": ["/alcts/readings/?for=mentee"],
    "checks": ["/admin/reports/checks/"],
    "directory": ["/?open=1"],
    # of docs/committees.md
    "numbers": ["/admin/mentoring/numbers/", row("Round Table program – 2027")],
    "queue": ["/admin/mentoring/applications/"],
    "application": ["/admin/mentoring/applications/", row("Sample Applicant")],
    "waiting-list": [
        "/admin/mentoring/applications/?status=waitlisted&q=YALSA",
        row("Sample Applicant"),
        row("waits next"),
    ],
    "announce": ["/admin/mentoring/announce/", row("New Members Round Table")],
    "letter-text": ["/admin/mentoring/letter-texts/", row("the portal’s words")],
}


def main():
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = new_site(Path(folder), f"sqlite:///{folder}/portal.sqlite3")
        for command in (["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"], ["load_demo"]):
            site.manage(*command)
        with served(site):
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(base_url=site.url, viewport={"width": WIDTH, "height": HEIGHT})
            sign_in(page)
            wanted = sys.argv[1:] or PICTURES
            for name in wanted:
                address, *steps = PICTURES[name]
                page.goto(address)
                for step in steps:
                    page.wait_for_load_state("networkidle")
                    step(page)
                page.wait_for_load_state("networkidle")
                take(page, FOLDER / f"{name}.png")


def sign_in(page):
    page.goto("/admin/login/")
    page.fill("input[name=username]", "admin")
    page.fill("input[name=password]", "demo-only-password")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def take(page, path):
    page.screenshot(path=path, animations="disabled")
    Image.open(path).convert("RGB").quantize(COLORS).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
