"""The Atom feed as a reader of feeds reads it, and as RFC 4287 wants it."""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from defusedxml import ElementTree

from programs.models import Call
from tests.factories import make_call, make_form, make_program, make_program_page, make_role, make_round

pytestmark = pytest.mark.django_db

OPENS = datetime(2027, 1, 4, 14, 0, tzinfo=UTC)
CLOSES = datetime(2027, 1, 30, 4, 59, tzinfo=UTC)
SECOND, WEEK = timedelta(seconds=1), timedelta(days=7)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def program():
    program = make_program("ALSC", name="ALSC Mentoring Program", time_zone="America/New_York")
    make_program_page(program, slug="alsc")
    return program


@pytest.fixture
def call(program):
    return make_call(program, opens=OPENS, closes=CLOSES)


def read(client, path="/feed.atom"):
    """The feed by feedparser, after its elements were found to be those that Atom demands."""
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    check(ElementTree.fromstring(response.content))
    found = feedparser.parse(response.content)
    assert (found.bozo, found.version) == (False, "atom10")
    return found


def check(root):
    assert root.tag == f"{ATOM}feed"
    for element in [root, *root.findall(f"{ATOM}entry")]:
        assert [len(element.findall(ATOM + name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert datetime.fromisoformat(element.find(f"{ATOM}updated").text).tzinfo
    assert root.find(f"{ATOM}author/{ATOM}name").text
    ids = [entry.find(f"{ATOM}id").text for entry in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


def keys(found):
    return [entry.id.split(":")[-1].rpartition("-")[2] for entry in found.entries]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (OPENS - SECOND, []),
        (OPENS, ["opens"]),
        (CLOSES - WEEK - SECOND, ["opens"]),
        (CLOSES - WEEK, ["soon", "opens"]),
        (CLOSES - SECOND, ["soon", "opens"]),
        (CLOSES, ["closes", "opens"]),
        (OPENS + timedelta(days=365), ["closes", "opens"]),
        (CLOSES + timedelta(days=366), []),
    ],
)
def test_an_entry_appears_at_its_second_newest_first(client, call, time_machine, now, told):
    time_machine.move_to(now, tick=False)
    assert keys(read(client)) == told


def test_an_entry_says_what_when_and_where(client, call, time_machine):
    time_machine.move_to(OPENS, tick=False)
    [entry] = read(client).entries
    assert entry.title == "Applications are open: mentees – ALSC Mentoring Program"
    assert entry.summary == "Closes Friday, January 29, 2027, 11:59 pm Eastern."
    assert entry.link.endswith(f"/apply/{call.slug}/")
    assert entry.id == f"tag:127.0.0.1,2026:call-{call.pk}-opens"
    assert entry.updated == entry.published == "2027-01-04T14:00:00+00:00"


def test_an_entry_whose_deadline_moves_keeps_its_id_and_is_updated(client, call, time_machine):
    time_machine.move_to(CLOSES, tick=False)
    before = read(client).entries[0]
    call.closes -= timedelta(days=1)
    call.save()
    after = read(client).entries[0]
    assert (after.id, after.published, after.updated) == (before.id, "2027-01-29T04:59:00+00:00", CLOSES.isoformat())


def test_what_moves_no_deadline_updates_no_entry(client, call, time_machine):
    time_machine.move_to(OPENS + SECOND, tick=False)
    call.places = 7
    call.save()
    call.round.save()
    assert read(client).entries[0].updated == OPENS.isoformat()
    call.closes, call.closes_precision, call.closes_around = None, "month", CLOSES.date()
    call.save()
    assert read(client).entries[0].updated == (OPENS + SECOND).isoformat()


def test_withdrawn_calls_leave_room_for_the_others(client, program, time_machine):
    time_machine.move_to(OPENS, tick=False)
    form, round, role = make_form(program, live=False), make_round(program), make_role(program)
    Call.objects.bulk_create(
        Call(round=make_round(program), role=role, form=form, slug=f"withdrawn-{n}", opens=OPENS) for n in range(101)
    )
    Call.objects.create(round=round, role=role, url="https://example.org/", opens=OPENS - SECOND)
    assert keys(read(client)) == ["opens"]


def test_a_window_shorter_than_a_week_is_told_once(client, program, time_machine):
    make_call(program, opens=OPENS, closes=OPENS + timedelta(days=6))
    time_machine.move_to(OPENS + timedelta(days=1), tick=False)
    assert keys(read(client)) == ["opens"]


def test_a_paused_program_has_no_news(client, program, call, time_machine):
    program.paused = True
    program.save()
    time_machine.move_to(CLOSES, tick=False)
    assert keys(read(client)) == []


def test_a_round_that_is_called_off_is_told_of_and_its_calls_are_not(client, call, time_machine):
    time_machine.move_to(OPENS + SECOND, tick=False)
    call.round.called_off = True
    call.round.save()
    time_machine.move_to(OPENS + timedelta(days=3), tick=False)
    call.round.save()  # which is no news
    [entry] = read(client).entries
    assert entry.title == f"The round “{call.round.name}” is called off – ALSC Mentoring Program"
    assert entry.updated_parsed[:5] == (2027, 1, 4, 14, 0)


def test_a_withdrawn_form_is_not_said_to_be_open(client, call, time_machine):
    time_machine.move_to(OPENS, tick=False)
    call.form.unpublish()
    assert keys(read(client)) == []


def test_a_program_without_a_published_page_is_not_told_of(client, program, call, time_machine):
    time_machine.move_to(OPENS, tick=False)
    program.pages.first().unpublish()
    assert keys(read(client)) == []


def test_the_newest_fifty(client, program, time_machine):
    time_machine.move_to(OPENS, tick=False)
    for n in range(26):
        opens = OPENS - timedelta(days=100 + n)
        make_call(program, round=make_round(program), opens=opens, closes=OPENS - timedelta(days=50 + n))
    found = read(client)
    times = [entry.updated for entry in found.entries]
    assert len(times) == 50
    assert times == sorted(times, reverse=True)
    assert times[-1] == (OPENS - timedelta(days=123)).isoformat()


def test_hard_characters_survive(client, program, call, time_machine):
    program.name = "Reading & <b>Writing</b> “Ñ”"
    program.save()
    time_machine.move_to(OPENS, tick=False)
    assert len(read(client).entries) == 1
    root = ElementTree.fromstring(client.get("/feed.atom").content)
    assert root.find(f"{ATOM}entry/{ATOM}title").text == f"Applications are open: mentees – {program.name}"


def test_an_unchanged_feed_is_not_sent_again(client, program, time_machine):
    time_machine.move_to(OPENS - SECOND)
    first = client.get("/feed.atom")
    time_machine.shift(timedelta(hours=1))
    assert client.get("/feed.atom", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert "max-age=60" in first["Cache-Control"]


def test_the_spanish_feed_speaks_spanish(client, call, time_machine):
    time_machine.move_to(OPENS, tick=False)
    found = read(client, "/es/feed.atom")
    assert found.feed.language == "es"
    assert found.entries[0].link.endswith(f"/es/apply/{call.slug}/")
    assert "29 de enero de 2027" in found.entries[0].summary
