"""Typed dates: wrong weekdays, periods that run backward, lengths that disagree, deadlines gone by."""

from datetime import date

import pytest
from django.utils import translation

from portal.checks.reading.dates import (
    backward_periods,
    dates_gone_by,
    impossible_dates,
    wrong_lengths,
    wrong_weekdays,
)
from portal.checks.reading.lengths import lengths, months_between
from portal.checks.reading.typed_dates import periods, typed_dates

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Apply by Friday, August 30, 2014.", "Saturday"),
        ("hasta el viernes 30 de agosto de 2014", "Saturday"),
        ("Fri., Aug. 30, 2014", "Saturday"),
        ("Thurs 29 August 2014", "Friday"),
        ("miércoles, 1 de enero de 2027", "Friday"),
    ],
)
def test_a_wrong_weekday_is_told_with_the_right_one(text, weekday):
    (said,) = wrong_weekdays(text)
    assert f"a {weekday}." in said


@pytest.mark.parametrize(
    "text",
    [
        "Friday, August 29, 2014",
        "Fri., Aug. 29, 2014",
        "viernes 29 de agosto de 2014",
        "On Monday, November 18, 2013, ALSC hosted a forum.",
        "Friday, January 29",
        "Friday mornings in May 2014",
        "Sunday school, October 2014",
    ],
)
def test_a_right_weekday_or_one_without_a_whole_date_is_left_alone(text):
    assert not list(wrong_weekdays(text))


def test_a_weekday_is_told_in_the_editors_language():
    with translation.override("es"):
        (said,) = wrong_weekdays("viernes 30 de agosto de 2014")
    assert "sábado" in said


@pytest.mark.parametrize("text", ["February 30, 2015", "31 de abril de 2027", "June 31"])
def test_a_day_that_no_calendar_has_is_told(text):
    assert len(list(impossible_dates(f"Apply until {text}."))) == 1


@pytest.mark.parametrize("text", ["February 29", "February 28, 2015", "May 2015", "29 de febrero de 2028"])
def test_a_day_that_may_be_is_left_alone(text):
    assert not list(impossible_dates(text))


@pytest.mark.parametrize(
    "text",
    [
        "June 1, 2019 to April 30, 2018",
        "Oct 15 - Sept 1, 2014",
        "June 30-25, 2020",
        "del 15 de octubre al 1 de septiembre de 2014",
        "begins June 1, 2019 and ends April 30, 2018",
        "empieza el 1 de junio de 2019 y termina el 30 de abril de 2018",
        "March – January 2015",
    ],
)
def test_a_period_that_ends_before_it_begins_is_told(text):
    (said,) = backward_periods(text)
    assert "ends before it begins" in said


@pytest.mark.parametrize(
    "text",
    [
        "June 1, 2018 to April 30, 2019",
        "Sept 1 - Oct 15, 2014",
        "November 15 – February 1, 2015",
        "Jan. 24-28, 2020",
        "January – February 2015",
        "del 24 al 28 de enero de 2020",
        "Meetings: June 1, 2019, April 30, 2018",
        "June 1, 2019 and April 30, 2018",
        "May 10, 2019 – 9 am",
        "Oct 15 - Sept 1",
    ],
)
def test_a_period_that_runs_forward_and_mere_lists_are_left_alone(text):
    assert not list(backward_periods(text))


def test_a_range_of_days_is_one_period():
    (period,) = periods("Chicago, June 25-30, 2020, all days")
    assert (period.starts, period.ends, period.text) == (date(2020, 6, 25), date(2020, 6, 30), "June 25-30, 2020")


def test_a_verb_is_no_month():
    assert not [typed for typed in typed_dates("You may march on, sun or no sun.") if typed.day or typed.year]


@pytest.mark.parametrize(
    "text",
    [
        "June 1, 2018 and ends April 30, 2019 (10 months)",
        "June 1, 2018 – April 30, 2019 (one year)",
        "del 1 de junio de 2018 al 30 de abril de 2019 (10 meses)",
        "A 10-month program (June 1, 2018 to April 30, 2019)",
    ],
)
def test_a_length_that_its_dates_do_not_have_is_told_with_what_they_have(text):
    (said,) = wrong_lengths(text)
    assert "lasts 11 months" in said


@pytest.mark.parametrize(
    "text",
    [
        "June 1, 2018 to April 30, 2019 (11 months)",
        "June 1, 2018 to May 31, 2019 (one year)",
        "September 15, 2018 to September 10, 2019 (12 months)",
        "June 1, 2018 to April 30, 2019, for people with (10 years) behind them",
        "Apply from June 1, 2018 to June 30, 2018. The program runs for one year.",
    ],
)
def test_a_length_that_fits_or_is_said_of_something_else_is_left_alone(text):
    assert not list(wrong_lengths(text))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("a one-year program", 12),
        ("A 10-month commitment", 10),
        ("commit to one year in the program", 12),
        ("lasts six months", 6),
        ("un programa de diez meses", 10),
        ("dura dos años", 24),
    ],
)
def test_lengths_of_programs_are_read(text, months):
    assert [length.months for length in lengths(text)] == [months]


@pytest.mark.parametrize(
    "text",
    ["five years of experience", "apply twice a year", "less than two years in the field", "for five years of service"],
)
def test_other_lengths_are_none_of_a_program(text):
    assert not list(lengths(text))


def test_months_count_the_last_day():
    assert months_between(date(2018, 6, 1), date(2019, 4, 30)) == 11
    assert months_between(date(2018, 6, 1), date(2018, 6, 30)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The deadline to apply for the program is Friday, August 29, 2014.",
        "Applicants will be notified of their status by Friday, October 10, 2014.",
        "Apply no later than October 10, 2014.",
        "Join us on Nov. 21, 2026!",
        "Las solicitudes se admiten hasta el 29 de agosto de 2014.",
        "El plazo es el viernes 29 de agosto de 2014.",
    ],
)
def test_a_date_gone_by_in_a_sentence_that_looks_ahead_is_told(text):
    assert len(list(dates_gone_by(text, TODAY))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, November 18, 2013, ALSC hosted a live mentoring forum.",
        "The deadline was August 29, 2014.",
        "The call closed on August 29, 2014. We will tell you more.",
        "Apply by November 22, 2026.",
        "Apply by December 1, 2026.",
        "ALA Annual 2020 (Chicago, June 25-30, 2020)",
        "The deadline is in January.",
        "El plazo terminó el 29 de agosto de 2014.",
    ],
)
def test_history_and_what_is_still_to_come_are_left_alone(text):
    assert not list(dates_gone_by(text, TODAY))
