"""Dates as staff type them: what is understood, what is refused and why, and that a shown value reads back as itself."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from portal.date_fields.asked import Asked, Kind
from portal.date_fields.reading import in_words, read, shown

NEW_YORK = "America/New_York"
DAY, TIME = Asked(Kind.DAY), Asked(Kind.TIME)
OPENS, CLOSES = Asked(Kind.MOMENT, zone=NEW_YORK), Asked(Kind.MOMENT, ends=True, zone=NEW_YORK)
LANGUAGES = st.sampled_from(["en", "es"])
DAYS = st.dates(date(1900, 1, 2), date(2199, 12, 30))


def read_in(language, text, asked):
    with translation.override(language):
        return read(text, asked)


def refused(language, text, asked):
    with translation.override(language), pytest.raises(ValidationError) as error:
        read(text, asked)
    return " ".join(error.value.messages)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "text",
    [
        "2028-01-05",
        "2028-1-5",
        "2028/01/05",
        "January 5, 2028",
        "JANUARY 5 2028",
        "Jan 5 2028",
        "Jan. 5, 2028",
        "5 January 2028",
        "5-Jan-2028",
        "January 5th, 2028",
        "the 5th of January, 2028",
        "Wednesday, January 5, 2028",
        "Wed Jan 5 2028",
        "5 de enero de 2028",
        "5 de enero del 2028",
        "el miércoles, 5 de enero de 2028",
        "mié. 5 ene. 2028",
        "enero 5 de 2028",
        "mie\u0301rcoles 5 de enero de 2028",
        "\u00a0January\u202f5,\u00a02028. ",
    ],
)
def test_a_day_is_understood_in_either_language(language, text):
    assert read_in(language, text, DAY) == date(2028, 1, 5)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "12/18/2027", date(2027, 12, 18)),
        ("en", "12/5/2027", date(2027, 12, 5)),
        ("en", "Saturday, 12/18/2027", date(2027, 12, 18)),
        ("es", "12/18/2027", date(2027, 12, 18)),
        ("es", "18/12/2027", date(2027, 12, 18)),
        ("es", "3/3/2028", date(2028, 3, 3)),
        ("en", "18.12.2027", date(2027, 12, 18)),
        ("es", "primero de mayo de 2028", date(2028, 5, 1)),
        ("es", "1.º de mayo de 2028", date(2028, 5, 1)),
    ],
)
def test_numbers_are_a_day_where_they_can_be_no_other(language, text, day):
    assert read_in(language, text, DAY) == day


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        ("en", "2027-02-30", "February 2027 has no day 30."),
        ("en", "13/45/2027", "There is no month 13."),
        ("en", "18/12/2027", "There is no month 18."),
        ("en", "sometime", "This is not understood as a date."),
        ("en", "12/5/27", "with four digits"),
        ("en", "January 5, '28", "with four digits"),
        ("en", "December 18", "Write the year too"),
        ("en", "January 2028", "This is not understood"),
        ("en", "Jan. 24-28, 2020", "This is not understood"),
        ("en", "2027-12-18 or so", "This is not understood"),
        ("en", "5.1.2028", "“5.1” can be two different days."),
        ("en", "Tuesday, January 5, 2028", "January 5, 2028 is a Wednesday, not a Tuesday."),
        ("en", "January 5, 3028", "from 1900 to 2199"),
        ("en", "12/5/2027 11:59 pm", "Only a day is asked for here."),
        ("en", "1" * 5000, "This is not understood"),
    ],
)
def test_what_is_not_sure_is_refused_with_a_reason(language, text, why):
    assert why in refused(language, text, DAY)


@pytest.mark.parametrize("text", ["5/1/2028", "05/01/2028", "5-1-2028", "1.5.2028"])
def test_in_spanish_numbers_that_can_be_two_days_are_neither(text):
    refused("es", text, DAY)


@pytest.mark.parametrize(
    "clock",
    [
        "23:59",
        "T23:59",
        "11:59 pm",
        "11:59PM",
        "11:59\u202fp.m.",
        "11:59 p. m.",
        "at 11:59 p.m.",
        "a las 23:59 h",
        "23.59",
        "11:59 pm Eastern",
        "",
    ],
)
def test_the_clock_of_a_deadline(clock):
    """Without one, the whole day counts."""
    typed = f"2027-12-05{clock}" if clock.startswith("T") else f"December 5, 2027 {clock}"
    assert read(typed, CLOSES) == datetime(2027, 12, 5, 23, 59, tzinfo=ZoneInfo(NEW_YORK))


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("12/5/2027", 0),
        ("12/5/2027 at midnight", 0),
        ("12/5/2027 12:00 am", 0),
        ("12/5/2027, noon", 12),
        ("12/5/2027 12 pm", 12),
        ("5 de diciembre de 2027 al mediodía", 12),
        ("12/5/2027 9am", 9),
        ("9 a.m. on December 5, 2027", 9),
        ("2027-12-05T14:00Z", 9),
        ("2027-12-05 16:00+02:00", 9),
    ],
)
def test_the_clock_of_an_opening(text, hour):
    assert read(text, OPENS) == datetime(2027, 12, 5, hour, tzinfo=ZoneInfo(NEW_YORK))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("December 5, 2027 at midnight", "Midnight can be the beginning or the end of a day."),
        ("December 5, 2027 at 9", "This is not understood"),
        ("December 5, 2027 25:00", "“25:00” is no time of day."),
        ("December 5, 2027 13 pm", "“13 pm” is no time of day."),
        ("December 5, 2027, 11:59 pm Pacific", "This is not understood"),
        ("11:59 pm", "This is not understood"),
        ("2027-03-14 02:30", "2:30 am does not exist on March 14, 2027"),
        ("2027-11-07 01:30", "Write 2027-11-07 01:30-04:00 or 2027-11-07 01:30-05:00."),
    ],
)
def test_a_deadline_that_is_not_sure_is_refused_with_a_reason(text, why):
    assert why in refused("en", text, CLOSES)


@pytest.mark.parametrize("text", ["15:30", "3:30 pm", "3:30 P.M.", "15.30", "15h30", "a las 15:30", "3:30 p. m."])
def test_a_time_of_day(text):
    assert read(text, TIME) == time(15, 30)


@pytest.mark.parametrize("text", ["three", "15", "25:00", "3 pm tomorrow", "2027-12-18 15:30", "15:30Z"])
def test_what_is_no_time_of_day_is_refused(text):
    assert "15:30" in refused("en", text, TIME) or "23:59" in refused("en", text, TIME)


def test_a_date_is_said_with_its_weekday_and_its_zone():
    closes = datetime(2027, 12, 6, 4, 59, tzinfo=UTC)
    assert in_words(closes, CLOSES) == "Sunday, December 5, 2027, 11:59 pm Eastern"
    with translation.override("es"):
        assert in_words(date(2027, 12, 18), DAY) == "Sábado 18 de diciembre de 2027"


@given(day=DAYS, language=LANGUAGES)
def test_a_shown_day_reads_back_as_itself_and_with_its_weekday(day, language):
    with translation.override(language):
        assert read(shown(day, DAY), DAY) == day
        assert read(in_words(day, DAY), DAY) == day
        assert read(day.isoformat(), DAY) == day


@given(moment=st.times(), language=LANGUAGES)
def test_a_shown_time_reads_back_as_itself(moment, language):
    with translation.override(language):
        assert read(shown(moment, TIME), TIME) == moment


@given(
    naive=st.datetimes(datetime(1900, 1, 3), datetime(2199, 12, 29)),
    whole=st.booleans(),
    zone=st.sampled_from([NEW_YORK, "America/Chicago", "Etc/GMT+12", *sorted(available_timezones())]),
    language=LANGUAGES,
)
def test_a_shown_moment_reads_back_as_itself_on_every_clock(naive, whole, zone, language):
    """Every minute of every zone, those that come twice too."""
    instant = (naive.replace(second=0, microsecond=0) if whole else naive).replace(tzinfo=UTC)
    asked = Asked(Kind.MOMENT, ends=True, zone=zone)
    with translation.override(language):
        assert read(shown(instant, asked), asked) == instant


@given(day=DAYS, language=LANGUAGES, sign=st.sampled_from("/-."))
def test_numbers_are_never_another_day_than_the_one_that_was_meant(day, language, sign):
    """In English whoever types slashes means the month first; elsewhere nobody knows, so only the sure ones are read."""
    month_first = f"{day:%m}{sign}{day:%d}{sign}{day:%Y}"
    day_first = f"{day:%d}{sign}{day:%m}{sign}{day:%Y}"
    american = language == "en" and sign == "/"
    for typed in [month_first] if american else [month_first, day_first]:
        try:
            assert read_in(language, typed, DAY) == day
        except ValidationError:
            assert not american


@given(
    text=st.text(max_size=130)
    | st.text("0123456789/-.:, TZapmdeſıfrenoJan+UC\u0660\u00b2", max_size=40)
    | st.from_regex(
        r"(fr[iı]day|ſunday|midnight|12)?,? ?(jan|ſep)\.? \d{1,3}(st|º)?,? \d{0,5} ?\d{0,3}:?\d* ?[ap]?\.? ?m?"
    ),
    language=LANGUAGES,
    asked=st.sampled_from([DAY, TIME, OPENS, CLOSES, Asked(Kind.MOMENT)]),
)
def test_whatever_is_typed_is_read_or_refused(text, language, asked):
    try:
        found = read_in(language, text, asked)
    except ValidationError:
        assert refused(language, text, asked)
    else:
        assert read_in(language, shown(found, asked), asked) == found
