"""How an application stands, by what it says and by what the committee knows."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import registry

from programs.membership.claims import (
    Membership,
    claim,
    confirm,
    digest_of,
    membership_of,
    normal,
    note_missing,
    with_membership,
)
from programs.membership.lists import replace_numbers
from programs.models import Application, Claim, FormVersion, MemberList
from tests.factories import make_application, make_call, make_user

from .conftest import NUMBER


@pytest.fixture
def listed(call):
    member_list = MemberList.objects.create(call=call, added_at=timezone.now())

    def put(*numbers):
        with transaction.atomic():
            replace_numbers(member_list, numbers)

    return put


def stands(application, number):
    claim(application)
    return membership_of(application) == number


@pytest.mark.parametrize("typed", ["0012345", "12345", " 12-345 ", "12.345", "１２３４５"])
def test_a_number_is_known_however_it_is_spelled(apply, listed, typed):
    listed("0012345")
    assert stands(apply(typed), Membership.VERIFIED)


@pytest.mark.parametrize("typed", ["12346", "x", "000", None, "---"])
def test_whatever_is_not_on_the_list_is_to_be_verified(apply, listed, typed):
    listed("12345")
    assert stands(apply(typed), Membership.TO_VERIFY)


def test_without_a_list_every_number_is_to_be_verified(apply):
    assert stands(apply("12345"), Membership.TO_VERIFY)


def test_who_was_not_asked_is_not_judged(call, version, apply):
    plain = make_application(call)
    assert stands(plain, Membership.NOT_ASKED)
    assert membership_of(apply("12345")) == Membership.NOT_ASKED, "nobody has noted it yet"


def test_who_was_not_shown_the_question_was_not_asked(call):
    asks = {"type": "yes_no", "key": "is", "label": "Member?", "hint": "", "why": "", "required": True}
    hidden = NUMBER | {"shown_if": {"key": "is", "answers": ["yes"]}}
    version = FormVersion.objects.create(
        form=call.form, language="en", digest="c", sections=[{"questions": [asks, hidden]}]
    )
    assert stands(make_application(call, version=version, answers={"is": "no"}), Membership.NOT_ASKED)
    yes = {"is": "yes", "member": "1"}
    assert stands(make_application(call, version=version, answers=yes), Membership.TO_VERIFY)


def test_a_list_that_comes_later_verifies_and_one_without_the_number_does_not(apply, listed):
    application = apply("12345")
    claim(application)
    listed("12345")
    assert membership_of(application) == Membership.VERIFIED
    listed("777")
    assert membership_of(application) == Membership.TO_VERIFY


def test_a_list_is_for_its_call_alone(apply, listed, version):
    listed("12345")
    elsewhere = make_application(make_call(), version=version, answers={"member": "12345"})
    assert stands(elsewhere, Membership.TO_VERIFY)
    assert digest_of("12345", 1) != digest_of("12345", 2)


def test_the_number_itself_is_kept_nowhere_but_in_the_answer(apply, listed):
    listed("98765432")
    claim(apply("98765432"))
    kept = [*Claim.objects.values_list("digest", flat=True), *MemberList.objects.get().numbers.values_list("digest")]
    assert "98765432" not in str(kept)


def test_a_number_that_was_changed_is_to_be_verified_again(apply):
    application = apply("12345")
    claim(application)
    confirm(application, by=make_user())
    claim(application)
    assert membership_of(application) == Membership.VERIFIED, "nothing was changed"
    application.answers = {"member": "777"}
    claim(application)
    assert membership_of(application) == Membership.TO_VERIFY


def test_the_committee_confirms_and_takes_it_back(apply):
    application = apply(None)
    claim(application)
    rose = make_user("rose")
    assert confirm(application, by=rose)
    assert not confirm(application, by=rose), "twice is once"
    assert membership_of(application) == Membership.VERIFIED
    assert confirm(application, by=rose, yes=False)
    assert membership_of(application) == Membership.TO_VERIFY
    told = [str(entry.message) for entry in registry.get_logs_for_instance(application).order_by("pk")]
    assert told == ["Membership verified", "Membership to verify"]


def test_what_nobody_noted_is_noted_within_minutes(apply, call, django_assert_num_queries):
    application, plain = apply("12345"), make_application(call)
    note_missing()
    assert [one.application for one in Claim.objects.all()] == [application]
    Claim.objects.update(made_at=timezone.now() - timedelta(minutes=5))
    Application.objects.filter(pk=application.pk).update(answers={"member": "777"}, changed_at=timezone.now())
    note_missing()
    assert Claim.objects.get().digest == digest_of("777", call.pk)
    assert membership_of(plain) == Membership.NOT_ASKED
    with django_assert_num_queries(1):
        note_missing()


def test_many_are_judged_by_one_query(apply, listed, django_assert_num_queries):
    listed("1")
    for number in ("1", "2", None):
        claim(apply(number))
    with django_assert_num_queries(1):
        rows = list(with_membership(Application.objects.order_by("pk")))
    assert [membership_of(row).value for row in rows] == ["verified", "to_verify", "to_verify"]


def test_normal_spelling():
    assert [normal(text) for text in ("00-A 12", "Ä1", "0", "")] == ["a12", "ä1", "", ""]
