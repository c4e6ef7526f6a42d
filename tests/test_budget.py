"""What a first view costs: at most 120 KiB and 8 requests, nothing from anybody else, and HTML without a fault, staff's too."""

import html5lib
import pytest

from tests.public_pages import MISSING

KIB = 1024
MOST_BYTES, MOST_REQUESTS = 120 * KIB, 8

TABS = 8
"""Pages that lie open beside each other until none has anything more to ask for."""


class FirstView:
    """One view with an empty cache, and what it asked for."""

    def __init__(self, page, path):
        self.page, self.addresses, self.sizes = page, {}, {}
        client = page.context.new_cdp_session(page)
        client.send("Network.enable")
        client.send("Network.setCacheDisabled", {"cacheDisabled": True})
        client.on("Network.requestWillBeSent", self.ask)
        client.on("Network.loadingFinished", self.load)
        page.goto(path)

    def ask(self, event):
        self.addresses[event["requestId"]] = event["request"]["url"]

    def load(self, event):
        self.sizes[event["requestId"]] = int(event["encodedDataLength"])

    def end(self):
        """[(address, bytes on the wire)] of every request."""
        self.page.wait_for_load_state("networkidle")
        self.page.close()
        return [(address, self.sizes.get(key, 0)) for key, address in self.addresses.items() if address[:5] != "data:"]


def test_every_address_answers(public_answers):
    answers = {what: status for what, (status, _body) in public_answers.items()}
    expected = {what: 404 if what.removesuffix(", in Spanish") in MISSING else 200 for what in answers}
    assert answers == expected


def test_a_first_view_is_small_and_asks_nobody_else(new_page, public_pages, demo_site):
    context = new_page(viewport={"width": 1280, "height": 900}).context
    found = {}
    pages = list(public_pages.items())
    for first in range(0, len(pages), TABS):
        views = [(what, FirstView(context.new_page(), path)) for what, path in pages[first : first + TABS]]
        for what, seen in [(what, view.end()) for what, view in views]:
            weight = sum(size for _address, size in seen)
            strangers = [address for address, _size in seen if not address.startswith(demo_site.url)]
            if weight > MOST_BYTES or len(seen) > MOST_REQUESTS or strangers:
                found[what] = f"{weight / KIB:.0f} KiB, {len(seen)} requests, {strangers}"
    assert not found


def test_every_page_is_html_without_a_fault(public_answers):
    faults = {}
    for what, (_status, body) in public_answers.items():
        parser = html5lib.HTMLParser()
        parser.parse(body)
        if parser.errors:
            faults[what] = parser.errors[:3]
    assert not faults


def test_no_id_stands_twice_and_every_reference_has_its_target(public_answers):
    faults = {}
    for what, (_status, body) in public_answers.items():
        tree = html5lib.parse(body, namespaceHTMLElements=False)
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        twice = {one for one in ids if ids.count(one) > 1}
        wanted = {one for element in tree.iter() for one in references(element)}
        if twice or wanted - set(ids):
            faults[what] = (twice, wanted - set(ids))
    assert not faults


def test_no_id_of_a_staff_screen_is_empty_or_stands_twice(staff_pages):
    faults = {}
    for address, text in staff_pages.values():
        ids = [element.get("id") for element in html5lib.parse(text, namespaceHTMLElements=False).iter()]
        twice = {one for one in ids if one is not None and (not one or ids.count(one) > 1)}
        if twice:
            faults[address] = twice
    assert not faults


def references(element):
    """The ids that an element points at on its own page."""
    for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
        yield from (element.get(name) or "").split()
    if element.tag == "a" and (element.get("href") or "").startswith("#"):
        yield element.get("href")[1:]


@pytest.mark.parametrize("path", ["/", "/nmrt/"])
def test_the_sheet_and_script_are_kept_by_browsers(new_page, path):
    """Static files carry their digest in their name, so that they are asked for once."""
    page = new_page()
    kept = []
    page.on(
        "response", lambda answer: "/static/" in answer.url and kept.append(answer.headers.get("cache-control", ""))
    )
    page.goto(path, wait_until="networkidle")
    assert kept
    assert all("immutable" in header for header in kept)
