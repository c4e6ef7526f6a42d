"""The way with today on it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from programs.applying.status.way import way
from programs.applying.status.words import Told
from programs.models import Application, Call, Program, Round

SENT = datetime(2026, 11, 21, 21, 5, tzinfo=UTC)
ROUND = {"decisions_by": date(2027, 3, 5), "starts": date(2027, 4, 1), "ends": date(2027, 12, 1)}


def stops(status, today, *, changed_at=None, at=None, **round):
    program = Program(code="X", time_zone="America/New_York")
    call = Call(round=Round(program=program, **ROUND | round))
    application = Application(call=call, submitted_at=SENT, changed_at=changed_at)
    return way(application, Told(status, at), datetime.combine(today, datetime.min.time(), UTC) + timedelta(hours=17))


def told(found):
    return [(stop.state, stop.when, stop.words) for stop in found]


def test_what_was_is_done_today_is_now_and_the_rest_is_to_come():
    assert told(stops("received", date(2026, 11, 28), changed_at=SENT + timedelta(days=2))) == [
        ("done", "November 21, 2026", "You sent your application"),
        ("done", "November 23, 2026", "You changed your application"),
        ("now", "Today, November 28, 2026", "The program’s committee reads every application"),
        ("", "Friday, March 5, 2027", "By this day we write to you with the decision, whatever it is"),
        ("", "Thursday, April 1, 2027", "Formal mentoring begins"),
    ]


def test_a_broken_promise_is_said():
    found = told(stops("received", date(2027, 3, 6)))
    assert "later than it promised" in found[1][2]
    assert not any("By this day" in words for _state, _when, words in found)


@pytest.mark.parametrize(
    ("today", "says"),
    [
        (date(2027, 3, 10), "before mentoring begins"),
        (date(2027, 4, 1), "under way"),
        (date(2027, 6, 1), "under way"),
        (date(2027, 12, 2), "Thank you"),
    ],
)
def test_whoever_is_accepted_is_told_where_the_round_is(today, says):
    found = stops("accepted", today, at=datetime(2027, 3, 4, tzinfo=UTC))
    assert [stop.state for stop in found].count("now") == 1
    assert says in next(stop.words for stop in found if stop.state == "now")
    assert [stop.state for stop in found] == sorted((stop.state for stop in found), key=["done", "now", ""].index)


def test_whoever_has_no_place_is_promised_nothing_of_this_round():
    assert [stop.state for stop in stops("declined", date(2027, 3, 10), at=SENT)][-1] == "now"


def test_days_are_those_of_the_programs_clock():
    found = stops("received", date(2026, 11, 28))
    assert found[0].when == "November 21, 2026"
    late = way_at(datetime(2026, 11, 29, 3, 0, tzinfo=UTC))
    assert late[1].when == "Today, November 28, 2026"


def way_at(now):
    call = Call(round=Round(program=Program(code="X", time_zone="America/New_York")))
    return way(Application(call=call, submitted_at=SENT), Told("received"), now)
