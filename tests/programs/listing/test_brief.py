"""Brief programs stand where the rows with all their rounds stand, whatever rounds there are and whenever one asks."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from programs.listing.brief import brief_programs, ended_everywhere
from programs.models import Call, Host, Program, Round
from programs.offer.call_state import CallState, call_state
from programs.offer.precision import YEARLESS
from programs.offer.standing import ProgramState, standing
from tests.factories import make_application, make_call, make_form, make_program, make_role, make_round

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ZONES = ["America/New_York", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago"]
DAYS = [None, None, -400, -40, -2, -1, 0, 1, 2, 40]
"""Of rounds, in days from NOON: few of them, so that many rounds share them."""
HOURS = [None, None, -9000, -900, -30, -1, 0, 1, 30, 900]
PAST_HOURS = [-9000, -900, -30, -2]
"""Of calls, in hours from NOON."""
MOMENTS = [NOON + timedelta(hours=hours) for hours in (-1000, -26, -11, -1, 0, 1, 11.5, 26, 1000)]


def a_day(days):
    return None if days is None else (NOON + timedelta(days=days)).date()


def some_rounds(program, roles, form, chance):
    """Programs differ in what they ever say of a round; some say no more than when one can apply, some not even that."""
    said = chance.choice(
        [{"starts", "ends", "promised"}, {"starts", "ends"}, {"starts"}, {"ends"}, {"promised"}, set()]
    )
    hours = chance.choice([HOURS, PAST_HOURS])
    for n in range(chance.choice([0, 1, 2, 4, 7])):
        known = sorted(day for day in chance.choices(DAYS, k=2) if day is not None)
        starts, ends = ([a_day(day) for day in known] + [None, None])[:2]
        round = Round.objects.create(
            program=program,
            name=str(n),
            slug=str(n),
            starts=starts if "starts" in said else None,
            ends=ends or starts if "ends" in said else None,
            decisions_by=a_day(chance.choice(DAYS)) if "promised" in said else None,
            called_off=chance.random() < 0.15,
        )
        for role in roles[: chance.choice([0, 1, 2, 2])]:
            some_call(round, role, form, hours, chance)
    if chance.random() < 0.1:
        round = make_round(program, standing=True, called_off=chance.random() < 0.2)
        some_call(round, roles[0], form, hours, chance)


def some_call(round, role, form, hours, chance):
    hours = sorted({hour for hour in chance.choices(hours, k=2) if hour is not None})
    opens, closes = ([NOON + timedelta(hours=hour) for hour in hours] + [None, None])[:2]
    if chance.random() < 0.2:
        opens, closes = None, opens
    rough = some_months(chance) if chance.random() < 0.15 else {}
    if rough.get("opens_precision"):
        opens = None
    if rough.get("closes_precision"):
        closes = None
    if rough.get("opens_precision") in YEARLESS:
        closes = None
    soft = opens and closes and chance.random() < 0.3
    Call.objects.create(
        round=round,
        role=role,
        opens=opens,
        closes=closes,
        preferred_by=opens + (closes - opens) / 2 if soft else None,
        anywhere_on_earth=chance.random() < 0.3,
        limit=chance.choice([None, None, None, 0, 5]),
        form=chance.choice([form, form, None]),
        to_check=chance.random() < 0.1,
        **rough,
    )


def some_months(chance):
    """An opening and a closing that are known roughly, or one of them."""
    opens, closes = (chance.choice(["", "early", "month", "season", "yearly"]) for _ in range(2))
    if opens == "yearly" or closes == "yearly":
        opens, closes = "yearly", closes and "yearly"
    days = sorted(chance.choices([-400, -40, -5, 0, 5, 40], k=2))
    return {
        "opens_precision": opens,
        "opens_around": a_day(days[0]) if opens else None,
        "closes_precision": closes,
        "closes_around": a_day(days[1]) if closes else None,
    }


@pytest.mark.parametrize("seed", range(2))
def test_brief_programs_stand_where_their_rows_stand(seed):
    chance = Random(seed)
    form = make_form(make_program("FORM"))
    for n in range(60):
        host = Host.objects.create(name=f"Host {n}", kind="division")
        program = make_program(f"R{n}", host=host, time_zone=chance.choice(ZONES), paused=chance.random() < 0.1)
        some_rounds(program, [make_role(program, "mentor"), make_role(program, "mentee")], form, chance)
    whole = list(Program.objects.with_rounds())
    met = set()
    for now in MOMENTS:
        brief = {program.pk: program for program in brief_programs(Program.objects.all(), now)}
        for program in whole:
            expected = standing(program, now)
            assert standing(brief[program.pk], now) == expected, (program, now)
            assert bool(brief[program.pk].rounds) == bool(program.rounds.all())
            met.add(expected.state)
    assert met == set(ProgramState)


def test_a_day_is_over_when_it_is_over_everywhere():
    assert ended_everywhere(NOON).isoformat() == "2026-11-22"
    assert ended_everywhere(NOON - timedelta(seconds=1)).isoformat() == "2026-11-21"


def test_brief_calls_are_full_when_their_limit_is_reached():
    call = make_call(make_program("FULL"), limit=1)
    now = call.opens
    assert states(now) == [CallState.OPEN]
    make_application(call)
    assert states(now) == [CallState.FULL]


def states(now):
    (program,) = brief_programs(Program.objects.all(), now)
    return [call_state(call, now) for round in program.rounds for call in round.calls]


def test_a_round_that_began_before_its_promised_decisions_is_still_decided_on():
    program = make_program("LATE")
    call = make_call(program, opens=NOON - timedelta(days=40), closes=NOON - timedelta(days=20))
    days = {"starts": -10, "decisions_by": 3, "ends": 90}
    Round.objects.filter(pk=call.round_id).update(**{name: a_day(number) for name, number in days.items()})
    (brief,) = brief_programs(Program.objects.all(), NOON)
    assert standing(brief, NOON).state == ProgramState.DECIDING


def test_a_brief_program_has_one_of_its_past_rounds():
    program = make_program("OLD")
    for year in range(2000, 2020):
        make_round(program, starts=datetime(year, 1, 1).date(), ends=datetime(year, 6, 1).date())
    (brief,) = brief_programs(Program.objects.all(), NOON)
    assert len(brief.rounds) == 1
    assert standing(brief, NOON).sentence == "The last round ended on June 1, 2019."


def test_a_brief_program_says_the_columns_it_was_asked_for_in_the_readers_language():
    make_program("WORDS", summary="For everybody.", summary_es="Para todo el mundo.")
    (brief,) = brief_programs(Program.objects.all(), NOON, "summary", "summary_es")
    with translation.override("es"):
        assert brief.said("summary") == "Para todo el mundo."


def test_brief_programs_are_read_in_three_queries():
    for n in range(5):
        make_call(make_program(f"Q{n}"), limit=5)
    with CaptureQueriesContext(connection) as captured:
        for program in brief_programs(Program.objects.all(), NOON):
            standing(program, NOON)
    assert len(captured) == 3
