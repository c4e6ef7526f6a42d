from datetime import date

import pytest
from django.utils.translation import override

from programs.forms.questions import QUESTIONS

from .asking import NAME, definition, outcome, page, reading


@pytest.mark.parametrize(
    "typed", ["12/18/2027", "2027-12-18", "Dec. 18, 2027", "Saturday, December 18th, 2027", "18 de diciembre de 2027"]
)
def test_a_day_is_read_as_staffs_days_are_and_said_again(typed):
    question = definition("date")
    assert outcome(question, typed) == "2027-12-18"
    assert "Saturday, December 18, 2027" in page(question, {NAME: typed})


@pytest.mark.parametrize(
    "typed", ["2/30/2027", "soon", "12/18", "December 18, 2027, 3 pm", "Friday, December 18, 2027"]
)
def test_what_is_no_day_is_told_and_kept_in_its_box(typed):
    html = page(definition("date"), {NAME: typed})
    assert f'value="{typed}"' in html
    assert "understood" not in html.split("</ul>")[-1]
    assert "field-wrong" in html


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ({"earliest": "2028-01-01"}, "Enter a date from January 1, 2028 on"),
        ({"latest": "2027-01-01"}, "Enter a date up to January 1, 2027"),
        (
            {"earliest": "2026-01-01", "latest": "2027-01-01"},
            "Enter a date from January 1, 2026 to January 1, 2027",
        ),
    ],
)
def test_a_day_out_of_range_is_told_with_the_range(limits, told):
    assert outcome(definition("date", **limits), "2027-12-18") == told


def test_a_day_reads_in_words_in_the_readers_language_and_leaves_as_a_day():
    question = definition("date")
    assert reading(question, "2027-12-18") == ["Saturday, December 18, 2027"]
    with override("es"):
        assert reading(question, "2027-12-18") == ["Sábado 18 de diciembre de 2027"]
    assert QUESTIONS["date"].cell(question, date(2027, 12, 18)) == date(2027, 12, 18)


@pytest.mark.parametrize(
    "typed", ["May 2027", "may, 2027", "5/2027", "05-2027", "2027-05", "mayo de 2027", "May of 2027"]
)
def test_a_month_is_read_with_its_year(typed):
    question = definition("month")
    assert outcome(question, typed) == "2027-05"
    assert reading(question, "2027-05") == ["May 2027"]
    assert QUESTIONS["month"].cell(question, date(2027, 5, 1)) == "2027-05"


@pytest.mark.parametrize("typed", ["May", "2027", "13/2027", "0/2027", "May 27", "5/3/2027", "³/2027"])
def test_what_is_no_month_with_a_year_is_told(typed):
    assert outcome(definition("month"), typed) == "Enter a month and a year, such as December 2027 or 12/2027"


def test_a_year_that_nobody_means_is_told():
    assert outcome(definition("month"), "May 1200") == "Choose a day from 1900 to 2199."
