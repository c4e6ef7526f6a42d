"""Late entries, as a coordinator makes and ends them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programs.models import AccessLink, Call, Invitation, Letter
from programs.people.secret_links import mint
from tests.factories import make_application, make_call, make_member


@pytest.fixture
def closed(call):
    Call.objects.update(opens=timezone.now() - timedelta(days=9), closes=timezone.now() - timedelta(days=1))
    call.refresh_from_db()
    return call


def invite(client, call, **other):
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    typed = {"call": call.pk, "email": "late@example.org", "language": "es", "until": day} | other
    return client.post("/admin/mentoring/late/new/", typed, follow=True)


def test_an_invitation_goes_by_letter_in_its_language(desk, closed, coordinator):
    told = invite(desk, closed).content.decode()
    assert "goes by letter to late@example.org" in told
    assert f"/admin/mentoring/late/delete/{Invitation.objects.get().pk}/" in told
    letter = Letter.objects.get()
    assert (letter.kind, letter.to, letter.language) == ("invited", "late@example.org", "es")
    assert letter.body.count("{status_link}") == 1
    assert Invitation.objects.get().by == coordinator


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"email": "nobody"}, "Enter an email address"),
        ({"until": "2020-01-01"}, "This day has passed"),
        ({"until": ""}, "required"),
    ],
)
def test_what_cannot_be_is_refused_in_words(desk, closed, typed, says):
    assert says in invite(desk, closed, **typed).content.decode()
    assert not Letter.objects.exists()


def test_nobody_is_invited_twice_or_after_applying(desk, closed):
    invite(desk, closed)
    assert "invited already" in invite(desk, closed, email="LATE@example.org").content.decode()
    application = make_application(closed)
    assert application.reference in invite(desk, closed, email=application.email).content.decode()
    assert Letter.objects.count() == 1


def test_it_is_the_coordinators_of_the_program_alone_who_invite(client, desk, closed):
    other = make_call()
    assert "Select a valid choice" in invite(desk, other).content.decode()
    client.force_login(make_member(closed.round.program, "reader"))
    invite(client, closed)
    assert not Invitation.objects.exists()


def test_deleting_one_ends_its_link(desk, closed):
    invite(desk, closed)
    invitation = Invitation.objects.get()
    link = mint(invitation, "invitation_open")
    path = "/es/invitation/open/" + link.rstrip("/").split("/")[-1] + "/"
    assert desk.get(path).status_code == 200
    desk.post(f"/admin/mentoring/late/delete/{invitation.pk}/")
    assert desk.get(path).status_code == 404
    assert not Letter.objects.exists()
    assert not AccessLink.objects.exists()
