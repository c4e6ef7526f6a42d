"""What the database itself refuses, and the small words that rows say about themselves."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone, translation

from programs.models import (
    Application,
    Call,
    CommitteeMember,
    Decision,
    FormVersion,
    Host,
    Milestone,
    Program,
    Role,
    Round,
)
from tests.factories import make_application, make_call, make_member, make_program, make_role, make_round, make_user

pytestmark = pytest.mark.django_db


def refused(change):
    """Whether the database refuses it."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


def test_a_host_is_no_part_of_itself():
    host = Host.objects.create(name="A", kind="division")
    assert refused(lambda: Host.objects.update(parent=host))
    assert not refused(lambda: Host.objects.create(name="B", kind="section", parent=host))
    assert refused(lambda: Host.objects.create(name="A", kind="division"))


def test_a_host_is_named_with_its_acronym():
    host = Host(name="Association for Library Service to Children", acronym="ALSC")
    assert str(host) == "Association for Library Service to Children (ALSC)"
    assert str(Host(name="NMRT")) == "NMRT"


@pytest.mark.parametrize("code", ["alsc", "A", "1ALSC", "AL SC", "ALSC-1", "ÁLSC"])
def test_a_program_code_is_plain(code):
    program = make_program("GOOD")
    program.code = code
    with pytest.raises(ValidationError) as caught:
        program.full_clean()
    assert set(caught.value.message_dict) == {"code"}


@pytest.mark.parametrize("zone", ["Eastern", "America/Atlantis", "", "../../etc/passwd"])
def test_a_time_zone_is_one_that_exists(zone):
    program = make_program()
    program.time_zone = zone
    with pytest.raises(ValidationError) as caught:
        program.full_clean()
    assert set(caught.value.message_dict) == {"time_zone"}


def test_codes_and_names_of_programs_are_unique():
    make_program("ALSC", name="One")
    assert refused(lambda: make_program("ALSC", name="Two"))
    assert refused(lambda: make_program("OTHER", name="One"))


def test_texts_fall_back_to_the_associations_own_words():
    role = Role(name="Protégé", name_es="", plural="Protégés", plural_es="Aprendices")
    with translation.override("es"):
        assert (role.said("name"), role.said("plural")) == ("Protégé", "Aprendices")
    assert role.said("plural") == "Protégés"


def test_a_role_has_one_key_in_its_program():
    program = make_program()
    make_role(program, "mentee")
    assert refused(lambda: make_role(program, "mentee"))
    assert not refused(lambda: make_role(make_program(), "mentee"))


def test_a_round_ends_after_it_starts_and_has_one_address_in_its_program():
    round = make_round(make_program(), slug="fall", starts=date(2027, 1, 1), ends=date(2027, 1, 1))
    assert refused(lambda: Round.objects.update(ends=date(2026, 12, 31)))
    assert not refused(lambda: Round.objects.update(starts=None))
    assert refused(lambda: make_round(round.program, slug="fall"))
    assert not refused(lambda: make_round(make_program(), slug="fall"))


@pytest.mark.parametrize(
    ("fields", "allowed"),
    [
        ({"precision": "day", "starts": date(2027, 1, 1)}, True),
        ({"precision": "day"}, False),
        ({"precision": "day", "starts": date(2027, 1, 2), "ends": date(2027, 1, 1)}, False),
        ({"precision": "day", "ends": date(2027, 1, 1)}, False),
        ({"precision": "unknown"}, True),
        ({"precision": "unknown", "starts": date(2027, 1, 1)}, False),
        ({"precision": "unknown", "ends": date(2027, 1, 1)}, False),
    ],
)
def test_a_milestone_has_a_date_unless_it_is_to_be_announced(fields, allowed):
    round = make_round(make_program())
    assert refused(lambda: Milestone.objects.create(round=round, label="Line", **fields)) is not allowed


