"""When a call takes applications, whatever is known of its ends; and that no reader takes a wrong day for the last one."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from programs.calendar.entries import call_entries
from programs.models import Call, Program, Role, Round
from programs.offer.call_state import CallState, call_sentence, call_state
from programs.offer.dates import ANYWHERE_ON_EARTH, clock, day, zone_words
from programs.offer.standing import ProgramState, standing
from programs.offer.timeline import timeline

ZONES = ["America/New_York", "America/Los_Angeles", "Pacific/Honolulu", "Pacific/Auckland", "Europe/Madrid"]
EDGES = [time(0, 0), time(0, 1), time(11, 59), time(12, 0), time(23, 58), time(23, 59), time(23, 59, 59)]
CLOCKS = st.sampled_from(EDGES) | st.times().map(lambda value: value.replace(microsecond=0))
DAYS = st.dates(date(2027, 1, 5), date(2027, 12, 20))
MINUTE = timedelta(minutes=1)


def a_call(*, zone="America/New_York", standing=False, draft=False, **fields):
    """A call with a form elsewhere, stored nowhere."""
    program = Program(pk=1, name="A program", time_zone=zone, code="ONE")
    round = Round(pk=1, program=program, name="2027", standing=standing, draft=draft, changed_at=NOW)
    role = Role(pk=1, key="mentor", name="mentor", plural="mentors", side="gives", program=program)
    call = Call(pk=1, round=round, role=role, slug="one", url="https://forms.example.org/", **fields)
    round.calls, round.milestones = [call], []
    program._prefetched_objects_cache, program.changed_at = {"rounds": [round]}, NOW
    return call


NOW = datetime(2027, 9, 3, 12, tzinfo=ZoneInfo("America/New_York"))


def at(month, number, hour=12):
    return datetime(2027, month, number, hour, tzinfo=ZoneInfo("America/New_York"))


def start_of(which, zone):
    return datetime.combine(which, time(), ZoneInfo(zone))


def takes(call, now):
    return call_state(call, now) == CallState.OPEN


@given(DAYS, CLOCKS, st.sampled_from(ZONES), st.booleans())
def test_the_day_a_sentence_names_for_closing_is_the_last_on_which_one_can_apply(which, typed, zone, anywhere):
    on = ANYWHERE_ON_EARTH if anywhere else zone
    closes = datetime.combine(which, typed, ZoneInfo(on))
    call = a_call(zone=zone, opens=closes - timedelta(days=4), closes=closes, anywhere_on_earth=anywhere)
    last = call.last_day
    assert takes(call, start_of(last, on))
    assert not takes(call, start_of(last + timedelta(days=1), on))
    told = call_sentence(call, now=closes - timedelta(days=3))
    assert f"{day(last)}, " in told
    assert zone_words(on) in told
    assert call_sentence(call, now=start_of(last, on)).startswith("Closes today")
    assert f"{day(last)}, " in call_sentence(call, now=closes + MINUTE)


@given(DAYS, CLOCKS, CLOCKS, st.sampled_from(ZONES), st.booleans())
def test_a_line_that_names_a_day_alone_means_all_of_it_and_else_says_the_time(which, begins, ends, zone, anywhere):
    on = ANYWHERE_ON_EARTH if anywhere else zone
    opens = datetime.combine(which, begins, ZoneInfo(on))
    closes = datetime.combine(which + timedelta(days=9), ends, ZoneInfo(on))
    call = a_call(zone=zone, opens=opens, closes=closes, anywhere_on_earth=anywhere)
    (line,) = timeline(call.round, which)
    first, last = date.fromisoformat(line.starts.iso), date.fromisoformat(line.ends.iso)
    assert takes(call, datetime.combine(last, time(), ZoneInfo(on)))
    if zone_words(on) not in line.starts.text:
        assert takes(call, start_of(first, zone))
    if zone_words(on) not in line.ends.text:
        assert takes(call, datetime.combine(last, time(23, 58), ZoneInfo(zone)))
        assert not takes(call, start_of(last + timedelta(days=1), zone))
    else:
        assert clock((closes - MINUTE if ends == time() else closes).astimezone(ZoneInfo(on)).time()) in line.ends.text


@given(DAYS, CLOCKS, st.sampled_from(ZONES))
def test_an_end_stands_in_calendars_on_a_day_that_counts(which, typed, zone):
    closes = datetime.combine(which, typed, ZoneInfo(zone))
    call = a_call(zone=zone, opens=closes - timedelta(days=4), closes=closes)
    (entry,) = (entry for entry in call_entries(call.round) if entry.key.endswith("closes"))
    assert entry.starts.date() == call.last_day


def test_a_call_that_closes_at_midnight_closes_the_day_before():
    call = a_call(opens=at(1, 4, 0), closes=at(1, 30, 0))
    assert call_sentence(call, now=at(1, 28)) == "Closes Friday, January 29, 2027, 11:59 pm Eastern, 1 day left."
    assert call_sentence(call, now=at(1, 29)) == "Closes today: Friday, January 29, 2027, 11:59 pm Eastern."
    assert [line.ends.text for line in timeline(call.round, date(2027, 1, 5))] == ["January 29, 2027"]


@pytest.mark.parametrize(
    ("how", "around", "now", "state", "sentence"),
    [
        ("early", date(2027, 9, 9), at(8, 20), "upcoming", "Opens in early September 2027."),
        (
            "early",
            date(2027, 9, 9),
            at(9, 3),
            "upcoming",
            "Is to open in early September 2027; the day is not announced yet.",
        ),
        (
            "early",
            date(2027, 9, 9),
            at(9, 11),
            "unknown",
            "Was to open in early September 2027, and nothing newer is announced: ask those who run the program.",
        ),
        ("mid", date(2027, 9, 9), at(9, 3), "upcoming", "Opens in the middle of September 2027."),
        ("season", date(2027, 10, 1), at(8, 3), "upcoming", "Opens in fall 2027."),
        ("yearly", date(2020, 2, 1), at(9, 3), "upcoming", "Opens every year in February."),
        ("yr-late", date(2020, 11, 1), at(9, 3), "upcoming", "Opens every year in late November."),
    ],
)
def test_an_opening_that_is_no_day_claims_none_and_opens_nothing(how, around, now, state, sentence):
    call = a_call(opens_precision=how, opens_around=around)
    assert call_state(call, now) == state
    assert call_sentence(call, now=now) == sentence
    assert standing(call.round.program, now).state == (ProgramState.SOON if state == "upcoming" else "nothing")
    assert standing(call.round.program, now).sentence == sentence


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1)), st.sampled_from(["early", "month", "season", "yearly"])
)
def test_nobody_can_apply_through_a_call_whose_opening_is_no_instant(now, how):
    call = a_call(opens_precision=how, opens_around=date(2027, 9, 9))
    assert not takes(call, now.replace(tzinfo=ZoneInfo("America/New_York")))


def test_a_closing_known_to_the_month_ends_the_call_with_its_last_day():
    call = a_call(opens=at(1, 4), closes_precision="late", closes_around=date(2027, 2, 3))
    told = "Closes in late February 2027; the day is not announced yet."
    assert call_sentence(call, now=at(2, 28, 23)) == told
    assert call_state(call, at(3, 1, 0)) == CallState.CLOSED
    assert call_sentence(call, now=at(3, 1, 0)) == "Was to close in late February 2027."


def test_a_deadline_without_an_opening_is_open_until_then_once_it_is_announced():
    call = a_call(closes=at(9, 30))
    assert takes(call, at(9, 1))
    assert not takes(call, at(9, 30))
    assert not takes(a_call(closes=at(9, 30), draft=True), at(9, 1))


def test_a_month_that_was_only_shifted_is_told_to_nobody():
    call = a_call(opens_precision="month", opens_around=date(2027, 9, 1), to_check=True)
    assert call_sentence(call, now=at(8, 1)) == "The dates are yet to be announced."
    assert timeline(call.round, date(2027, 8, 1)) == []


def test_a_standing_call_is_open_until_it_is_closed():
    call = a_call(standing=True)
    assert standing(call.round.program, NOW).sentence == "Mentors: apply any time."
    assert call_sentence(call, now=NOW) == "Apply any time."
    with translation.override("en"):
        call.closes = at(9, 1)
        assert call_state(call, NOW) == CallState.CLOSED


def test_a_month_that_begins_is_never_said_to_be_now():
    call = a_call(
        opens_precision="month",
        opens_around=date(2027, 9, 1),
        closes_precision="month",
        closes_around=date(2027, 10, 1),
    )
    (line,) = timeline(call.round, date(2027, 9, 15))
    assert (line.starts.text, line.ends.text, line.status) == ("September 2027", "October 2027", "")
    (line,) = timeline(call.round, date(2027, 8, 15))
    assert line.status == "next"


def test_a_month_stands_in_calendars_as_its_days_with_words_that_promise_none():
    call = a_call(opens_precision="early", opens_around=date(2027, 9, 1))
    (entry,) = call_entries(call.round)
    assert (entry.starts, entry.ends) == (date(2027, 9, 1), date(2027, 9, 10))
    assert entry.summary == "Early September 2027: applications are to open: mentors – A program"
    assert list(call_entries(a_call(opens_precision="yearly", opens_around=date(2027, 9, 1)).round)) == []
