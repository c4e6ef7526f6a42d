"""A duty takes two lines and no migration: its name, and which members of a committee have it."""

import pytest

from programs.access import DUTIES, may, programs_for, scope
from programs.models import CommitteeMember, Decision
from programs.moderation.deciding.one import decide
from tests.factories import make_application, make_member, make_program, make_user

pytestmark = pytest.mark.django_db

MINUTES = "minutes"
"""The first line. The second stands in the table:"""


@pytest.fixture(autouse=True)
def _duty(monkeypatch):
    monkeypatch.setitem(DUTIES, MINUTES, {CommitteeMember.Duty.OBSERVER})


@pytest.fixture
def decision():
    application = make_application()
    decide(application, "accept", by=make_user(superuser=True), seen="received")
    return Decision.objects.get()


def test_who_has_a_new_duty_may_do_it_on_the_rows_of_their_programs_only(decision):
    observer = make_member(decision.application.program, "observer")
    elsewhere = make_member(make_program(), "observer")
    assert may(observer, MINUTES, decision)
    assert list(scope(Decision.objects.all(), observer, MINUTES)) == [decision]
    assert list(programs_for(observer, MINUTES)) == [decision.application.program]
    assert may(elsewhere, MINUTES)
    assert not may(elsewhere, MINUTES, decision)


def test_nobody_else_has_a_new_duty_but_superusers(decision):
    assert not may(make_member(decision.application.program, "coordinator"), MINUTES)
    assert not may(make_user(), MINUTES, decision)
    assert may(make_user(superuser=True), MINUTES, decision)
