"""Whoever applied to a round that is called off can see so and withdraw, and is promised no day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from programs.letters.writing import render
from tests.factories import make_application, make_call, make_link, make_program, make_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    day = timezone.localdate() + timedelta(days=40)
    program = make_program("ALSC")
    round = make_round(program, decisions_by=day, starts=day, called_off=True)
    return make_application(make_call(program, round=round))


def test_the_status_page_says_so_and_withdrawing_works(client, application):
    client.post(make_link(application).removeprefix("http://127.0.0.1:8000"))
    shown = client.get(reverse("status", args=[application.reference])).content.decode()
    assert "This round is called off." in shown
    assert "We write to you by" not in shown
    assert client.post(reverse("status_withdraw", args=[application.reference])).status_code == 302
    application.refresh_from_db()
    assert application.status == "withdrawn"


@pytest.mark.parametrize("kind", ["received", "accept", "waitlist", "withdrawn"])
def test_no_letter_names_a_day_of_it(application, kind):
    _subject, body = render(kind, application)
    assert str((timezone.localdate() + timedelta(days=40)).year) not in body
