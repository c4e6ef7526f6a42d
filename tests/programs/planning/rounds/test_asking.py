"""Saving a round asks once before it takes something from people who are in the middle of an open call."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.asking.consequences import SEEN
from tests import saving
from tests.factories import make_application, make_call, make_form, make_page_editor, make_program, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    return make_call(make_program("ALSC", time_zone="UTC"))


def typed(instant):
    return instant.strftime("%Y-%m-%d %H:%M")


def save(client, call, closes=None, **fields):
    """What the round's form sends; a field of the round has the mark `round_`."""
    own = {"name": call.round.name, "slug": call.round.slug}
    own |= {name.removeprefix("round_"): value for name, value in fields.items() if name.startswith("round_")}
    counts = {"milestones-TOTAL_FORMS": 0, "milestones-INITIAL_FORMS": 0}
    counts |= {"calls-TOTAL_FORMS": 1, "calls-INITIAL_FORMS": 1}
    row = {"id": call.pk, "role": call.role_id, "form": call.form_id, "opens": typed(call.opens)}
    row |= {"closes": typed(closes or call.closes)} | fields
    inline = {f"calls-0-{name}": value for name, value in row.items() if not name.startswith(("round_", SEEN))}
    return saving.save(
        client,
        reverse("round:edit", args=[call.round_id]),
        own | counts | inline | {name: value for name, value in fields.items() if name == SEEN},
    )


def test_an_earlier_deadline_asks_once_and_loses_nothing_typed(client, call):
    make_application(call)
    client.force_login(make_user(superuser=True))
    sooner = call.closes - timedelta(days=10)
    answer = save(client, call, sooner)
    shown = answer.content.decode()
    assert "It closes earlier from now on" in shown
    assert "1 application has come in." in shown
    assert typed(sooner) in shown
    before = call.closes
    call.refresh_from_db()
    assert call.closes == before
    token = answer.context["form"].asked_token
    assert save(client, call, sooner, **{SEEN: token}).status_code == 302
    call.refresh_from_db()
    assert typed(call.closes) == typed(sooner)
    assert save(client, call).status_code == 302


@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=3)])
def test_the_same_deadline_or_a_later_one_asks_nothing(client, call, later):
    client.force_login(make_user(superuser=True))
    type(call).objects.update(closes=call.closes.replace(second=0, microsecond=0))
    assert save(client, call, call.closes + later).status_code == 302


def test_another_form_is_asked_about(client, call):
    other = make_form(call.round.program)
    client.force_login(make_user(superuser=True))
    type(call).objects.update(closes=call.closes.replace(second=0, microsecond=0))
    answer = save(client, call, form=other.pk)
    assert "It asks with another form from now on." in answer.content.decode()
    call.refresh_from_db()
    assert call.form_id != other.pk


def test_calling_a_round_off_is_asked_about(client, call):
    client.force_login(make_user(superuser=True))
    assert "The round is called off." in save(client, call, round_called_off="on").content.decode()


def test_page_editors_do_not_learn_how_many_applied(client, call):
    make_application(call)
    client.force_login(make_page_editor(call.round.program.pages.get()))
    shown = save(client, call, call.closes - timedelta(days=10)).content.decode()
    assert "It closes earlier from now on" in shown
    assert "come in" not in shown


def test_a_call_that_is_not_open_asks_nothing(client, call):
    type(call).objects.update(opens=timezone.now() + timedelta(days=1))
    call.refresh_from_db()
    client.force_login(make_user(superuser=True))
    assert save(client, call, call.closes - timedelta(days=10)).status_code == 302
