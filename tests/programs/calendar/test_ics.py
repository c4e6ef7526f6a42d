"""Calendars to subscribe to, as other programs read them."""

import html
import json
import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.conf import settings
from django.utils import timezone
from wagtail.models import PageViewRestriction

from portal.texts.pasted import tidy
from programs.calendar import ics
from programs.calendar.entries import Entry, before
from programs.models import Milestone, Program
from tests.factories import make_call, make_program, make_program_page, make_role, make_round

from . import golden
from .reading import check_lines, read

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
OPENS = timezone.now().replace(microsecond=0) + timedelta(days=20)
CLOSES = OPENS + timedelta(days=20)


@pytest.fixture
def program():
    program = make_program("ALSC", name="ALSC Mentoring Program", time_zone="America/New_York")
    make_program_page(program, slug="alsc")
    return program


@pytest.fixture
def round(program):
    return make_round(program)


def events(client, path="/calendar/ALSC.ics"):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return read(response.content)


def test_a_call_stands_in_the_calendar_at_its_opening_soft_deadline_and_closing(client, program):
    call = make_call(program, opens=OPENS, preferred_by=OPENS + timedelta(days=5), closes=CLOSES)
    found = events(client)
    keys = {f"call-{call.pk}-{what}" for what in ("opens", "soft", "closes")}
    assert found.keys() == keys
    opening, closing = found[f"call-{call.pk}-opens"], found[f"call-{call.pk}-closes"]
    assert opening["DTSTART"].dt == OPENS
    assert closing["DTEND"].dt == CLOSES
    half_an_hour = timedelta(minutes=30)
    assert [entry["DTEND"].dt - entry["DTSTART"].dt for entry in found.values()] == [half_an_hour] * 3
    assert opening["SUMMARY"] == "Applications open: mentees – ALSC Mentoring Program"
    assert opening["URL"] == f"{settings.SITE_URL}/apply/{call.slug}/"
    assert opening["STATUS"] == "CONFIRMED"
    assert opening["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize(("anywhere", "zone"), [(False, "Eastern"), (True, "anywhere on Earth")])
def test_the_clock_it_was_meant_on_survives(client, program, anywhere, zone):
    instant = datetime(2027, 1, 30, 4, 59, tzinfo=UTC)
    call = make_call(program, opens=OPENS, closes=instant + timedelta(hours=7 * anywhere), anywhere_on_earth=anywhere)
    [closing] = [event for key, event in events(client).items() if key == f"call-{call.pk}-closes"]
    assert closing["DESCRIPTION"] == f"Friday, January 29, 2027, 11:59 pm {zone}"
    assert b"X-WR-TIMEZONE:America/New_York" in client.get("/calendar/ALSC.ics").content


def test_days_are_whole_and_end_on_the_day_after(client, round):
    round.decisions_by, round.starts, round.ends = TODAY, TODAY, TODAY + timedelta(days=300)
    round.save()
    found = events(client)
    assert {key.split("-")[-1] for key in found} == {"decisions", "starts", "ends"}
    for key, day in ((f"round-{round.pk}-decisions", TODAY), (f"round-{round.pk}-ends", round.ends)):
        assert found[key]["DTSTART"].dt == day
        assert found[key]["DTEND"].dt == day + timedelta(days=1)
    assert found[f"round-{round.pk}-starts"]["URL"] == f"{settings.SITE_URL}/alsc/"


@pytest.mark.parametrize(
    ("precision", "starts", "ends", "first", "after", "words"),
    [
        ("day", date(2027, 3, 3), None, date(2027, 3, 3), date(2027, 3, 4), ""),
        ("day", date(2027, 3, 3), date(2027, 3, 5), date(2027, 3, 3), date(2027, 3, 6), ""),
        ("week", date(2027, 3, 1), None, date(2027, 3, 1), date(2027, 3, 8), "Week of March 1, 2027: "),
        ("early", date(2027, 11, 1), None, date(2027, 11, 1), date(2027, 11, 11), "Early November 2027: "),
        ("late", date(2027, 2, 1), None, date(2027, 2, 21), date(2027, 3, 1), "Late February 2027: "),
        ("month", date(2027, 6, 1), date(2027, 8, 1), date(2027, 6, 1), date(2027, 9, 1), "June 2027 – August 2027: "),
        ("season", date(2027, 10, 1), None, date(2027, 9, 1), date(2027, 12, 1), "Fall 2027: "),
    ],
)
def test_a_milestone_is_as_long_as_it_is_known_and_says_so(client, round, precision, starts, ends, first, after, words):
    Milestone.objects.create(round=round, label="Training", precision=precision, starts=starts, ends=ends)
    [event] = events(client).values()
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, after)
    assert event["SUMMARY"] == f"{words}Training – ALSC Mentoring Program"


