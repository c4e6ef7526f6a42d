"""Sends within two seconds of a deadline, in four time zones, by a clock that the benchmark sets."""

import random
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest import mock
from zoneinfo import ZoneInfo

from programs.applying.before import GRACE
from programs.models import Application
from tests.factories import make_call, make_program

from .posting import begun, filled, send

SENDS, AFTER = 400, 10_000
ZONES = ["America/New_York", "America/Chicago", "America/Los_Angeles", "Pacific/Honolulu"]
LAST_EVENING = datetime(2027, 3, 13, 23, 59)
"""The night in which most of them change their clocks."""
CASES = ["begun before, sent at the end", "begun at the end", "begun before, sent when its minutes are over"]


@contextmanager
def at(moment):
    with mock.patch("django.utils.timezone.now", return_value=moment):
        yield


def goals(seed, share):
    chance, wrong, counted = random.Random(seed), [], dict.fromkeys(CASES, 0)
    each = max(round(SENDS * share) // len(ZONES), len(CASES))
    for zone in ZONES:
        closes = LAST_EVENING.replace(tzinfo=ZoneInfo(zone))
        call = make_call(make_program(time_zone=zone), opens=closes - timedelta(days=30), closes=closes)
        for n in range(each):
            case = CASES[n % len(CASES)]
            off = timedelta(microseconds=chance.randint(-2_000_000, 2_000_000)) if n >= len(CASES) else timedelta()
            counted[case] += 1
            wrong += [f"{zone}, {case}, {off}: {told}" for told in misjudged(call, AFTER + n, case, off)]
    told = ", ".join(f"{number} {case}" for case, number in counted.items())
    yield "no send within 2 s of a deadline is misjudged", not wrong, "\n".join([told, *wrong[:5]])


def misjudged(call, n, case, off):
    """What is not as it should be. Before the closing moment it is in time; in the minutes after it what was begun before
    is taken in and called late; everything else is refused."""
    early = call.closes - timedelta(minutes=10)
    if case == CASES[1]:
        with at(call.closes + off):
            key = begun(call, n)
        if bool(key) != (off < timedelta()):
            yield f"begun: {bool(key)}"
        return
    moment = call.closes + off + (GRACE if case == CASES[2] else timedelta())
    with at(early):
        key = filled(call, n)
    with at(moment):
        answer = send(call, n, key)
    stored = Application.objects.filter(call=call, correspondent__email_key=f"{call.slug}-{n}@example.org").first()
    taken = moment <= call.closes + GRACE
    if bool(stored) != taken or answer.status_code != (302 if taken else 409):
        yield f"taken in: {bool(stored)}, {answer.status_code}"
    if stored and stored.late != (moment >= call.closes):
        yield f"late: {stored.late}"
