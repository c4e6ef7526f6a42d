from datetime import timedelta

import pytest
from django.utils import timezone

from programs.access import (
    ADDRESSES,
    ANNOUNCE,
    COUNT,
    DECIDE,
    DUTIES,
    LETTERS,
    OFFICE,
    PLAN,
    READ,
    SCORE,
    ProgramPolicy,
    may,
    programs_for,
    scope,
)
from programs.letters.writing import write
from programs.models import Application, Call, CommitteeMember, Decision, Letter, Program, Round, Rubric
from programs.moderation.deciding.one import decide
from tests.factories import (
    make_application,
    make_call,
    make_member,
    make_office,
    make_page_editor,
    make_program,
    make_user,
)

pytestmark = pytest.mark.django_db

MAY = {
    "superuser": {READ, SCORE, DECIDE, ANNOUNCE, LETTERS, PLAN, ADDRESSES, COUNT, OFFICE},
    "coordinator": {READ, SCORE, DECIDE, ANNOUNCE, LETTERS, PLAN, ADDRESSES, COUNT},
    "reader": {READ, SCORE, COUNT},
    "observer": {COUNT},
    "page editor": {PLAN},
    "program office": {PLAN, OFFICE},
    "office elsewhere": set(),
    "stranger": set(),
    "inactive coordinator": set(),
    "coordinator elsewhere": set(),
}
"""What each kind of person may do on a program."""


@pytest.fixture
def application():
    return make_application()


def person(kind, program):
    if kind in CommitteeMember.Duty.values:
        return make_member(program, kind)
    return {
        "superuser": lambda: make_user(superuser=True),
        "page editor": lambda: make_page_editor(program.pages.get()),
        "program office": lambda: make_office(program.host),
        "office elsewhere": lambda: make_office(make_program().host),
        "stranger": make_user,
        "inactive coordinator": lambda: deactivated(make_member(program)),
        "coordinator elsewhere": lambda: make_member(make_program()),
    }[kind]()


def deactivated(user):
    user.is_active = False
    user.save()
    return user


@pytest.mark.parametrize("what", DUTIES)
@pytest.mark.parametrize("kind", MAY)
def test_who_may_do_what_on_a_program(application, kind, what):
    user = person(kind, application.program)
    assert may(user, what, application.program) == (what in MAY[kind])
    assert (application.program in programs_for(user, what)) == (what in MAY[kind])


def test_every_row_of_a_program_is_reached_from_it(application):
    letter = write("received", application)
    coordinator = make_member(application.program)
    decide(application, "accept", by=coordinator, seen="received")
    decision = application.decisions.get()
    for row in (application.program, application.call.round, application.call, application, decision, letter):
        assert may(coordinator, READ, row), row
        assert not may(make_member(make_program()), READ, row), row
    for model in (Program, Round, Call, Application, Decision, Letter):
        assert scope(model.objects.all(), coordinator, READ).count() == 1, model


@pytest.mark.parametrize(
    ("since", "until", "active"),
    [(None, None, True), (0, 0, True), (-5, 5, True), (None, -1, False), (1, None, False), (-9, -1, False)],
)
def test_duty_lasts_from_its_first_to_its_last_day(application, since, until, active):
    today = timezone.localdate()

    def day(offset):
        return None if offset is None else today + timedelta(days=offset)

    user = make_member(application.program, since=day(since), until=day(until))
    assert may(user, DECIDE, application) == active
    assert user.has_perm("wagtailadmin.access_admin") == active


def test_policy_allows_unnamed_actions_to_superusers_only(application):
    policy = ProgramPolicy(Application, view=READ)
    coordinator, superuser = make_member(application.program), make_user(superuser=True)
    assert policy.user_has_permission_for_instance(coordinator, "view", application)
    assert not policy.user_has_permission_for_instance(coordinator, "delete", application)
    assert not policy.user_has_permission(coordinator, "delete")
    assert policy.user_has_permission_for_instance(superuser, "delete", application)


def test_deactivated_superuser_may_nothing(application):
    user = deactivated(make_user(superuser=True))
    policy = ProgramPolicy(Application, view=READ)
    assert not may(user, READ, application)
    assert not policy.user_has_permission(user, "view")
    assert not policy.instances_user_has_permission_for(user, "view").exists()


def test_coordinator_in_one_program_and_reader_in_another_decides_only_in_the_first(application):
    other = make_application(make_call())
    user = make_member(application.program)
    make_member(other.program, "reader", user=user)
    assert set(scope(Application.objects.all(), user, READ)) == {application, other}
    assert set(scope(Application.objects.all(), user, DECIDE)) == {application}


def test_a_reader_without_names_scores_and_reads_nothing_by_name():
    application = make_application()
    reader, coordinator = (make_member(application.program, duty) for duty in ("reader", "coordinator"))
    Rubric.objects.create(program=application.program, anonymous=True)
    assert (may(reader, READ, application), may(reader, SCORE, application)) == (False, True)
    assert may(coordinator, READ, application)
    assert not scope(Application.objects.all(), reader, READ).exists()
    CommitteeMember.objects.create(program=application.program, user=reader, duty="coordinator")
    assert may(reader, READ, application)
