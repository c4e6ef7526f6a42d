"""A moving clock over programs: every state, from rounds and calls that overlap, and what is said."""

from datetime import UTC, date, datetime, timedelta

import pytest

from programs.models import Program
from programs.offer.call_state import CallState, call_sentence, call_state
from programs.offer.standing import ProgramState, standing, tells_state
from tests.factories import make_application, make_call, make_program, make_round

pytestmark = pytest.mark.django_db

OPENS = datetime(2027, 1, 4, 14, 0, tzinfo=UTC)
CLOSES = datetime(2027, 1, 30, 4, 59, tzinfo=UTC)
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
    assert found.state == ProgramState.OPEN
    assert found.sentence.startswith("Closes Friday, January 29, 2027, 11:59 pm Eastern")
    assert found.sentence.endswith("There is no form here at the moment: ask those who run the program how to apply.")


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


def test_a_round_that_is_called_off_takes_nobody_and_is_passed_over(program, call):
    call.round.called_off = True
    call.round.starts, call.round.ends = date(2027, 3, 1), date(2027, 12, 1)
    call.round.save()
    assert call_state(call, OPENS) == CallState.CALLED_OFF
    found = stands(program, OPENS)
    assert (found.state, found.sentence) == (ProgramState.NOTHING, "The round that was planned is called off.")
    make_call(program, "mentor", opens=OPENS, closes=CLOSES)
    assert stands(program, OPENS).state == ProgramState.OPEN


@pytest.mark.parametrize(
    ("fields", "has_page", "has_round", "told"),
    [
        ({}, False, False, False),
        ({}, True, False, True),
        ({}, False, True, True),
        ({"kind": "affiliate"}, True, True, False),
        ({"kind": "discussion"}, True, True, False),
        ({"kind": "discussion", "paused": True}, False, False, True),
    ],
)
def test_a_state_is_told_of_what_runs_here_and_of_what_pauses(fields, has_page, has_round, told):
    program = make_program(**fields)
    if has_round:
        make_round(program)
    assert tells_state(program, "a page" if has_page else None) is told
