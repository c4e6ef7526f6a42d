"""The page cache in front of the whole site: right to the second, blind to persons, one for all processes.

Slow, because every moment asks each page twice, kept and fresh; worth it, because a form that is shown as open an hour too
long is a promise broken.
"""

import gzip
import random
import urllib.request
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage, StandardPage
from portal.caching import stores
from portal.caching.moments import soonest
from programs.models import Call, Draft, Milestone, Referee, Reminder
from programs.people.correspondents import correspondent_for
from resources.models import Citation, EventPage, EventsPage
from tests.factories import (
    make_application,
    make_call,
    make_form,
    make_member,
    make_program,
    make_program_page,
    make_round,
    make_user,
)

ZONES = {
    "EAST": "America/New_York",
    "CENTRAL": "America/Chicago",
    "MOUNTAIN": "America/Denver",
    "PACIFIC": "America/Los_Angeles",
}
CHANGES = [date(2026, 11, 1), date(2027, 3, 14)]
"""When clocks go back, and forward."""


def make_dates():
    """Calls of programs in four zones that open and close around both changes, at midnight and in its midst; an event."""
    for n, (code, zone) in enumerate(ZONES.items()):
        program = make_program(code, time_zone=zone)
        page = make_program_page(program, slug=code.lower())
        form = make_form(program, page=page)
        for day in CHANGES:
            round = make_round(program, starts=day, ends=day + timedelta(days=1), decisions_by=day)
            opens = datetime.combine(day - timedelta(days=1), time(n), ZoneInfo(zone))
            closes = datetime.combine(day + timedelta(days=1), time(23, 59) if n % 2 else time(), ZoneInfo(zone))
            soft = datetime.combine(day, time(1, 30, fold=1), ZoneInfo(zone))
            make_call(program, round=round, form=form, opens=opens, closes=closes, preferred_by=soft)
            Milestone.objects.create(round=round, label="Orientation", starts=day)
    home = HomePage.objects.get(locale=Locale.get_default())
    events = home.add_child(instance=EventsPage(title="Events", slug="events"))
    for day in CHANGES:
        hours = {"start_time": time(1), "end_time": time(3, 15), "time_zone": "America/Los_Angeles"}
        name = f"meeting-{day:%m}"
        events.add_child(
            instance=EventPage(title=name, slug=name, starts=day, ends=day, join="https://x.example", **hours)
        )


ADDRESSES = ["/", "/east/", "/central/", "/mountain/", "/pacific/", "/events/", "/events/meeting-11/", "/feed.atom"]
ADDRESSES += ["/events/meeting-03/", "/programs.json", "/calendar.ics"]


@pytest.mark.django_db
def test_no_kept_page_says_what_its_dates_contradict(kept, settings):
    make_dates()
    kept.get("/")
    settings.PAGE_CACHE = False
    fresh, chance, wrong, moments = Client(), random.Random(20261101), [], 0
    fresh.get("/")
    calls = [f"/apply/{slug}/" for slug in Call.objects.values_list("slug", flat=True)]
    for day in CHANGES:
        now = datetime.combine(day - timedelta(days=1), time(11), UTC)
        while now < datetime.combine(day + timedelta(days=1), time(14), UTC):
            then = soonest(now)
            between = now + (then - now) * chance.random()
            asked = chance.sample(
                [*ADDRESSES, *calls], 3
            )  # all at each of them: the middle one finds what the first built
            for moment in (now, between, then - timedelta(seconds=1)):
                with time_machine.travel(moment, tick=False):
                    for address in asked:
                        answer = kept.get(address)
                        if answer.content != fresh.get(address).content or promised(answer, moment) >= then:
                            wrong.append((address, moment, answer["Cache-Control"]))
            now = then
            moments += 1
    assert wrong == []
    assert moments > 30


def promised(answer, moment):
    """Until when a cache on the way may give it, which counts whole seconds beginning with the one in which it came."""
    seconds = max(int(part.partition("=")[2]) for part in answer["Cache-Control"].split(", ") if "max-age" in part)
    return moment + timedelta(seconds=seconds)


def kept_bodies():
    return b"\n".join(gzip.decompress(entry.gzip) for entry in stores.local.entries.values())