def test_a_call_is_one_for_a_role_in_a_round_with_one_form_and_closes_after_it_opens():
    call = make_call()
    assert refused(lambda: make_call(call.round.program, round=call.round))
    assert refused(lambda: Call.objects.update(url="https://forms.example.org/"))
    assert refused(lambda: Call.objects.update(closes=call.opens))
    assert not refused(lambda: Call.objects.update(form=None, url="https://forms.example.org/", opens=None))


def test_a_call_asks_for_a_role_of_its_own_program():
    call = make_call()
    call.role = make_role(make_program(), "mentor")
    with pytest.raises(ValidationError) as caught:
        call.full_clean()
    assert set(caught.value.message_dict) == {"role"}


def test_a_call_keeps_its_address_and_no_two_calls_share_one():
    program = make_program("ALSC")
    call = make_call(program, round=make_round(program, slug="fall"))
    assert call.slug == "alsc-fall-mentee"
    Round.objects.update(slug="fall-2025")
    Program.objects.update(code="ALSC2")
    call = Call.objects.get()
    call.save()
    assert call.slug == "alsc-fall-mentee"
    Program.objects.update(code="ALSC")
    program.refresh_from_db()
    again = make_call(program, round=make_round(program, slug="fall"))
    assert again.slug == "alsc-fall-mentee-2"


def test_one_standing_application_per_address_and_call():
    application = make_application(email="One@example.org")
    assert refused(lambda: make_application(application.call, email="one@example.org"))
    Application.objects.update(status="withdrawn")
    assert not refused(lambda: make_application(application.call, email="one@example.org"))
    assert not refused(lambda: make_application(make_call(), email="one@example.org"))


def test_one_undisclosed_decision_per_application():
    application = make_application()
    now = timezone.now()
    Decision.objects.create(application=application, verb="accept", at=now)
    assert refused(lambda: Decision.objects.create(application=application, verb="decline", at=now))
    Decision.objects.update(announced_at=now)
    assert not refused(lambda: Decision.objects.create(application=application, verb="decline", at=now))


def test_applicants_know_only_what_was_announced():
    application = make_application(status="accepted")
    assert application.disclosed_status == "received"
    now = timezone.now()
    Decision.objects.create(application=application, verb="waitlist", at=now, announced_at=now)
    Decision.objects.create(application=application, verb="accept", at=now)
    assert application.disclosed_status == "waitlisted"
    application.status = "withdrawn"
    assert application.disclosed_status == "withdrawn"


def test_a_form_version_is_made_once_and_again_when_the_questions_change():
    form = make_call().form
    version = form.version()
    assert form.version() == version
    form.sections[0].value["heading"] = "Your library"
    assert form.version() != version
    assert FormVersion.objects.count() == 2
    assert [question["key"] for question in version.questions] == ["work", "topics"]


@pytest.mark.parametrize(
    ("since", "until", "active"),
    [(None, None, True), (0, None, True), (1, None, False), (None, 0, True), (None, -1, False), (-1, 1, True)],
)
def test_a_duty_lasts_from_its_first_to_its_last_day(since, until, active):
    day = timezone.localdate()
    since, until = (None if days is None else day + timedelta(days=days) for days in (since, until))
    make_member(make_program(), since=since, until=until)
    assert CommitteeMember.objects.active().exists() is active


def test_a_duty_ends_after_it_begins_and_is_given_once():
    program, user = make_program(), make_user()
    make_member(program, user=user)
    assert refused(lambda: make_member(program, user=user))
    assert not refused(lambda: make_member(program, "reader", user=user))
    assert refused(lambda: CommitteeMember.objects.update(since=date(2027, 1, 2), until=date(2027, 1, 1)))


def test_nothing_that_applicants_depend_on_can_be_deleted():
    application = make_application()
    call = application.call
    for row in (
        call,
        call.role,
        call.round,
        call.round.program,
        call.round.program.host,
        call.form,
        application.version,
    ):
        with pytest.raises(ProtectedError), transaction.atomic():
            row.delete()
    assert Application.objects.get() == application


def test_rows_about_people_name_nobody():
    application = make_application(name="Sample Applicant")
    assert str(application) == application.reference
