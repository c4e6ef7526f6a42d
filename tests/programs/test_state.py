"""A moving clock over calls and programs: every state, its boundaries to the second, and what is said."""

from datetime import UTC, date, datetime, timedelta

import pytest

from programs.catalog import OfferedProgram
from programs.models import Milestone, Program
from programs.state import CallState, ProgramState, call_sentence, call_state, standing
from tests.factories import make_application, make_call, make_form, make_program, make_role, make_round

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


def stands(program, now):
    """The program's standing, read as pages read it."""
    return standing(Program.objects.with_rounds().get(pk=program.pk), now)


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
        (None, CLOSES, CallState.UNKNOWN),
        (OPENS, None, CallState.OPEN),
        (None, OPENS, CallState.CLOSED),
    ],
)
def test_unknown_dates(program, opens, closes, state):
    call = make_call(program, opens=opens, closes=closes)
    assert call_state(call, OPENS + timedelta(days=3)) == state


def test_without_a_given_time_it_is_now(program):
    assert call_state(make_call(program)) == CallState.OPEN
    assert standing(program).state == ProgramState.OPEN


def test_a_paused_program_takes_no_applications_whatever_the_dates(program, call):
    program.paused = True
    program.save()
    call.round.program.refresh_from_db()
    for now in (OPENS - SECOND, OPENS, CLOSES):
        assert call_state(call, now) == CallState.PAUSED
        assert stands(program, now).state == ProgramState.PAUSED


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


def test_a_call_is_full_at_its_limit_and_open_again_when_somebody_withdraws(call):
    call.limit = 2
    call.save()
    first, _second = make_application(call), make_application(call, status="declined")
    assert call_state(call, OPENS) == CallState.FULL
    assert stands(call.round.program, OPENS).state != ProgramState.OPEN
    first.status = "withdrawn"
    first.save()
    assert call_state(call, OPENS) == CallState.OPEN
    assert stands(call.round.program, OPENS).state == ProgramState.OPEN


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


def test_a_program_lives_through_a_year(program, call):
    """One round from the first day to the last, and after."""
    round = call.round
    round.decisions_by, round.starts, round.ends = date(2027, 3, 1), date(2027, 3, 15), date(2027, 12, 1)
    round.save()
    day = timedelta(days=1)
    story = [
        (OPENS - SECOND, ProgramState.SOON, "Opens Monday, January 4"),
        (OPENS, ProgramState.OPEN, "Closes Friday, January 29"),
        (CLOSES, ProgramState.DECIDING, "Applicants hear by Monday, March 1, 2027."),
        (datetime(2027, 3, 2, 4, 59, tzinfo=UTC), ProgramState.DECIDING, "Applicants hear by"),
        (datetime(2027, 3, 2, 5, 0, tzinfo=UTC), ProgramState.DECIDING, "Mentoring begins on March 15, 2027."),
        (datetime(2027, 3, 15, 3, 59, tzinfo=UTC), ProgramState.DECIDING, "Mentoring begins on March 15, 2027."),
        (datetime(2027, 3, 15, 4, 0, tzinfo=UTC), ProgramState.MENTORING, "ends on December 1, 2027."),
        (datetime(2027, 12, 2, 4, 59, tzinfo=UTC), ProgramState.MENTORING, "ends on December 1, 2027."),
        (datetime(2027, 12, 2, 5, 0, tzinfo=UTC), ProgramState.FINISHED, "ended on December 1, 2027."),
        (CLOSES + 3000 * day, ProgramState.FINISHED, "ended on December 1, 2027."),
    ]
    told = [(now, stands(program, now)) for now, _state, _said in story]
    assert [found.state for _now, found in told] == [state for _now, state, _said in story]
    for (_now, found), (_, _, said) in zip(told, story, strict=True):
        assert said in found.sentence


def test_a_program_without_rounds_has_nothing_planned_and_nothing_to_say(program):
    found = stands(program, OPENS)
    assert (found.state, found.sentence) == (ProgramState.NOTHING, "")


def test_rounds_without_dates_are_yet_to_be_announced(program):
    make_call(program, opens=None, closes=None)
    make_round(program)
    found = stands(program, OPENS)
    assert (found.state, found.sentence) == (ProgramState.NOTHING, "The next dates are yet to be announced.")


def test_a_round_that_is_only_planned_has_not_ended(program):
    make_round(program, starts=date(2027, 9, 1), ends=date(2028, 6, 1))
    assert stands(program, OPENS).state == ProgramState.NOTHING


def test_a_round_that_is_over_stays_past_beside_one_without_dates(program):
    make_round(program, starts=date(2018, 10, 1), ends=date(2019, 4, 30))
    make_call(program, opens=None, closes=None)
    found = stands(program, OPENS)
    assert (found.state, found.sentence) == (ProgramState.FINISHED, "The last round ended on April 30, 2019.")


def test_of_several_past_rounds_the_last_is_named(program):
    make_round(program, ends=date(2015, 4, 1))
    make_round(program, ends=date(2019, 4, 30))
    assert "April 30, 2019" in stands(program, OPENS).sentence


