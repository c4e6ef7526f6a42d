"""A walk through the demo in both languages, along every link, form and file of its public pages."""

import re
from collections import defaultdict
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit
from urllib.request import Request, urlopen

import pytest
from lxml import html

STARTS = ["/", "/es/", "/robots.txt", "/sitemap.xml"]
STAFF = ("/admin/",)
LOADED = "//link[not(@rel='canonical' or @rel='alternate')]/@href | //@src | //@srcset | //object/@data"


class Site:
    """What has been fetched, and who led there."""

    def __init__(self, url):
        self.url = url
        self.led_by = defaultdict(set)
        self.pages = {}
        self.faults = []

    def walk(self, starts):
        waiting = [urljoin(self.url, start) for start in starts]
        while waiting:
            address = waiting.pop()
            if address not in self.pages:
                page = self.pages[address] = self.fetch(address)
                waiting += [found for found in self.lead(address, page) if found not in self.pages]
        return self

    def fetch(self, address):
        """The parsed page, or None for what is no page of HTML. Anything but 200 is a fault."""
        try:
            answer = urlopen(Request(quote(address, safe=":/?&=%+,;@~")), timeout=60)
        except HTTPError as error:
            self.faults.append(f"{error.code} at {address}, linked from {sorted(self.led_by[address])[:3]}")
            return None
        body = answer.read()
        kind = answer.headers.get_content_type()
        if kind == "application/xml":
            return html.fromstring(re.sub(rb"<loc>(.*?)</loc>", rb'<a href="\1"></a>', body))
        return html.fromstring(body) if kind == "text/html" else None

    def lead(self, address, page):
        """Addresses of this site that the page leads to, without their anchors."""
        for link in [] if page is None else page.xpath("//@href | //@src | //form[not(@method='post')]/@action"):
            whole = urldefrag(urljoin(address, link)).url
            if whole.startswith(self.url) and not urlsplit(whole).path.startswith(STAFF):
                self.led_by[whole].add(address)
                yield whole


@pytest.fixture(scope="module")
def walked(demo_site):
    return Site(demo_site.url).walk(STARTS)


def of_html(walked):
    return {address: page for address, page in walked.pages.items() if page is not None and page.tag == "html"}


def test_nothing_that_is_linked_is_broken(walked):
    assert not walked.faults, "\n".join(walked.faults)
    found = {urlsplit(address).path for address in walked.pages}
    assert {"/nmrt/", "/es/nmrt/", "/alsc/goals/", "/search/", "/es/search/", "/privacy/", "/es/status/"} <= found
    assert any(path.startswith("/apply/") for path in found)
    assert any(path.startswith("/static/") for path in found)


def test_every_anchor_exists(walked):
    pages = of_html(walked)
    checked, lost = 0, []
    for address, page in pages.items():
        for link in page.xpath("//a/@href"):
            target, anchor = urldefrag(urljoin(address, link))
            if anchor and target in pages:
                checked += 1
                if not pages[target].xpath("//*[@id=$id]", id=unquote(anchor)):
                    lost.append(f"{link} on {address}")
    assert not lost, lost
    assert checked > len(pages)


def test_no_id_stands_twice(walked):
    for address, page in of_html(walked).items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), (address, sorted(found for found in ids if ids.count(found) > 1))


def test_nothing_is_loaded_from_elsewhere_or_stands_inline(walked):
    for address, page in of_html(walked).items():
        loaded = [urljoin(address, found) for found in page.xpath(LOADED)]
        assert loaded
        assert not [found for found in loaded if not found.startswith(walked.url)], address
        assert not page.xpath("//style | //@style | //@*[starts-with(name(), 'on')]"), address
        scripts = page.xpath("//script[not(@src)]")
        assert not [script for script in scripts if script.get("type") != "application/ld+json"], address


def test_every_form_leads_to_an_address_of_this_site(walked):
    for address, page in of_html(walked).items():
        for action in page.xpath("//form/@action"):
            assert urljoin(address, action).startswith(walked.url), (address, action)


def test_every_link_says_where_it_leads(walked):
    for address, page in of_html(walked).items():
        for link in page.xpath("//a[@href]"):
            assert link.text_content().strip() or link.get("aria-label"), (address, link.get("href"))


def test_both_languages_are_walked_alike(walked):
    """A page in Spanish leads on in Spanish: what is linked from there in English is marked so."""
    pages = {address: page for address, page in of_html(walked).items() if urlsplit(address).path.startswith("/es/")}
    assert len(pages) > 10
    for address, page in pages.items():
        for link in page.xpath("//main//a[@href][not(@hreflang)]"):
            found = urljoin(address, link.get("href"))
            if found in of_html(walked):
                assert urlsplit(found).path.startswith("/es/"), (address, found)
