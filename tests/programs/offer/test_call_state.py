"""A moving clock over calls: every state, its boundaries to the second, and what is said."""

from datetime import UTC, datetime, timedelta

import pytest

from programs.offer.call_state import CallState, call_sentence, call_state
from tests.factories import make_call, make_program

pytestmark = pytest.mark.django_db

OPENS = datetime(2027, 1, 4, 14, 0, tzinfo=UTC)
CLOSES = datetime(2027, 1, 30, 4, 59, tzinfo=UTC)
"""Friday, January 29, 2027, 11:59 pm in New York: already the 30th in London."""
SECOND = timedelta(seconds=1)


@pytest.fixture
def program():
    return make_program("ALSC", time_zone="America/New_York")


@pytest.fixture
def call(program):
    return make_call(program, opens=OPENS, closes=CLOSES)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (OPENS - SECOND, CallState.UPCOMING),
        (OPENS, CallState.OPEN),
        (OPENS + SECOND, CallState.OPEN),
        (CLOSES - SECOND, CallState.OPEN),
        (CLOSES, CallState.CLOSED),
        (CLOSES + SECOND, CallState.CLOSED),
    ],
)
def test_a_call_opens_and_closes_on_the_second(call, now, state):
    assert call_state(call, now) == state


@pytest.mark.parametrize(
    ("opens", "closes", "state"),
    [
        (None, None, CallState.UNKNOWN),
        (None, CLOSES, CallState.OPEN),
        (OPENS, None, CallState.OPEN),
        (None, OPENS, CallState.CLOSED),
    ],
)
def test_unknown_dates(program, opens, closes, state):
    call = make_call(program, opens=opens, closes=closes)
    assert call_state(call, OPENS + timedelta(days=3)) == state


def test_a_call_without_a_published_form_is_withdrawn_while_it_would_be_open(call):
    call.form.live = False
    assert call_state(call, OPENS - SECOND) == CallState.UPCOMING
    assert call_state(call, OPENS) == CallState.WITHDRAWN
    assert call_state(call, CLOSES) == CallState.CLOSED
    call.form = None
    assert call_state(call, OPENS) == CallState.WITHDRAWN


def test_a_form_elsewhere_needs_no_page_here(program):
    call = make_call(program, opens=OPENS, closes=CLOSES, form=None, url="https://forms.example.org/")
    assert call_state(call, OPENS) == CallState.OPEN


def test_a_limit_of_nothing_is_full_from_the_start(call):
    call.limit = 0
    assert call_state(call, OPENS) == CallState.FULL


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (OPENS - SECOND, "Opens Monday, January 4, 2027, 9:00 am Eastern."),
        (OPENS, "Closes Friday, January 29, 2027, 11:59 pm Eastern, 25 days left."),
        (CLOSES - timedelta(days=1), "Closes Friday, January 29, 2027, 11:59 pm Eastern, 1 day left."),
        (CLOSES - timedelta(hours=23, minutes=58), "Closes today: Friday, January 29, 2027, 11:59 pm Eastern."),
        (CLOSES - SECOND, "Closes today: Friday, January 29, 2027, 11:59 pm Eastern."),
        (CLOSES, "Closed on Friday, January 29, 2027, 11:59 pm Eastern."),
    ],
)
def test_a_call_says_its_dates_on_the_programs_clock(call, now, said):
    assert call_sentence(call, now=now) == said


def test_every_state_has_a_sentence(call):
    call.limit = 0
    assert {state for state in CallState if not call_sentence(call, state, OPENS)} == set()


def test_a_soft_deadline_is_said_before_and_after(program):
    soft = OPENS + timedelta(days=9)
    call = make_call(program, opens=OPENS, closes=CLOSES, preferred_by=soft)
    assert call_sentence(call, now=OPENS) == (
        "Apply by Wednesday, January 13, 2027, 9:00 am Eastern to be read first. "
        "Closes Friday, January 29, 2027, 11:59 pm Eastern, 25 days left."
    )
    assert call_sentence(call, now=soft - SECOND).startswith("Apply by")
    assert call_sentence(call, now=soft) == "Closes Friday, January 29, 2027, 11:59 pm Eastern, 16 days left."


def test_a_rolling_call_has_a_soft_deadline_and_stays_open(program):
    soft = OPENS + timedelta(days=9)
    call = make_call(program, opens=OPENS, closes=None, preferred_by=soft)
    assert call_sentence(call, now=OPENS) == "Apply by Wednesday, January 13, 2027, 9:00 am Eastern to be read first."
    assert call_state(call, soft) == CallState.OPEN
    assert call_sentence(call, now=soft) == (
        "Open. The first reading began on Wednesday, January 13, 2027, 9:00 am Eastern; "
        "later applications are read as places allow."
    )


def test_a_day_anywhere_on_earth_ends_twelve_hours_after_utc(program):
    closes = datetime(2027, 1, 30, 11, 59, tzinfo=UTC)
    call = make_call(program, opens=OPENS, closes=closes, anywhere_on_earth=True)
    assert call_state(call, closes - SECOND) == CallState.OPEN
    assert call_sentence(call, now=closes - SECOND) == (
        "Closes today: Friday, January 29, 2027, 11:59 pm anywhere on Earth."
    )