def test_a_closed_call_of_a_round_without_other_dates_is_finished(program, call):
    found = stands(program, CLOSES)
    assert (found.state, found.sentence[:9]) == (ProgramState.FINISHED, "Closed on")


def test_a_round_with_a_call_still_to_be_announced_is_not_finished(program, call):
    make_call(program, "mentor", round=call.round, opens=None, closes=None)
    assert stands(program, CLOSES).state == ProgramState.NOTHING


def test_mentoring_may_have_no_end(program):
    make_round(program, starts=date(2027, 1, 1))
    found = stands(program, OPENS)
    assert (found.state, found.sentence) == (ProgramState.MENTORING, "")


def test_a_full_program_is_deciding_or_says_that_it_is_full(program, call):
    call.limit = 0
    call.save()
    found = stands(program, OPENS)
    assert (found.state, found.sentence) == (
        ProgramState.NOTHING,
        "All 0 applications this call can take have come in.",
    )
    call.round.decisions_by = date(2027, 3, 1)
    call.round.save()
    assert stands(program, OPENS).state == ProgramState.DECIDING


def test_a_program_whose_form_is_withdrawn_says_so(program, call):
    call.form.unpublish()
    found = stands(program, OPENS)
    assert found.sentence == "The form is not available at the moment."


def test_of_overlapping_rounds_the_first_state_counts(program, call):
    """Last year's cohort is at work while this year's call is open, then decided."""
    make_round(program, starts=date(2026, 3, 1), ends=date(2027, 2, 28))
    assert stands(program, OPENS - SECOND).state == ProgramState.SOON
    assert stands(program, OPENS).state == ProgramState.OPEN
    assert stands(program, CLOSES).state == ProgramState.MENTORING
    call.round.decisions_by = date(2027, 2, 15)
    call.round.save()
    assert stands(program, CLOSES).state == ProgramState.DECIDING


def test_of_several_open_calls_the_first_to_close_is_named(program, call):
    later = make_call(program, "mentor", round=call.round, opens=OPENS, closes=CLOSES + timedelta(days=7))
    make_call(program, "peer", round=call.round, opens=OPENS, closes=None)
    assert "January 29" in stands(program, OPENS).sentence
    assert stands(program, CLOSES).sentence == call_sentence(later, now=CLOSES)
    assert stands(program, CLOSES + timedelta(days=7)).sentence == "Open, with no closing date."


def test_states_of_many_programs_take_five_queries(django_assert_num_queries):
    for _ in range(3):
        make_application(make_call(limit=3))
    with django_assert_num_queries(5):
        assert [standing(program).state for program in Program.objects.with_rounds()] == [ProgramState.OPEN] * 3


def test_a_round_is_past_when_its_last_known_day_is(program, call):
    round = call.round
    Milestone.objects.create(round=round, label="Report", starts=date(2027, 5, 1), ends=date(2027, 5, 31))
    offered = OfferedProgram(Program.objects.with_rounds().get())
    last = datetime(2027, 6, 1, 3, 59, tzinfo=UTC)
    assert [dated.row for dated in offered.rounds(last)] == [round]
    assert [dated.row for dated in offered.past_rounds(last + timedelta(minutes=1))] == [round]


def test_a_round_without_dates_or_with_a_rolling_call_is_never_past(program):
    undated = make_round(program)
    rolling = make_call(program, opens=OPENS, closes=None).round
    offered = OfferedProgram(Program.objects.with_rounds().get())
    assert {dated.row for dated in offered.rounds(OPENS + timedelta(days=9000))} == {undated, rolling}


def test_a_page_offers_open_calls_first_and_no_closed_or_undated_ones(program):
    states = {
        "full": {"limit": 0},
        "open": {},
        "upcoming": {"opens": CLOSES, "closes": None},
        "closed": {"closes": OPENS},
        "undated": {"opens": None, "closes": None},
        "withdrawn": {"form": make_form(program, live=False)},
    }
    round = make_round(program)
    for key, fields in states.items():
        dates = {"opens": OPENS - timedelta(days=1), "closes": CLOSES}
        make_call(program, role=make_role(program, key).key, round=round, **dates | fields)
    offered = OfferedProgram(Program.objects.with_rounds().get()).offered_calls(OPENS)
    assert [call.role.key for call in offered] == ["open", "upcoming", "full", "withdrawn"]
    assert [call.is_open for call in offered] == [True, False, False, False]


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


def test_a_round_that_is_called_off_takes_nobody_and_is_passed_over(program, call):
    call.round.called_off = True
    call.round.starts, call.round.ends = date(2027, 3, 1), date(2027, 12, 1)
    call.round.save()
    assert call_state(call, OPENS) == CallState.CALLED_OFF
    found = stands(program, OPENS)
    assert (found.state, found.sentence) == (ProgramState.NOTHING, "The round that was planned is called off.")
    make_call(program, "mentor", opens=OPENS, closes=CLOSES)
    assert stands(program, OPENS).state == ProgramState.OPEN
