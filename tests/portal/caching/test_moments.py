from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal.caching.moments import midnight, soonest
from tests.factories import make_call, make_program

HAVANA, CAIRO = "America/Havana", "Africa/Cairo"
"""Where clocks are changed at midnight."""


@pytest.mark.parametrize("zone", ["America/New_York", "America/Los_Angeles", "Etc/GMT+12", HAVANA, CAIRO])
def test_a_day_begins_when_it_has_another_date_over_a_whole_year(zone):
    now, clock = datetime(2026, 6, 1, tzinfo=UTC), ZoneInfo(zone)
    for _ in range(366):
        then = midnight(zone, now)
        before = (then - timedelta(seconds=1)).astimezone(clock).date()
        assert (before, then.astimezone(clock).date() - before) == (now.astimezone(clock).date(), timedelta(days=1))
        now = then


@pytest.mark.django_db
def test_the_next_change_is_the_soonest_of_calls_and_midnights():
    now = datetime(2026, 11, 1, 12, tzinfo=UTC)
    program = make_program(time_zone="Asia/Tokyo")
    assert soonest(now) == datetime(2026, 11, 1, 15, tzinfo=UTC)
    call = make_call(program, opens=now - timedelta(days=40), closes=now + timedelta(days=7, seconds=5))
    assert soonest(now) == now + timedelta(seconds=5)  # the feed begins to say that it closes in a week
    call.opens, call.preferred_by = now + timedelta(seconds=1), now + timedelta(seconds=4)
    call.save()
    assert [soonest(now), soonest(call.opens)] == [call.opens, call.preferred_by]
