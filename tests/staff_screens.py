"""Every screen of ours in the admin that a link leads to, found by following the links of the demo's site."""

import html
import re
from collections import deque
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

ADDRESS = re.compile(r"""(?<=["'])/admin/[^"'\\\s<>]*""")
"""In links, and in what scripts are given: the menu is drawn by one."""

OURS = ("programs.", "home.", "resources.", "portal.")
POST_ALONE = 405


@dataclass(frozen=True)
class Kind:
    """What makes one screen of a kind: its name, and what its address says beside numbers of rows."""

    name: str
    words: tuple

    @classmethod
    def of(cls, match):
        words = (str(value) for value in match.kwargs.values())
        return cls(match.view_name, tuple(word for word in words if not word.isdecimal()))


@pytest.fixture(scope="session")
def staff_pages(browser, demo_site, session_of):
    """{kind: (address, HTML) of one screen}, of whole pages alone."""
    context = browser.new_context(base_url=demo_site.url, storage_state=session_of("admin"))
    found = crawl(context.request)
    context.close()
    return found


@pytest.fixture(scope="session")
def staff_screens(staff_pages):
    """{kind: address of one screen}."""
    return {kind: address for kind, (address, _text) in staff_pages.items()}


def crawl(request):
    screens, waiting, met = {}, deque(["/admin/"]), {"/admin/"}
    asked = set()
    while waiting:
        address = waiting.popleft()
        match = matched(address)
        if match is None or (kind := Kind.of(match)) in asked or not is_worth_asking(match):
            continue
        asked.add(kind)
        answer = request.get(address)
        assert answer.ok or answer.status == POST_ALONE or not is_ours(match), f"{address} answers {answer.status}"
        if not answer.ok or not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        text = answer.text()
        body = html.unescape(text)
        new = {found.split("#")[0] for found in ADDRESS.findall(body)} - met
        met |= new
        waiting.extend(sorted(new))
        if is_ours(match) and "<main" in body:
            screens[kind] = (address, text)
    return screens


def matched(address):
    try:
        return resolve(urlsplit(address).path)
    except Resolver404:
        return None


def is_ours(match):
    """A screen that we wrote, or a page editor of Wagtail with our fields in it."""
    return getattr(match.func, "view_class", match.func).__module__.startswith(OURS) or match.view_name in EDITORS


EDITORS = {"wagtailadmin_home", "wagtailadmin_pages:edit", "wagtailadmin_pages:add", "wagtailadmin_pages:delete"}
OTHERS = ("wagtailadmin_api", "wagtail_bulk_action", "wagtailadmin_logout")


def is_worth_asking(match):
    return not match.view_name.startswith(OTHERS) and not match.view_name.endswith("results")