@pytest.mark.django_db
def test_no_person_no_preview_and_no_private_page_is_ever_kept(kept):
    markers = (f"marker{n:02}x" for n in range(30))
    marks = []

    def mark():
        marks.append(next(markers))
        return marks[-1]

    program = make_program("OPEN")
    page = make_program_page(program, slug="open", overview="<p>marked as public</p>")
    call = make_call(program)
    home = HomePage.objects.get(locale=Locale.get_default())
    application = make_application(call, name=mark(), email=f"{mark()}@example.org", answers={"work": mark()})
    with transaction.atomic():
        named = correspondent_for(program, f"{mark()}@x.example", language="en", name=mark())
        waiting = correspondent_for(program, f"{mark()}@x.example", language="en")
    now = timezone.now()
    Referee.objects.create(application=application, correspondent=named, question="r", name=mark(), named_at=now)
    Reminder.objects.create(correspondent=waiting, asked_at=now)
    draft = {"call": call, "version": call.form.version(), "language": "en", "begun_at": now, "saved_at": now}
    Draft.objects.create(once="once", typed={"name": [mark()]}, **draft)
    make_member(program, user=make_user(mark()))
    superuser = make_user(mark(), superuser=True)
    page.overview = f"<p>{mark()}</p>"
    page.save_revision()
    page.refresh_from_db()
    slugs = ("by-login", "by-password", "by-groups")
    private = [home.add_child(instance=StandardPage(title=mark(), slug=slug)) for slug in slugs]
    below = private[1].add_child(instance=StandardPage(title=mark(), slug="below"))
    for one, how in zip(private, ("login", "password", "groups"), strict=True):
        PageViewRestriction.objects.create(page=one, restriction_type=how, password="word" if how == "password" else "")
    home.add_child(instance=StandardPage(title=mark(), slug="draft", live=False))
    tomorrow = now + timedelta(days=1)
    later = home.add_child(instance=StandardPage(title=mark(), slug="later", live=False, go_live_at=tomorrow))
    make_program_page(make_program("HIDDEN", name=mark(), draft=True), slug="hidden")
    make_round(program, name=mark(), draft=True)
    Citation.objects.create(title=mark(), draft=True)
    assert len(marks) >= 20

    addresses = ["/", "/open/", "/es/", "/resources/", "/feed.atom", "/calendar.ics", "/programs.json", "/sitemap.xml"]
    addresses += ["/by-login/", "/by-password/", "/by-password/below/", "/by-groups/", "/draft/", "/later/", "/hidden/"]
    addresses += [f"/apply/{call.slug}/", f"/apply/{call.slug}/form/", "/status/", f"/search/?q={marks[0]}", "/fit/"]
    signed_in, let_in = Client(), Client()
    signed_in.force_login(superuser)
    restriction = private[1].view_restrictions.get()
    word = {"password": "word", "return_url": "/by-password/"}
    let_in.post(f"/_util/authenticate_with_password/{restriction.pk}/{private[1].pk}/", word)
    assert below.title in let_in.get("/by-password/below/").content.decode()
    for _ in range(2):
        for address in addresses:
            for reader in (kept, signed_in, let_in):
                reader.get(address)
        for shown in (page, later, below):
            assert shown.get_latest_revision_as_object().make_preview_request().status_code == 200
            signed_in.get(f"/admin/pages/{shown.pk}/view_draft/")
    bodies = kept_bodies().decode()
    assert "marked as public" in bodies
    assert [marker for marker in marks if marker in bodies] == []


RENAME = "from programs.models import Program; Program.objects.filter(code='NMRT').update(summary={!r})"


def test_a_publication_of_another_process_is_seen_by_the_next_request(demo_site):
    """Two processes serve the demo; a third stores what both have to tell at once."""

    def seen(text):
        pages = [urllib.request.urlopen(f"{demo_site.url}/").read().decode() for _ in range(8)]
        return [text in page for page in pages]

    def stored(text):
        demo_site.manage("shell", "--no-imports", "--command", RENAME.format(text))

    code = "from programs.models import Program; print(Program.objects.get(code='NMRT').summary)"
    before = demo_site.manage("shell", "--no-imports", "--command", code).strip()
    assert seen("Stored elsewhere just now") == [False] * 8
    try:
        stored("Stored elsewhere just now")
        assert seen("Stored elsewhere just now") == [True] * 8
    finally:
        stored(before)
    assert seen("Stored elsewhere just now") == [False] * 8


def test_the_demo_says_how_long_its_pages_may_be_kept(demo_site):
    request = urllib.request.Request(f"{demo_site.url}/", headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request) as answer:
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["Cache-Control"].startswith("public, max-age=0, s-maxage=")
        assert (answer.headers["Content-Encoding"], answer.headers["Set-Cookie"]) == ("br", None)
