"""Somebody is put on a committee by their address: the letter, the page behind its link, and the account."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from programs.letters.delivery import deliver_due
from programs.models import AccessLink, CommitteeMember, CommitteeNotice, Correspondent, Letter
from programs.people.erasing import erase_leftovers
from programs.planning.organization.joining import forget_committee_notices
from tests.factories import make_member, make_program, make_user
from tests.saving import fields

pytestmark = pytest.mark.django_db

GOOD = {
    "first_name": "Ana",
    "last_name": "Ruiz",
    "new_password1": "a long one, chosen well",
    "new_password2": "a long one, chosen well",
}


@pytest.fixture
def program():
    return make_program("ALSC")


@pytest.fixture
def admin(client):
    client.force_login(make_user("admin", superuser=True))
    return client


def appoint(client, program, **who):
    address = reverse("committee:add")
    sent = fields(client.get(address)) | {"program": program.pk, "duty": "reader", "user": "", "email": ""}
    return client.post(address, sent | who)


def link():
    """The address in the last letter that left."""
    deliver_due()
    return urlsplit(next(line for line in mail.outbox[-1].body.split() if "/committee/join/" in line)).path


@pytest.fixture
def invited(admin, program):
    assert appoint(admin, program, email="Ana@Example.org").status_code == 302
    return CommitteeMember.objects.get()


def test_who_has_no_account_gets_a_letter_and_makes_one(invited, program):
    address = link()
    letter = mail.outbox[-1]
    assert letter.to == ["Ana@Example.org"]
    assert "Your duty: Reader: reads." in letter.body
    reader = Client()
    assert "Join the committee" in reader.get(address).content.decode()
    assert not invited.user.has_usable_password()
    assert reader.post(address, GOOD, follow=True).status_code == 200
    assert reader.login(username="ana@example.org", password=GOOD["new_password1"])
    assert reader.get(reverse("application:index")).status_code == 200
    invited.user.refresh_from_db()
    assert invited.user.get_full_name() == "Ana Ruiz"


def test_the_link_sets_no_second_password(invited):
    address = link()
    Client().post(address, GOOD)
    before = get_user_model().objects.get(pk=invited.user_id).password
    again = Client().post(address, GOOD | dict.fromkeys(("new_password1", "new_password2"), "another long one, too"))
    assert "You have an account" in again.content.decode()
    assert get_user_model().objects.get(pk=invited.user_id).password == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"new_password2": "something else"}, "didn’t match"),
        ({"new_password1": "12345678", "new_password2": "12345678"}, "too common"),
        ({"new_password2": ""}, "Type the password once more."),
        ({"first_name": ""}, "Type your first name."),
    ],
)
def test_what_is_no_password_is_said_and_the_names_stay(invited, typed, told):
    answer = Client().post(link(), GOOD | typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    assert "Ruiz" in page
    assert GOOD["new_password1"] not in page


def test_a_link_opens_nothing_once_it_is_old_or_the_duty_is_taken_away(admin, invited, monkeypatch):
    address = link()
    AccessLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(address).status_code == 404
    AccessLink.objects.update(expires_at=None)
    assert Client().get(address).status_code == 200
    admin.post(reverse("committee:delete", args=[invited.pk]))
    assert Client().get(address).status_code == 404
    assert Client().post(address, GOOD).status_code == 404
    assert not get_user_model().objects.get(username="ana@example.org").has_usable_password()


def test_who_has_an_account_is_told_without_a_link(admin, program):
    known = make_user("known")
    assert appoint(admin, program, email=known.email).status_code == 302
    deliver_due()
    assert "/committee/join/" not in mail.outbox[-1].body
    assert reverse("wagtailadmin_home") in mail.outbox[-1].body
    assert CommitteeMember.objects.get().user == known


def test_a_second_committee_invites_the_same_account(admin, invited):
    other = make_program("OTHER")
    assert appoint(admin, other, email="ana@example.org").status_code == 302
    assert set(CommitteeMember.objects.values_list("user", flat=True)) == {invited.user_id}
    address = link()
    Client().post(address, GOOD)
    assert Letter.objects.filter(kind="invited_to_committee").count() == 2


def test_a_letter_that_is_no_longer_true_stays(admin, invited):
    CommitteeMember.objects.update(until=timezone.localdate() - timedelta(days=1))
    deliver_due()
    assert mail.outbox == []
    assert Letter.objects.get().held_at


def test_an_address_whose_name_to_sign_in_is_taken_is_refused(admin, program):
    taken = make_user("ana@example.org")
    taken.email = "other@example.org"
    taken.save()
    page = appoint(admin, program, email="ana@example.org").content.decode()
    assert "More than one account has this address" in page
    assert "ana@example.org" in page
    assert not CommitteeMember.objects.exists()


def test_nobody_is_left_when_the_notice_is_old(invited):
    link()
    forget_committee_notices(timezone.now() + timedelta(days=61))
    assert not CommitteeNotice.objects.exists()
    erase_leftovers()
    assert not Correspondent.objects.exists()
    assert CommitteeMember.objects.exists()


def test_a_member_without_an_address_is_appointed_in_silence(admin, program):
    make_member(program)
    silent = make_user("silent")
    silent.email = ""
    silent.save()
    assert appoint(admin, program, user=silent.pk).status_code == 302
    assert not Letter.objects.exists()
