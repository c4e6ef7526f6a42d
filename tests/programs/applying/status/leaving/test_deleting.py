"""Deleting: all of it at once, whatever was silently decided, and a last letter."""

import pytest
from django.core import mail
from django.utils import timezone

from programs.applying.status.leaving.deleting import forget_erased
from programs.letters.delivery import deliver_due
from programs.models import Application, Call, Correspondent, Decision, Erased, Letter, Receipt
from tests.applying import answer, apply, send
from tests.programs.people.test_erasing import left

from .. import decide, page, tell

pytestmark = pytest.mark.django_db


def delete(client, application):
    return client.post(f"/status/{application.reference}/delete/", follow=True)


@pytest.mark.parametrize("verb", [None, "accept", "waitlist", "decline", "withdraw"])
def test_everything_goes_whatever_was_silently_decided(opened, application, verb):
    if verb:
        decide(application, verb)
    assert "/delete/" in page(opened, application)
    told = delete(opened, application).content.decode()
    assert "Your application is deleted" in told
    assert not Application.objects.exists()
    assert not Decision.objects.exists()
    assert opened.get(f"/status/{application.reference}/").status_code == 404


def test_receipts_drafts_and_links_go_too(opened, application):
    opened.post(f"/status/{application.reference}/change/")
    answer(opened, application.call, work="A museum")
    send(opened, application.call)
    delete(opened, application)
    assert not Receipt.objects.exists()
    assert list(left("A museum")) == list(left("A public library")) == []


def test_a_last_letter_says_so_and_then_nothing_is_left(opened, application):
    delete(opened, application)
    assert forget_erased() == 0
    deliver_due()
    assert "is deleted" in mail.outbox[0].subject
    assert "Dear Inés Sample" in mail.outbox[0].body
    assert "/status/open/" not in mail.outbox[0].body
    assert forget_erased() == 1
    assert not Erased.objects.exists()
    assert not Correspondent.objects.exists()
    assert not Letter.objects.exists()
    assert list(left("sample@example.org")) == []


@pytest.mark.parametrize("verb", ["accept", "waitlist", "decline"])
def test_what_was_announced_is_not_deleted_here(opened, application, verb):
    tell(application, verb)
    assert "/delete/" not in page(opened, application)
    assert "cannot be deleted" in delete(opened, application).content.decode()
    assert Application.objects.exists()


def test_withdrawn_after_an_announced_decision_stays(opened, application):
    tell(application, "accept")
    tell(application, "withdraw")
    delete(opened, application)
    assert Application.objects.exists()


def test_looking_at_the_page_deletes_nothing(opened, application):
    assert "Delete it for good" in opened.get(f"/status/{application.reference}/delete/").content.decode()
    assert Application.objects.exists()


def test_the_place_is_free_and_one_can_apply_again(opened, application):
    Call.objects.update(limit=1)
    delete(opened, application)
    apply(opened, application.call)
    assert Application.objects.get().submitted_at > application.submitted_at
    assert Application.objects.get().submitted_at <= timezone.now()
