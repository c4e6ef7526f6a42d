"""The association's own check."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programs.lifecycle import advance
from programs.membership.asking import check_memberships
from programs.membership.claims import Membership, claim, confirm, membership_of

HEARD = []


def knows(number, program):
    HEARD.append((number, program.code))
    if number == "broken":
        raise ConnectionError("the members’ database is away")
    return {"1": True, "2": False, "3": "yes"}.get(number)


@pytest.fixture(autouse=True)
def _asked(settings):
    settings.MEMBERSHIP_CHECK = f"{__name__}.knows"
    HEARD.clear()


def test_who_is_known_is_verified_and_nobody_else_is(apply):
    rows = {number: apply(number) for number in ("1", "2", "3", "4")}
    for row in rows.values():
        claim(row)
    assert check_memberships() is False
    assert sorted(HEARD) == [(number, "ALSC") for number in rows]
    assert [number for number, row in rows.items() if membership_of(row) == Membership.VERIFIED] == ["1"]


def test_what_nobody_noted_is_asked_about_as_well(apply):
    row = apply("1")
    check_memberships()
    assert membership_of(row) == Membership.VERIFIED


def test_who_was_not_known_is_asked_for_again_after_a_day(apply):
    claim(apply("2"))
    check_memberships()
    check_memberships()
    assert len(HEARD) == 1
    check_memberships(timezone.now() + timedelta(days=1, minutes=1))
    assert len(HEARD) == 2


def test_a_check_that_fails_stops_nobody(apply, caplog):
    broken, known = apply("broken"), apply("1")
    check_memberships()
    assert membership_of(broken) == Membership.TO_VERIFY
    assert membership_of(known) == Membership.VERIFIED


def test_nobody_asks_about_who_is_verified_gave_no_number_or_withdrew(apply):
    verified, withdrawn = apply("1"), apply("1")
    for row in (verified, withdrawn, apply(None)):
        claim(row)
    confirm(verified, by=None)
    advance(withdrawn, "withdraw", by=None, seen="received")
    check_memberships()
    assert HEARD == []


def test_without_a_check_nobody_is_asked(apply, settings):
    settings.MEMBERSHIP_CHECK = ""
    row = apply("1")
    check_memberships()
    assert membership_of(row) == Membership.TO_VERIFY
