"""Nobody is asked to apply before readers can learn what becomes of what they send."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from home.models import StandardPage
from programs.models import Program, Round
from tests.factories import (
    make_call,
    make_form,
    make_member,
    make_page_editor,
    make_privacy_notice,
    make_program,
    make_role,
    make_round,
    make_user,
)
from tests.saving import fields

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_notice")]
TOLD = "There is no published privacy notice."
PUBLISH = {"action-publish": "1"}


@pytest.fixture
def program():
    return make_program("ALSC")


def send(client, address, **more):
    return client.post(address, fields(client.get(address)) | more)


def edit(row):
    return reverse(f"{row._meta.model_name}:edit", args=[row.pk])


def test_round_with_calls_is_not_published_before_a_notice(client, program):
    client.force_login(make_member(program))
    round = make_round(program, draft=True)
    make_call(program, round=round)
    assert TOLD in client.get(edit(round)).content.decode()
    refused = send(client, edit(round), **PUBLISH)
    assert TOLD in refused.content.decode()
    assert Round.objects.get().draft
    make_privacy_notice(live=False)
    assert TOLD in send(client, edit(round), **PUBLISH).content.decode()
    StandardPage.objects.update(live=True)
    assert send(client, edit(round), **PUBLISH).status_code == 302
    assert not Round.objects.get().draft


def test_round_is_saved_as_a_draft_and_published_without_calls(client, program):
    client.force_login(make_member(program))
    round = make_round(program, draft=True)
    assert send(client, edit(round), name="Fall").status_code == 302
    assert send(client, edit(round), **PUBLISH).status_code == 302


def test_call_is_not_added_to_a_public_round_before_a_notice(client, program):
    client.force_login(make_member(program))
    round, role, form = make_round(program), make_role(program), make_form(program)
    call = {"calls-TOTAL_FORMS": "1", "calls-0-role": role.pk, "calls-0-form": form.pk, "calls-0-id": ""}
    call |= {"calls-0-DELETE": "", "calls-0-opens": "2030-01-01"}
    assert TOLD in send(client, edit(round), **call).content.decode()
    assert not round.calls.exists()
    elsewhere = call | {"calls-0-form": "", "calls-0-url": "https://forms.example.org/"}
    assert send(client, edit(round), **elsewhere).status_code == 302
    assert round.calls.exists()


def test_program_with_calls_is_not_published_before_a_notice(client, program):
    client.force_login(make_member(program))
    Program.objects.update(draft=True)
    make_call(program)
    assert TOLD in send(client, edit(program), **PUBLISH).content.decode()
    assert Program.objects.get().draft


def test_public_round_can_be_called_off_without_a_notice(client, program):
    client.force_login(make_member(program))
    round = make_round(program)
    make_call(program, round=round, opens=timezone.now() + timedelta(days=9))
    assert send(client, edit(round), called_off="on").status_code == 302
    assert Round.objects.get().called_off


def take_away(client, page):
    bulk = f"?id={page.pk}&next=/admin/"
    yield client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), follow=True)
    yield client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    for action in ("unpublish", "delete"):
        yield client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + bulk, follow=True)


def test_last_notice_stays_while_calls_are_open(client, program):
    client.force_login(make_user(superuser=True))
    notice, call = make_privacy_notice(), make_call(program)
    for answer in take_away(client, notice):
        assert "It is the only published privacy notice" in answer.content.decode()
        assert StandardPage.objects.get().live
    type(call).objects.update(opens=None, closes=timezone.now())
    client.post(reverse("wagtailadmin_pages:unpublish", args=[notice.pk]))
    assert not StandardPage.objects.get().live


def test_home_of_the_admin_tells_administrators_alone(client):
    for user, told in ((make_page_editor(), False), (make_user(superuser=True), True)):
        client.force_login(user)
        page = client.get(reverse("wagtailadmin_home")).content.decode()
        assert (TOLD in page) is told
        assert ("Add your first program" in page) is told
