"""Late entry by a link for one person, with an end."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from programs.applying.beginning.inviting import forget_invitations
from programs.models import Application, Correspondent, Draft, Invitation
from programs.people.correspondents import correspondent_for
from programs.people.secret_links import mint
from tests.applying import answer, send
from tests.factories import make_application

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation(call):
    type(call).objects.update(opens=timezone.now() - timedelta(days=9), closes=timezone.now() - timedelta(days=2))
    with transaction.atomic():
        person = correspondent_for(call.round.program, "late@example.org", language="en")
    until = timezone.localdate() + timedelta(days=3)
    return Invitation.objects.create(call=call, correspondent=person, language="en", until=until)


@pytest.fixture
def path(invitation):
    return "/invitation/open/" + mint(invitation, "invitation_open").rstrip("/").split("/")[-1] + "/"


def fill(client, call):
    client.post(
        f"/apply/{call.slug}/form/", {"go": "on", "name": "Late Person", "email": "x@example.org", "agree": "on"}
    )
    answer(client, call)
    return send(client, call)


def test_whoever_is_invited_applies_after_closing_and_is_marked_late(client, path, call):
    assert client.get(path).status_code == 200
    assert not Draft.objects.exists()
    assert client.post(path).url == f"/apply/{call.slug}/form/"
    assert fill(client, call).status_code == 302
    application = Application.objects.get()
    assert application.late
    assert application.email == "late@example.org"


def test_nobody_else_can(client, path, call):
    assert "takes no applications now" in client.get(f"/apply/{call.slug}/form/").content.decode()


def test_the_link_comes_back_to_what_was_typed_on_any_device(client, path, call):
    client.post(path)
    client.post(f"/apply/{call.slug}/form/", {"go": "on", "name": "Late Person", "agree": "on"})
    other = type(client)()
    other.post(path)
    assert 'value="Late Person"' in other.get(f"/apply/{call.slug}/form/").content.decode()
    assert Draft.objects.count() == 1


def test_a_full_call_has_room_for_whoever_is_invited(client, path, call):
    type(call).objects.update(limit=1, closes=timezone.now() + timedelta(days=2))
    make_application(call)
    client.post(path)
    fill(client, call)
    assert not Application.objects.get(correspondent__email="late@example.org").late


@pytest.mark.parametrize("why", ["ended", "called off", "paused"])
def test_what_has_ended_takes_nothing_and_keeps_what_was_typed(client, path, call, invitation, why):
    client.post(path)
    client.post(f"/apply/{call.slug}/form/", {"go": "on", "name": "Late Person", "agree": "on"})
    if why == "ended":
        Invitation.objects.update(until=timezone.localdate() - timedelta(days=2))
        assert client.get(path).status_code == 404
    elif why == "called off":
        type(call.round).objects.update(called_off=True)
    else:
        type(call.round.program).objects.update(paused=True)
    refused = send(client, call)
    assert refused.status_code == 409
    assert "Late Person" in refused.content.decode()
    assert not Application.objects.exists()


def test_an_invitation_is_forgotten_a_month_after_its_end(invitation):
    forget_invitations(timezone.now() + timedelta(days=32))
    assert Invitation.objects.exists()
    forget_invitations(timezone.now() + timedelta(days=35))
    assert not Invitation.objects.exists()
    assert not Correspondent.objects.exists()
