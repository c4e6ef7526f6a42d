"""What was typed stays what it was, whatever becomes of a zone's law; tzdata is the pinned one, whatever the machine has."""

import os
import subprocess
import sys
import zoneinfo
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from types import SimpleNamespace

import pytest

from programs.offer.promised import given_now, kept, moved, written

VANCOUVER = "America/Vancouver"
CLOSES = datetime(2027, 1, 30, 6, 59, tzinfo=UTC)
"""11:59 pm there, by the law since 2026; by the one before it was 10:59 pm."""
OLD = "2027-01-29T23:59:00-08:00[America/Vancouver]"
BEFORE = datetime(2027, 1, 1, tzinfo=UTC)


def a_call(zone=VANCOUVER, clocks=None, **moments):
    return SimpleNamespace(
        **{"opens": None, "preferred_by": None, "closes": None, "zone": zone} | moments, clocks=clocks or {}
    )


def test_what_was_typed_stays_beside_its_moment_until_one_of_them_changes():
    stored = CLOSES + timedelta(hours=1)
    call = a_call(closes=stored, clocks={"closes": OLD})
    assert kept(call) == {"closes": OLD}
    call.closes += timedelta(days=1)
    assert kept(call) == {"closes": "2027-01-31T00:59:00-07:00[America/Vancouver]"}
    call = a_call("America/Los_Angeles", {"closes": OLD}, closes=stored)
    assert kept(call) == {"closes": "2027-01-29T23:59:00-08:00[America/Los_Angeles]"}
    assert kept(a_call(clocks={"closes": OLD})) == {}


def test_a_change_of_law_is_seen_as_long_as_the_date_is_to_come():
    stored = CLOSES + timedelta(hours=1)
    call = a_call(closes=stored, clocks={"closes": OLD})
    assert moved(call, BEFORE) == {"closes": CLOSES}
    assert moved(call, stored) == {}
    assert moved(a_call(closes=CLOSES, clocks={"closes": OLD}), BEFORE) == {}


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2027-11-07T01:30:00-04:00[America/New_York]", datetime(2027, 11, 7, 5, 30, tzinfo=UTC)),
        ("2027-11-07T01:30:00-05:00[America/New_York]", datetime(2027, 11, 7, 6, 30, tzinfo=UTC)),
        ("2027-03-14T02:30:00-05:00[America/New_York]", datetime(2027, 3, 14, 7, 30, tzinfo=UTC)),
        ("2027-03-14T02:30:00-06:00[America/New_York]", datetime(2027, 3, 14, 7, 30, tzinfo=UTC)),
        ("2027-01-29T23:59:00-12:00[Etc/GMT+12]", datetime(2027, 1, 30, 11, 59, tzinfo=UTC)),
        ("2027-04-04T01:45:00+10:30[Australia/Lord_Howe]", datetime(2027, 4, 3, 15, 15, tzinfo=UTC)),
        ("2027-04-04T01:45:00+11:00[Australia/Lord_Howe]", datetime(2027, 4, 3, 14, 45, tzinfo=UTC)),
        ("2027-04-04T02:45:00+12:45[Pacific/Chatham]", datetime(2027, 4, 3, 14, 0, tzinfo=UTC)),
        ("2027-01-01T00:00:00+05:45[Asia/Kathmandu]", datetime(2026, 12, 31, 18, 15, tzinfo=UTC)),
    ],
)
def test_odd_clocks(typed, moment):
    assert given_now(typed) == moment


def test_every_half_hour_around_the_changes_of_every_zone_reads_back_as_itself():
    wrong, start = [], datetime(2027, 1, 1, tzinfo=UTC)
    for zone in zoneinfo.available_timezones():
        clock = zoneinfo.ZoneInfo(zone)
        offsets = [(start + timedelta(days=n)).astimezone(clock).utcoffset() for n in range(366)]
        days = {n for n in range(365) if offsets[n] != offsets[n + 1]} | {0}
        moments = [start + timedelta(days=n, minutes=30 * half) for n in days for half in range(49)]
        wrong += [(zone, at) for at in moments if given_now(written(at, zone)) != at]
    assert wrong == []


def test_the_pinned_zones_are_read_and_not_those_of_the_machine(tmp_path):
    (tmp_path / "America").mkdir()
    (tmp_path / VANCOUVER).write_bytes(files("tzdata").joinpath("zoneinfo", "Asia", "Tokyo").read_bytes())
    asked = "from datetime import datetime; from zoneinfo import ZoneInfo;"
    asked += f"print(datetime(2027, 1, 29, 23, 59, tzinfo=ZoneInfo('{VANCOUVER}')).isoformat())"
    environment = os.environ | {"PYTHONTZPATH": str(tmp_path), "PORTAL_ENV": "test"}

    def answer(*command):
        return subprocess.run(
            [sys.executable, *command], env=environment, capture_output=True, text=True, check=True
        ).stdout

    assert answer("-c", asked) == "2027-01-29T23:59:00+09:00\n"  # what this test would see without us
    assert answer("manage.py", "shell", "--no-imports", "-c", asked) == "2027-01-29T23:59:00-07:00\n"
    assert zoneinfo.TZPATH == ()


def test_the_law_that_is_pinned_knows_of_2026():
    for zone, hours in ((VANCOUVER, -7), ("America/Edmonton", -6), ("America/Winnipeg", -5)):
        assert datetime.combine(
            date(2027, 1, 15), datetime.min.time(), zoneinfo.ZoneInfo(zone)
        ).utcoffset() == timedelta(hours=hours)
