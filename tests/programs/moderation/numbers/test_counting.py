import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programs.models import Round
from programs.moderation.deciding.one import decide
from programs.moderation.numbers.counting import balance, numbers_of, with_numbers
from tests.factories import SECTIONS, make_application, make_call, make_form, make_program

pytestmark = pytest.mark.django_db

PLACES = {"label": "How many mentees?", "hint": "", "why": "", "required": False, "key": "places", "decimals": 0}
ASKING = [
    {
        "type": "section",
        "id": "11111111-0000-0000-0000-000000000011",
        "value": {
            "heading": "Mentoring",
            "intro": "",
            "questions": [{"type": "number", "id": "11111111-0000-0000-0000-000000000012", "value": PLACES}],
        },
    }
]


def mentors(call, *said, sections=ASKING, **fields):
    """Applications as mentor to the same round, each with how many mentees they can take."""
    program = call.round.program
    form = make_form(program, sections=sections)
    theirs = make_call(program, role="mentor", round=call.round, form=form)
    for answer in said:
        make_application(theirs, answers={"places": answer} if answer else {}, **fields)
    return theirs


def test_supply_and_demand_are_said_in_one_line(call):
    for _ in range(3):
        make_application(call)
    mentors(call, "2", "3", None)
    assert balance(numbers_of(call.round)) == "3 mentees, 3 mentors with 5 places"


def test_declined_withdrawn_junk_and_unproven_are_neither_supply_nor_demand(call):
    make_application(call, status="waitlisted")
    for status in ("declined", "withdrawn", "junk"):
        make_application(call, status=status)
    make_application(call, proven_at=None)
    assert balance(numbers_of(call.round)) == "1 mentee"
    (numbers,) = numbers_of(call.round)
    assert [number for _state, _label, number in numbers.states] == [0, 0, 1, 1, 1]
    assert numbers.apart == 1


def test_places_of_mentors_who_left_do_not_count(call):
    theirs = mentors(call, "4")
    make_application(theirs, answers={"places": "9"}, status="withdrawn")
    assert numbers_of(call.round)[1].offered == 4


def test_without_such_a_question_a_mentor_takes_as_many_as_the_round_says(call):
    mentors(call, None, None, sections=SECTIONS)
    assert numbers_of(call.round)[1].offered is None
    call.round.most_mentees = 2
    assert numbers_of(call.round)[1].offered == 4


def test_a_sensitive_number_is_counted_for_nobody(call):
    sensitive = [
        {**ASKING[0], "value": {**ASKING[0]["value"], "questions": [dict(ASKING[0]["value"]["questions"][0])]}}
    ]
    sensitive[0]["value"]["questions"][0]["value"] = PLACES | {"sensitive": True}
    mentors(call, "4", sections=sensitive)
    assert numbers_of(call.round)[1].offered is None


def test_silent_decisions_are_counted_until_they_are_announced(call, coordinator):
    decide(make_application(call), "accept", by=coordinator, seen="received")
    assert numbers_of(call.round)[0].silent == 1


def test_more_applications_take_no_more_queries(call):
    mentors(call, "1")

    def asked():
        with CaptureQueriesContext(connection) as queries:
            numbers_of(Round.objects.select_related("program").get(pk=call.round_id))
        return len(queries)

    few = asked()
    theirs = numbers_of(call.round)[1].call
    for _ in range(6):
        make_application(theirs, answers={"places": "1"})
        make_application(call)
    assert asked() == few


def test_a_list_of_rounds_counts_each_by_itself(call):
    make_application(call)
    make_application(call, status="accepted")
    make_application(call, status="withdrawn")
    empty = make_call(make_program())
    found = {row.pk: (row.applied, row.waiting, row.accepted) for row in with_numbers(Round.objects.all())}
    assert found == {call.round_id: (2, 1, 1), empty.round_id: (0, 0, 0)}
