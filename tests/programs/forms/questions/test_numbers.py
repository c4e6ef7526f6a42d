import pytest
from django.utils.translation import override

from programs.forms.questions import QUESTIONS

from .asking import definition, outcome, page, reading

INVALID = "Enter a number in digits, such as 12"
TWO = "“{}” can be two different numbers. Write it without a sign between the thousands."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12", "12"),
        ("0", "0"),
        ("-0", "0"),
        (" 1,200 ", "1200"),
        ("1 200 000", "1200000"),
        ("1’200", "1200"),
        ("1,200.50", "1200.5"),
        ("1.200,5", "1200.5"),
        ("12,5", "12.5"),
        (".5", "0.5"),
        ("−3", "-3"),
        ("+3", "3"),
        ("١٢", "12"),
        ("12 years", "12"),
        ("1.200", TWO.format("1.200")),
        ("1,20,000", INVALID),
        ("12 5", INVALID),
        ("1,200,5", INVALID),
        ("about 5", INVALID),
        ("5e3", INVALID),
        ("NaN", INVALID),
        ("²", INVALID),
        ("1.234.56", INVALID),
        ("1.25.", INVALID),
        ("0.125", "Use at most 2 decimals"),
        ("9" * 16, "Use at most 15 digits"),
        ("9" * 61, "Use at most 60 characters; this has 61"),
    ],
)
def test_a_number_is_understood_as_people_type_it(typed, kept):
    assert outcome(definition("number", decimals=2, unit="years"), typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("1.200,5", "1200.5"), ("1.200", "1200"), ("12,5", "12.5"), ("12.5", "12.5"), ("1200", "1200")]
)
def test_a_number_is_understood_as_people_type_it_in_spanish(typed, kept):
    with override("es"):
        assert outcome(definition("number", decimals=2), typed) == kept


def test_what_is_a_thousand_in_one_country_and_one_in_another_is_asked_again():
    with override("es"):
        assert "1,200" in outcome(definition("number", decimals=2), "1,200")


@pytest.mark.parametrize(
    ("limits", "typed", "told"),
    [
        ({"least": "0", "most": "60"}, "61", "Enter a number from 0 to 60"),
        ({"least": "0", "most": "60"}, "-1", "Enter a number from 0 to 60"),
        ({"least": "1000"}, "12", "Enter a number of at least 1,000"),
        ({"most": "2.5", "decimals": 1}, "2.6", "Enter a number up to 2.5"),
        ({}, "2.5", "Enter a whole number, without decimals"),
    ],
)
def test_what_does_not_fit_is_told_with_what_does(limits, typed, told):
    assert outcome(definition("number", **limits), typed) == told


def test_the_unit_stands_with_the_control_and_with_the_answer():
    question = definition("number", unit="years")
    assert '<span class="visually-hidden"> (years)</span>' in page(question)
    assert reading(question, "1200") == ["1,200 years"]


@pytest.mark.parametrize(("kept", "cell"), [("1200", 1200), ("0.5", 0.5), ("0", 0)])
def test_a_number_leaves_as_a_number(kept, cell):
    kind = QUESTIONS["number"]
    found = kind.cell(definition("number"), kind.restored(kept))
    assert (found, type(found)) == (cell, type(cell))
    assert kind.cell(definition("number"), None) is None
