"""Dates moved to the next cycle: weekdays, edges of months, leap days, seasons, clocks."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.planning.next_round.renaming import free, next_name, years_in
from programs.planning.next_round.shifting import Shift, by_months, is_edge, later, to_day

NEW_YORK = "America/New_York"


def shifted(day, months=12):
    return by_months(months, [day]).move(day)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2014, 8, 29), 12, date(2015, 8, 28)),  # Friday to Friday
        (date(2014, 10, 10), 12, date(2015, 10, 9)),
        (date(2027, 1, 29), 12, date(2028, 1, 28)),
        (date(2027, 3, 2), 12, date(2028, 3, 7)),  # Tuesday: 364 days would fall back into February
        (date(2028, 2, 29), 12, date(2029, 2, 28)),  # the last of February
        (date(2027, 2, 28), 12, date(2028, 2, 29)),
        (date(2028, 2, 28), 12, date(2029, 2, 26)),  # not the last: Monday to Monday
        (date(2018, 6, 1), 12, date(2019, 6, 1)),
        (date(2019, 4, 30), 12, date(2020, 4, 30)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2027, 3, 12), 6, date(2027, 9, 10)),
        (date(2026, 11, 22), 24, date(2028, 11, 19)),
    ],
)
def test_a_day_keeps_its_weekday_or_its_edge_of_the_month(day, months, expected):
    assert shifted(day, months) == expected


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from([6, 12, 18, 24, 36]))
def test_every_day_stays_in_its_month_on_its_weekday_or_at_its_edge(day, months):
    moved, target = shifted(day, months), later(day, months)
    assert (moved.year, moved.month) == (target.year, target.month)
    assert moved.weekday() == day.weekday() or (is_edge(day) and is_edge(moved))


@given(st.lists(st.dates(date(2000, 1, 1), date(2090, 1, 1)), min_size=2, max_size=4), st.integers(1, 40))
def test_days_of_one_row_stay_in_order(days, months):
    days = sorted(set(days))
    moved = by_months(months, days).together(*days)
    assert moved == sorted(set(moved))


def test_all_days_of_a_round_keep_their_distances():
    days = [date(2027, 3, 2), date(2027, 3, 19), date(2027, 9, 14)]
    moved = [by_months(12, days).move(day) for day in days]
    assert [day - moved[0] for day in moved] == [day - days[0] for day in days]


def test_an_unknown_moment_stays_unknown():
    shift = by_months(12, [date(2027, 3, 2)])
    assert shift.together(None, date(2027, 3, 19), None) == [None, date(2028, 3, 24), None]
    assert shift.instants(NEW_YORK, None, None) == [None, None]


def test_what_edges_would_put_out_of_order_moves_by_days():
    shift = Shift(12, 371)
    assert shift.together(date(2026, 8, 30), date(2026, 8, 31)) == [date(2027, 9, 5), date(2027, 9, 6)]


@pytest.mark.parametrize(
    ("months", "instant", "expected"),
    [
        # 11:59 pm in winter to 11:59 pm in summer, and back
        (6, datetime(2027, 1, 30, 4, 59, tzinfo=UTC), datetime(2027, 7, 31, 3, 59, tzinfo=UTC)),
        (6, datetime(2027, 7, 24, 3, 59, tzinfo=UTC), datetime(2028, 1, 22, 4, 59, tzinfo=UTC)),
        # 9 am the day after the clocks change, which a year later is the day they change
        (12, datetime(2026, 3, 9, 13, 0, tzinfo=UTC), datetime(2027, 3, 8, 14, 0, tzinfo=UTC)),
    ],
)
def test_clock_times_stay_on_the_local_clock(months, instant, expected):
    shift = Shift(months, {6: 182, 12: 364}[months])
    assert shift.instants(NEW_YORK, instant) == [expected]


def test_a_day_is_read_on_the_zones_clock_before_it_is_moved():
    """11:59 pm of April 30 in New York is May 1 in UTC."""
    closes = datetime(2027, 5, 1, 3, 59, tzinfo=UTC)
    assert Shift(12, 364).instants(NEW_YORK, closes) == [datetime(2028, 5, 1, 3, 59, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("precision", "starts", "ends", "expected"),
    [
        ("early", date(2026, 11, 9), None, (date(2027, 11, 9), None)),
        ("late", date(2028, 2, 29), None, (date(2029, 2, 28), None)),
        ("month", date(2014, 9, 1), date(2014, 10, 1), (date(2015, 9, 1), date(2015, 10, 1))),
        ("season", date(2026, 12, 15), None, (date(2027, 12, 15), None)),
        ("season", date(2027, 1, 15), None, (date(2028, 1, 15), None)),
        ("week", date(2026, 6, 1), None, (date(2027, 5, 31), None)),
        ("day", date(2014, 9, 1), date(2014, 10, 15), (date(2015, 9, 1), date(2015, 10, 14))),
        ("yearly", date(2018, 5, 1), None, (date(2018, 5, 1), None)),
        ("unknown", None, None, (None, None)),
    ],
)
def test_a_line_moves_as_precisely_as_it_is_known(precision, starts, ends, expected):
    assert tuple(Shift(12, 364).dated(precision, starts, ends)) == expected


def test_a_chosen_first_day_is_met_exactly():
    shift = to_day(date(2026, 9, 1), date(2027, 9, 13))
    assert shift.move(date(2026, 9, 1)) == date(2027, 9, 13)
    assert shift.move(date(2026, 9, 15)) == date(2027, 9, 15) + timedelta(days=12)
    assert shift.move(date(2026, 9, 30)) == date(2027, 9, 30)


def test_a_round_without_days_still_has_a_shift():
    assert by_months(12, []).months == 12


@pytest.mark.parametrize(
    ("name", "months", "expected"),
    [
        ("2018–2019", 12, "2019–2020"),
        ("2018–19", 12, "2019–20"),
        ("1999-00", 12, "2000-01"),
        ("2018-2019", 24, "2020-2021"),
        ("Fall 2014", 12, "Fall 2015"),
        ("Fall 2014", 6, "Spring 2015"),
        ("Spring 2015", 6, "Fall 2015"),
        ("Otoño de 2014", 6, "Primavera de 2015"),
        ("fall-2014", 12, "fall-2015"),
        ("Cohort 7", 12, "Cohort 7"),
        ("Round 20155", 12, "Round 20155"),
    ],
)
def test_years_and_halves_of_years_in_a_name_move(name, months, expected):
    assert next_name(name, months, months // 12) == expected


def test_years_are_read_from_a_name():
    assert years_in("2018–19 and Fall 2021") == {2018, 2019, 2021}


@pytest.mark.parametrize(
    ("wanted", "taken", "most", "expected"),
    [
        ("fall-2015", [], 40, "fall-2015"),
        ("fall", ["fall", "fall-2"], 40, "fall-3"),
        ("spring", ["spring"], 6, "spri-2"),
        ("", [], 40, "round"),
    ],
)
def test_a_short_name_is_free(wanted, taken, most, expected):
    assert free(wanted, taken, most) == expected