def test_a_milestone_with_a_clock_time_stands_on_the_programs_clock(client, round):
    Milestone.objects.create(
        round=round, label="Kickoff", precision="clock", starts=date(2027, 3, 15), time=time(18, 30), place="Online"
    )
    [event] = events(client).values()
    assert event["DTSTART"].dt == datetime(2027, 3, 15, 22, 30, tzinfo=UTC)
    assert event["LOCATION"] == "Online"
    assert event["DESCRIPTION"] == "Monday, March 15, 2027, 6:30 pm Eastern"


@pytest.mark.parametrize(("precision", "starts"), [("yearly", date(2027, 6, 1)), ("unknown", None)])
def test_no_day_is_invented(client, round, precision, starts):
    Milestone.objects.create(round=round, label="Training", precision=precision, starts=starts)
    assert not events(client)


def test_a_date_that_is_still_to_be_checked_is_not_told(client, round):
    Milestone.objects.create(round=round, label="Training", starts=TODAY, to_check=True)
    assert not events(client)


def test_hard_characters_survive_and_lines_are_folded(client, round):
    label = "Línea; coma, barra\\ y “comillas”: 😀 " * 5
    Milestone.objects.create(round=round, label=label[:200], starts=TODAY, place="Sala 1, 2; \\n")
    [event] = events(client).values()
    assert event["SUMMARY"] == f"{label[:200]} – ALSC Mentoring Program"
    assert event["LOCATION"] == "Sala 1, 2; \\n"


def test_the_key_stays_and_the_sequence_grows_when_a_date_moves(client, program, time_machine):
    time_machine.move_to(datetime(2026, 11, 22, 12, tzinfo=UTC))
    program.save()  # changed then, too, not whenever the test runs
    call = make_call(program, opens=OPENS, closes=CLOSES)
    before = events(client)[f"call-{call.pk}-closes"]
    time_machine.move_to(datetime(2026, 11, 22, 12, 1, tzinfo=UTC))
    call.closes += timedelta(days=1)
    call.save()
    call.round.save()
    after = events(client)[f"call-{call.pk}-closes"]
    assert after["UID"] == before["UID"]
    assert after["DTSTART"].dt == before["DTSTART"].dt + timedelta(days=1)
    assert after["SEQUENCE"] == before["SEQUENCE"] + 60
    assert after["LAST-MODIFIED"].dt == after["DTSTAMP"].dt == before["DTSTAMP"].dt + timedelta(minutes=1)


def test_a_round_that_is_called_off_is_cancelled(client, program):
    call = make_call(program, round=make_round(program, starts=TODAY, called_off=True), opens=OPENS, closes=CLOSES)
    found = events(client)
    assert {str(event["STATUS"]) for event in found.values()} == {"CANCELLED"}
    assert found[f"call-{call.pk}-opens"]["SUMMARY"].startswith("Canceled: Applications open")


def test_a_paused_program_cancels_the_calls_to_come_and_keeps_what_was(client, program, time_machine):
    """What was over stays as it was, also when the clock goes on while the program is paused."""
    call = make_call(program, round=make_round(program, starts=TODAY), opens=OPENS, closes=CLOSES)
    time_machine.move_to(OPENS + timedelta(days=1))
    program.paused = True
    program.save()
    for now in (OPENS + timedelta(days=1), CLOSES + timedelta(days=1)):
        time_machine.move_to(now)
        status = {key: str(event["STATUS"]) for key, event in events(client).items()}
        assert status == {
            f"call-{call.pk}-opens": "CONFIRMED",
            f"call-{call.pk}-closes": "CANCELLED",
            f"round-{call.round_id}-starts": "CONFIRMED",
        }
        program.save()  # whatever else is changed of it, it is paused since then


