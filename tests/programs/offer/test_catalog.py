"""A program as readers meet it: which rounds are past, which calls are offered."""

from datetime import UTC, date, datetime, timedelta

import pytest

from programs.models import Milestone, Program
from programs.offer.catalog import OfferedProgram
from tests.factories import make_call, make_form, make_program, make_role, make_round

pytestmark = pytest.mark.django_db

OPENS = datetime(2027, 1, 4, 14, 0, tzinfo=UTC)
CLOSES = datetime(2027, 1, 30, 4, 59, tzinfo=UTC)


@pytest.fixture
def program():
    return make_program("ALSC", time_zone="America/New_York")


@pytest.fixture
def call(program):
    return make_call(program, opens=OPENS, closes=CLOSES)


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
    assert [call.role.key for call in offered] == ["open", "withdrawn", "upcoming", "full"]
    assert [call.is_open for call in offered] == [True, False, False, False]
