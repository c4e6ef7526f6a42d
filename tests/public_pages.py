"""The demo's public addresses: every page type in every state, in both languages."""

from urllib.parse import urlsplit

import pytest

PAGES = {
    "home page": "/",
    "directory, filtered": "/?open=1",
    "directory, nothing found": "/?open=1&kind=affiliate",
    "which programs fit me": "/fit/",
    "resources of all programs": "/resources/",
    "search": "/search/?q=nmrt",
    "search, nothing found": "/search/?q=zzzzzz",
    "program taking applications": "/nmrt/",
    "program with a coming event": "/yalsa/",
    "program opening soon": "/llama/",
    "program deciding": "/sts/",
    "program paused": "/alsc/",
    "program finished": "/alcts/",
    "program with nothing planned": "/josey/",
    "reminder": "/remind/LLAMA/",
    "goal examples": "/alsc/goals/",
    "goal examples, for one side": "/alsc/goals/?for=mentee",
    "activities": "/alsc/sample-activities/",
    "activities in two levels": "/alcts/activities/",
    "activities, on one topic": "/alcts/activities/?topic=leadership",
    "reading list": "/alcts/readings/",
    "reading list, on one topic": "/alcts/readings/?topic=academic-libraries",
    "reading list, nothing left": "/alcts/readings/?for=mentee&topic=getting-started",
    "reading list with nothing ready": "/alsc/more-resources/",
    "page below a program": "/alsc/working-with-a-match/",
    "form page": "/nmrt/apply-mentee/",
    "form page of a reference": "/yalsa/reference/",
    "events": "/events/",
    "event": "/events/mentoring-forum/",
    "event of a program": "/yalsa/orientation/",
    "standard page": "/privacy/",
    "my application": "/status/",
    "unknown link": "/status/open/made-up/",
    "unknown link of a reference": "/reference/open/made-up/",
    "unknown link of a committee": "/committee/join/made-up/",
    "not found": "/nowhere/",
}
MISSING = {"unknown link", "unknown link of a reference", "unknown link of a committee", "not found"}
"""Those that answer 404, as they should."""

CALLS = {"form": "NMRT", "closed call": "STS"}
"""Whose call for mentees an address belongs to; the address holds the year in which the demo was loaded."""

SLUG = (
    "from programs.models import Call;"
    "calls = Call.objects.filter(round__program__code='{code}', round__draft=False);"
    "print('slug', calls.first().slug)"
)

LINK = (
    "from programs.models import Referee;"
    "from programs.people.secret_links import mint;"
    "rows = Referee.objects.filter(status='{status}', application__status='received', application__language='en');"
    "print('link', mint({what}, '{page}'))"
)


JOINING = (
    "from programs.models import CommitteeNotice; from programs.people.secret_links import mint;"
    "print('link', mint(CommitteeNotice.objects.get(), 'committee_join'))"
)


def link_of(demo_site, status, what="rows.first()", page="reference_open"):
    """The address behind a secret link of a demo's reference in this state, or of its application."""
    told = demo_site.manage("shell", "--no-imports", "-c", LINK.format(status=status, what=what, page=page))
    return urlsplit(told.split("link ")[1].strip()).path


@pytest.fixture(scope="session")
def reference_links(demo_site):
    """{state: the secret link of a reference in it}. Made once: of one reference the last three links open."""
    return {status: link_of(demo_site, status) for status in ("asked", "answered")}


@pytest.fixture(scope="session")
def public_pages(demo_site, reference_links):
    """{what it is: its address}, English and Spanish."""
    pages = dict(PAGES)
    for what, code in CALLS.items():
        slug = demo_site.manage("shell", "--no-imports", "-c", SLUG.format(code=code)).split("slug ")[1].strip()
        pages[what] = f"/apply/{slug}/"
    pages["reference that is waited for"] = reference_links["asked"]
    pages["reference that is here"] = reference_links["answered"]
    told = demo_site.manage("shell", "--no-imports", "-c", JOINING)
    pages["invitation to a committee"] = urlsplit(told.split("link ")[1].strip()).path
    pages["first step"] = f"{pages['form']}form/"
    return pages | {f"{what}, in Spanish": f"/es{path}" for what, path in pages.items()}


@pytest.fixture(scope="session")
def public_answers(browser, demo_site, public_pages):
    """{what it is: (status, HTML as bytes)}, to somebody who keeps nothing."""
    context = browser.new_context(base_url=demo_site.url)
    answers = {what: context.request.get(path) for what, path in public_pages.items()}
    told = {what: (answer.status, answer.body()) for what, answer in answers.items()}
    context.close()
    return told
