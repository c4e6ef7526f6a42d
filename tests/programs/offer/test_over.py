"""When a round is over: of a round at hand and of the database, the same."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from programs.models import Milestone, Round
from programs.offer.over import is_over
from programs.offer.precision import YEARLESS, Precision
from tests.factories import make_call, make_program, make_role, make_round

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 15)
ZONES = ["Pacific/Honolulu", "America/New_York", "Pacific/Auckland"]
DAYS = [None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1)]


def instants():
    """Around midnight on each clock."""
    for zone in ZONES:
        midnight = datetime.combine(TODAY, time.min, ZoneInfo(zone)).astimezone(UTC)
        yield from (midnight - timedelta(seconds=1), midnight, midnight + timedelta(hours=12))


def agree(now):
    """The keys of the rounds that are over, after both ways said the same."""
    rounds = Round.objects.select_related("program").prefetch_related("calls", "milestones")
    read = {round.pk for round in rounds if is_over(round, now)}
    assert set(Round.objects.over(now).values_list("pk", flat=True)) == read
    assert set(Round.objects.not_over(now).values_list("pk", flat=True)) == {row.pk for row in rounds} - read
    return read


def test_both_ways_say_the_same_of_a_rounds_own_days():
    programs = [make_program(time_zone=zone) for zone in ZONES]
    for program, starts, ends, decisions in product(programs, DAYS, DAYS, DAYS):
        if not (starts and ends and ends < starts):
            make_round(program, starts=starts, ends=ends, decisions_by=decisions)
    assert len({frozenset(agree(now)) for now in instants()}) > 1


def test_both_ways_say_the_same_of_calls():
    for zone in ZONES:
        program = make_program(time_zone=zone)
        make_role(program)
        midnight = datetime.combine(TODAY, time.min, ZoneInfo(zone))
        for minutes in (-1, 0, 1):
            make_call(program, form=None, opens=None, closes=midnight + timedelta(minutes=minutes))
        make_call(program, form=None, closes=None, opens=midnight - timedelta(days=400))
        make_call(program, form=None, closes=None, opens=None)
        for back, how in product((-40, 0, 5, 16, 40), ("early", "month", "season")):
            around = TODAY - timedelta(days=back)
            make_call(program, form=None, opens=None, closes=None, closes_precision=how, closes_around=around)
            make_call(program, form=None, opens=None, closes=None, opens_precision=how, opens_around=around)
        standing = make_round(program, standing=True)
        make_call(program, form=None, round=standing, opens=None, closes=None)
    assert len({frozenset(agree(now)) for now in instants()}) > 1


@pytest.mark.parametrize("kind", [kind for kind in Precision if kind != Precision.UNKNOWN])
def test_both_ways_say_the_same_of_lines_however_precise(kind):
    program = make_program(time_zone="America/New_York")
    for back in range(-40, 110, 3):
        line = {"label": "Orientation", "precision": kind, "time": time(9) if kind == Precision.CLOCK else None}
        Milestone.objects.create(round=make_round(program), starts=TODAY - timedelta(days=back), **line)
    for day in (TODAY, TODAY.replace(day=1), TODAY.replace(day=30), TODAY.replace(month=12, day=31)):
        some = bool(agree(datetime.combine(day, time(12), ZoneInfo(program.time_zone))))
        assert some == (kind not in YEARLESS)


def test_a_round_that_began_without_a_known_end_goes_on_and_one_without_days_is_not_over():
    now = datetime(2026, 11, 15, tzinfo=UTC)
    make_round(make_program(), starts=date(2020, 1, 1))
    make_round(make_program())
    over = make_round(make_program(), starts=date(2020, 1, 1), ends=date(2020, 6, 1))
    assert agree(now) == {over.pk}


def test_a_month_is_not_over_before_its_last_day_is():
    program = make_program(time_zone="America/New_York")
    Milestone.objects.create(round=make_round(program), label="Opening", precision=Precision.MONTH, starts=TODAY)
    assert agree(datetime(2026, 11, 30, 12, tzinfo=UTC)) == set()
    assert len(agree(datetime(2026, 12, 1, 12, tzinfo=UTC))) == 1
