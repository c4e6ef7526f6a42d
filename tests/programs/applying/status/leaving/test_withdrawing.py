"""Withdrawing stands, whatever was silently decided."""

import pytest

from programs.models import Application, Letter

from .. import decide

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("verb", [None, "accept", "waitlist", "decline"])
def test_withdrawing_stands_whatever_was_silently_decided(opened, application, verb):
    if verb:
        decide(application, verb)
    answer = opened.post(f"/status/{application.reference}/withdraw/", follow=True)
    assert "You have withdrawn" in answer.content.decode()
    assert Application.objects.get().status == "withdrawn"
    assert not application.decisions.undisclosed().exists()
    assert Letter.objects.get().kind == "withdrawn"


def test_withdrawing_twice_changes_and_writes_nothing_more(opened, application):
    for _ in range(2):
        opened.post(f"/status/{application.reference}/withdraw/")
    assert Letter.objects.count() == 1


def test_looking_at_the_withdraw_page_withdraws_nothing(opened, application):
    opened.get(f"/status/{application.reference}/withdraw/")
    assert Application.objects.get().status == "received"