def test_a_year_back_is_enough(client, program):
    make_round(program, starts=TODAY - timedelta(days=366))
    late = make_round(program, starts=TODAY - timedelta(days=365))
    assert events(client).keys() == {f"round-{late.pk}-starts"}


def test_only_what_is_public(client, program):
    """No draft, no page behind a lock, no program that runs elsewhere; nothing of another program in one's own."""
    draft, locked, affiliate = make_program("DRAFT"), make_program("LOCKED"), make_program("FAR", kind="affiliate")
    make_program_page(draft, live=False)
    PageViewRestriction.objects.create(page=make_program_page(locked), restriction_type="login")
    make_program_page(affiliate)
    shown = make_round(program, starts=TODAY)
    for hidden in (draft, locked, affiliate):
        make_round(hidden, starts=TODAY)
        assert client.get(f"/calendar/{hidden.code}.ics").status_code == 404
    assert events(client).keys() == events(client, "/calendar.ics").keys() == {f"round-{shown.pk}-starts"}
    assert client.get("/calendar/NONE.ics").status_code == 404


def test_each_language_has_its_calendar_with_the_same_keys(client, program):
    call = make_call(program, role="mentor", round=make_round(program, starts=TODAY))
    call.role.plural_es = "mentores y mentoras"
    call.role.save()
    english, spanish = events(client), events(client, "/es/calendar/ALSC.ics")
    assert english.keys() == spanish.keys()
    key = f"call-{call.pk}-opens"
    assert "mentores y mentoras" in spanish[key]["SUMMARY"]
    assert "mentores y mentoras" not in english[key]["SUMMARY"]
    assert spanish[key]["URL"] == f"{settings.SITE_URL}/es/apply/{call.slug}/"


