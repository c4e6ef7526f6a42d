"""A round's dates as one ordered list, never more precise than they are known."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import translation

from programs.models import Milestone, Round
from programs.offer.dates import moment, zone_words
from programs.offer.timeline import Moment, timeline
from tests.factories import make_call, make_program, make_role, make_round

pytestmark = pytest.mark.django_db

TODAY = date(2027, 3, 10)


@pytest.fixture
def round():
    return make_round(make_program(time_zone="America/New_York"))


def line(round, label="Line", **fields):
    return Milestone.objects.create(round=round, label=label, **fields)


def only(round, today=TODAY):
    (found,) = timeline(round, today)
    return found


@pytest.mark.parametrize(
    ("precision", "starts", "ends", "said", "machine"),
    [
        ("day", date(2027, 1, 5), None, ["Tuesday, January 5, 2027"], ["2027-01-05"]),
        ("day", date(2027, 1, 5), date(2027, 1, 5), ["Tuesday, January 5, 2027"], ["2027-01-05"]),
        (
            "day",
            date(2027, 1, 5),
            date(2027, 2, 1),
            ["January 5, 2027", "February 1, 2027"],
            ["2027-01-05", "2027-02-01"],
        ),
        ("month", date(2027, 1, 5), None, ["January 2027"], ["2027-01"]),
        ("month", date(2026, 12, 1), date(2027, 1, 31), ["December 2026", "January 2027"], ["2026-12", "2027-01"]),
        ("week", date(2027, 1, 4), None, ["Week of January 4, 2027"], [""]),
        ("early", date(2026, 11, 3), None, ["Early November 2026"], ["2026-11"]),
        ("mid", date(2026, 11, 3), None, ["Mid-November 2026"], ["2026-11"]),
        ("late", date(2026, 11, 3), None, ["Late November 2026"], ["2026-11"]),
        ("early", date(2026, 11, 3), date(2027, 1, 9), ["Early November 2026", "Early January 2027"], None),
        ("season", date(2026, 3, 1), None, ["Spring 2026"], [""]),
        ("season", date(2026, 8, 31), None, ["Summer 2026"], [""]),
        ("season", date(2026, 9, 1), None, ["Fall 2026"], [""]),
        ("season", date(2026, 12, 31), None, ["Winter 2026–27"], [""]),
        ("season", date(2027, 2, 1), None, ["Winter 2026–27"], [""]),
        ("yearly", date(2027, 1, 5), None, ["January"], [""]),
        ("yearly", date(2027, 1, 1), date(2027, 2, 1), ["January", "February"], ["", ""]),
        ("unknown", None, None, [], []),
    ],
)
def test_a_line_says_no_more_than_is_known(round, precision, starts, ends, said, machine):
    line(round, precision=precision, starts=starts, ends=ends)
    shown = [end for end in (only(round).starts, only(round).ends) if end]
    assert [end.text for end in shown] == said
    assert machine is None or [end.iso for end in shown] == machine


def test_a_clock_time_stands_on_the_programs_clock(round):
    line(round, precision="clock", starts=date(2027, 1, 5), time=time(14, 30))
    assert only(round).starts == Moment("Tuesday, January 5, 2027, 2:30 pm Eastern", "2027-01-05")


def test_a_place_stands_beside_its_line(round):
    line(round, precision="season", starts=date(2027, 6, 1), place="ALA Annual, Chicago", conference=True)
    assert only(round).place == "ALA Annual, Chicago"


def test_a_date_that_is_still_to_be_checked_is_not_told(round):
    line(round, "First", starts=date(2027, 4, 1))
    line(round, "Conference", starts=date(2027, 6, 24), place="ALA Annual, Chicago", conference=True, to_check=True)
    line(round, "Last", starts=date(2027, 9, 1))
    found = timeline(round, TODAY)
    assert [(shown.label, bool(shown.starts), shown.place, shown.status) for shown in found] == [
        ("First", True, "", "next"),
        ("Conference", False, "", ""),
        ("Last", True, "", "next"),
    ]


def test_imprecise_dates_stand_in_spanish(round):
    said = {
        "early": "Principios de noviembre de 2026",
        "mid": "Mediados de noviembre de 2026",
        "late": "Finales de noviembre de 2026",
        "week": "Semana del 3 de noviembre de 2026",
        "season": "Otoño de 2026",
    }
    for precision in said:
        line(round, precision, precision=precision, starts=date(2026, 11, 3))
    with translation.override("es"):
        assert {found.label: found.starts.text for found in timeline(round, TODAY)} == said


def test_a_month_stands_in_spanish_with_a_capital(round):
    line(round, label_es="Orientación", precision="month", starts=date(2027, 1, 1))
    with translation.override("es"):
        assert (only(round).label, only(round).starts.text) == ("Orientación", "Enero de 2027")


def test_a_month_that_is_from_to_within_one_month_is_said_once(round):
    line(round, precision="month", starts=date(2027, 1, 1), ends=date(2027, 1, 31))
    assert (only(round).starts.text, only(round).ends) == ("January 2027", None)


@pytest.mark.parametrize(
    ("precision", "starts", "ends", "today", "status"),
    [
        ("day", date(2027, 3, 10), None, date(2027, 3, 9), "next"),
        ("day", date(2027, 3, 10), None, date(2027, 3, 10), "now"),
        ("day", date(2027, 3, 10), None, date(2027, 3, 11), "done"),
        ("day", date(2027, 3, 1), date(2027, 3, 10), date(2027, 3, 10), "now"),
        ("day", date(2027, 3, 1), date(2027, 3, 10), date(2027, 3, 11), "done"),
        ("month", date(2027, 2, 1), None, date(2027, 2, 28), "now"),
        ("month", date(2027, 2, 1), None, date(2027, 3, 1), "done"),
        ("month", date(2026, 12, 1), None, date(2026, 12, 31), "now"),
        ("month", date(2026, 12, 1), None, date(2027, 1, 1), "done"),
        ("month", date(2028, 2, 15), None, date(2028, 2, 29), "now"),
        ("week", date(2027, 3, 8), None, date(2027, 3, 14), "now"),
        ("week", date(2027, 3, 8), None, date(2027, 3, 15), "done"),
        ("early", date(2027, 3, 28), None, date(2027, 3, 1), "now"),
        ("early", date(2027, 3, 28), None, date(2027, 3, 11), "done"),
        ("mid", date(2027, 3, 1), None, date(2027, 3, 10), "next"),
        ("mid", date(2027, 3, 1), None, date(2027, 3, 20), "now"),
        ("late", date(2027, 2, 1), None, date(2027, 2, 28), "now"),
        ("late", date(2027, 2, 1), None, date(2027, 2, 20), "next"),
        ("season", date(2027, 2, 20), None, date(2026, 12, 1), "now"),
        ("season", date(2026, 12, 20), None, date(2027, 2, 28), "now"),
        ("season", date(2026, 12, 20), None, date(2027, 3, 1), "done"),
        ("season", date(2027, 3, 20), None, date(2027, 3, 1), "now"),
        ("season", date(2027, 5, 31), None, date(2027, 2, 28), "next"),
        ("clock", date(2027, 3, 10), None, date(2027, 3, 10), "now"),
        ("unknown", None, None, TODAY, ""),
    ],
)
def test_a_line_is_done_now_or_next(round, precision, starts, ends, today, status):
    line(round, precision=precision, starts=starts, ends=ends, time=time(9) if precision == "clock" else None)
    assert only(round, today).status == status


def test_imprecise_lines_stand_where_their_first_day_would(round):
    """Whatever day is stored: early November before November 5, a month before its days, fall before its months."""
    for label, precision, starts in [
        ("day", "day", date(2026, 11, 5)),
        ("late", "late", date(2026, 11, 1)),
        ("mid", "mid", date(2026, 11, 30)),
        ("early", "early", date(2026, 11, 30)),
        ("season", "season", date(2026, 11, 30)),
        ("october", "month", date(2026, 10, 31)),
        ("week", "week", date(2026, 11, 2)),
    ]:
        line(round, label, precision=precision, starts=starts)
    found = [shown.label for shown in timeline(round, TODAY)]
    assert found == ["season", "october", "early", "week", "day", "mid", "late"]


def test_a_month_of_every_year_claims_no_year(round):
    """The year that is stored only serves sorting: neither is it shown nor is anything over because of it."""
    line(round, precision="yearly", starts=date(2014, 3, 1))
    assert {only(round, date(year, 3, 15)).status for year in (2013, 2014, 2027)} == {""}


def test_lines_stand_in_order_with_undated_ones_last(round):
    line(round, "B to be announced", precision="unknown")
    line(round, "Late", starts=date(2027, 9, 1))
    line(round, "Early", starts=date(2027, 1, 1))
    line(round, "A to be announced", precision="unknown")
    line(round, "Short", starts=date(2027, 2, 1))
    line(round, "Long", starts=date(2027, 2, 1), ends=date(2027, 2, 20))
    assert [found.label for found in timeline(round, TODAY)] == [
        "Early",
        "Short",
        "Long",
        "Late",
        "A to be announced",
        "B to be announced",
    ]


def window(round, key, opens, closes):
    make_role(round.program, key, plural=f"{key}s")
    make_call(round.program, key, round=round, opens=opens, closes=closes)


def test_calls_and_promises_have_lines_of_their_own_on_the_programs_clock(round):
    opens, closes = datetime(2027, 1, 5, 14, tzinfo=UTC), datetime(2027, 1, 30, 4, 59, tzinfo=UTC)
    window(round, "mentee", opens, closes)
    window(round, "mentor", opens, closes)
    window(round, "peer", opens, None)
    window(round, "buddy", None, closes)
    Round.objects.update(decisions_by=date(2027, 3, 1), starts=date(2027, 3, 8), ends=date(2027, 9, 8))
    lines = timeline(Round.objects.get(), TODAY)
    shown = {line.label: (line.starts.iso, line.ends and line.ends.iso, line.status) for line in lines}
    (together,) = (label for label in shown if "mentors" in label)
    assert "mentees" in together
    assert shown == {
        together: ("2027-01-05", "2027-01-29", "done"),
        "Applications open: peers": ("2027-01-05", None, "now"),
        "Applications close: buddys": ("2027-01-29", None, "done"),
        "Decisions: every applicant hears by this day": ("2027-03-01", None, "done"),
        "Formal mentoring": ("2027-03-08", "2027-09-08", "now"),
    }


def test_a_formal_period_without_an_end_only_begins(round):
    Round.objects.update(starts=date(2027, 3, 8))
    assert only(Round.objects.get()).label == "Formal mentoring begins"


def test_dates_that_are_not_known_have_no_line(round):
    make_call(round.program, round=round, opens=None, closes=None)
    assert timeline(round, TODAY) == []


@pytest.mark.parametrize(
    ("zone", "word"),
    [
        ("America/New_York", "Eastern"),
        ("Pacific/Honolulu", "Honolulu time"),
        ("America/Argentina/La_Rioja", "La Rioja time"),
    ],
)
def test_a_zone_has_the_name_people_use(zone, word):
    assert zone_words(zone) == word


def test_an_instant_is_said_with_its_weekday_and_zone():
    instant = datetime(2027, 1, 30, 4, 59, tzinfo=UTC)
    assert moment(instant, "America/New_York") == "Friday, January 29, 2027, 11:59 pm Eastern"
    assert moment(instant, "Asia/Tokyo") == "Saturday, January 30, 2027, 1:59 pm Tokyo time"


def test_a_paused_program_has_no_windows_and_keeps_its_other_dates(round):
    make_call(round.program, round=round, preferred_by=datetime(2099, 1, 1, tzinfo=UTC), closes=None)
    round.program.paused, round.starts = True, date(2027, 3, 1)
    assert [line.label for line in timeline(round, TODAY)] == ["Formal mentoring begins"]


def test_lines_without_a_year_stand_in_the_order_of_the_editor(round):
    """Whatever years serve to store them; dated lines stand among them by their dates."""
    stored = [("Read", date(2027, 11, 1)), ("Matched", date(2027, 12, 1)), ("Begin", date(2027, 1, 1))]
    for place, (label, starts) in enumerate(stored):
        line(round, label, precision="yearly", starts=starts, sort_order=place)
    line(round, "Kick-off", starts=date(2027, 3, 1), sort_order=9)
    assert [found.label for found in timeline(round, TODAY)] == ["Kick-off", "Read", "Matched", "Begin"]