def test_who_has_the_calendar_is_told_so_and_gets_every_change(client, program):
    make_call(program, opens=OPENS, closes=CLOSES)
    first = client.get("/calendar/ALSC.ics")
    again = client.get("/calendar/ALSC.ics", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Program.objects.update(name="Another name")
    changed = client.get("/calendar/ALSC.ics", headers={"if-none-match": first["ETag"]})
    assert (changed.status_code, "max-age=300" in changed["Cache-Control"]) == (200, True)
    assert client.post("/calendar/ALSC.ics").status_code == 405


def test_it_has_a_name_and_says_when_to_ask_again(client, program):
    content = client.get("/calendar/ALSC.ics").content.decode()
    assert not read(content.encode())
    for line in ("X-WR-CALNAME:ALSC Mentoring Program", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"):
        assert f"\r\n{line}\r\n" in content


def test_queries_do_not_grow(client, program, django_assert_num_queries, django_assert_max_num_queries):
    def fill(program):
        for _ in range(2):
            round = make_round(program, starts=TODAY)
            make_call(program, round=round)
            Milestone.objects.create(round=round, label="Training", starts=TODAY)

    fill(program)
    client.get("/calendar.ics")
    with django_assert_max_num_queries(12) as one:
        client.get("/calendar.ics")
    for _ in range(29):
        other = make_program()
        make_role(other, "mentor")
        make_program_page(other)
        fill(other)
    with django_assert_num_queries(len(one)):
        client.get("/calendar.ics")


def test_a_season_stays_for_a_year_after_its_last_day(client, round, time_machine):
    """Whatever day of it is stored."""
    Milestone.objects.create(round=round, label="Training", precision="season", starts=date(2026, 10, 1))
    time_machine.move_to(datetime(2027, 11, 20, 12, tzinfo=UTC))
    assert len(events(client)) == 1
    time_machine.move_to(datetime(2027, 12, 2, 12, tzinfo=UTC))
    assert not events(client)


TEXTS = [
    "a, b; c\\d: \\n \\, “e”",
    "línea\r\nnueva\ry\notra",
    "Ñ" * 90,
    "a" + "😀" * 60,
    "مواعيد التقديم " * 12,
    "\u200fעברית, English (ltr) " * 9,
    "x\u2028y\x85z\x0bw",
    "\tCalle de Alcalá, 49; 2.º izq.\t",
    "x" * 75,
    "x" * 74 + "ñ",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_library_writes_texts_no_otherwise(text):
    starts = datetime(2027, 3, 14, 7, 0, tzinfo=UTC)
    entry = Entry("key-1", text, starts, datetime(2026, 1, 1, 12, tzinfo=UTC), place=text, detail=text)
    content = ics.write("Ñ", [entry])
    check_lines(content)
    [event] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    plain = re.sub("\r\n?|[\x0b\x85\u2028]", "\n", text)
    assert [str(event[name]) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")] == [plain] * 3
    theirs = icalendar.Event()
    theirs.add("summary", plain)
    ours = [line for line in content.replace(b"\r\n ", b"").split(b"\r\n") if line.startswith(b"SUMMARY")]
    assert theirs.to_ical().replace(b"\r\n ", b"").split(b"\r\n")[1:2] == ours


def test_control_characters_are_left_out_and_the_first_year_is_written_in_four_digits():
    entry = Entry("key-1", "a\x00b\x07c\x1fd", date(2027, 1, 1), datetime.min.replace(tzinfo=UTC))
    content = ics.write("x", [entry])
    assert b"SUMMARY:abcd\r\n" in content
    assert b"DTSTAMP:00010101T000000Z\r\n" in content


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Lord_Howe", "Pacific/Chatham", "Asia/Kathmandu"])
@pytest.mark.parametrize("day", [date(2027, 3, 14), date(2027, 11, 7), date(2027, 4, 4), date(2027, 10, 3)])
def test_a_deadline_ends_half_an_hour_that_is_half_an_hour_where_clocks_change(zone, day):
    for clock in (0, 1, 2, 3, 23):
        at = datetime.combine(day, time(clock, 59), ZoneInfo(zone))
        [event] = icalendar.Calendar.from_ical(ics.write("x", [deadline("key", at)])).walk("VEVENT")
        assert event["DTEND"].dt == at.astimezone(UTC)
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=30)


def deadline(key, at):
    return Entry(key, "Applications close", starts=before(at), ends=at, changed=at)


def test_other_readers_read_what_was_meant():
    """ical.js and rss-parser were asked what they read: see renew_answers.py."""
    answers = json.loads(Path(__file__).with_name("answers.json").read_text())
    assert golden.calendar().decode() == answers["sources"]["calendar"]
    assert golden.news().decode() == answers["sources"]["feed"]
    ours = {str(key): entry for key, entry in read(golden.calendar()).items()}
    for event in answers["events"]:
        entry = ours.pop(event["uid"].split("@")[0])
        dates = [as_text(entry[name].dt) for name in ("DTSTART", "DTEND")]
        assert [event["starts"], event["ends"]] == dates
        texts = [
            str(entry[name]) if name in entry else None for name in ("SUMMARY", "LOCATION", "DESCRIPTION", "STATUS")
        ]
        assert [event["summary"], event["place"], event["detail"], event["status"]] == texts
        assert event["sequence"] == entry["SEQUENCE"]
    assert ours == {}
    theirs = {entry["id"].split(":")[-1]: entry for entry in answers["entries"]}
    assert theirs.keys() == {row.key for row in golden.NEWS}
    for row in golden.NEWS:
        entry = theirs[row.key]
        assert (entry["title"], entry["link"]) == (tidy(row.title), row.url)
        assert datetime.fromisoformat(entry["pubDate"]) == row.at
        assert html.unescape(entry["summary"]) == row.text


def as_text(value):
    return f"{value:%Y-%m-%dT%H:%M:%SZ}" if isinstance(value, datetime) else f"{value}"


def test_an_event_in_the_hour_that_clocks_skip_does_not_end_before_it_begins():
    starts, ends = (datetime(2027, 3, 14, *clock, tzinfo=ZoneInfo("America/New_York")) for clock in ((2, 30), (3, 15)))
    entry = Entry(key="event-1", summary="Night", starts=starts, ends=ends, changed=starts)
    [found] = read(ics.write("All", [entry])).values()
    assert found["DTSTART"].dt == datetime(2027, 3, 14, 7, 30, tzinfo=UTC)
    assert found["DTEND"].dt == datetime(2027, 3, 14, 8, tzinfo=UTC)
