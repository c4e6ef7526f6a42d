"""Answering what the committee asked."""

import pytest

from programs.models import Inquiry
from programs.moderation.deciding.asking import ask
from tests.factories import make_application, make_user

from . import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(application):
    ask(application, "Could you meet in the evening?", by=make_user())
    return application.inquiries.get()


def address(inquiry):
    return f"/status/{inquiry.application.reference}/questions/{inquiry.pk}/"


def test_the_question_is_answered_once_and_both_stand_on_the_page(opened, application, asked):
    assert "The committee asks you something" in page(opened, application)
    assert "Could you meet in the evening?" in opened.get(address(asked)).content.decode()
    told = opened.post(address(asked), {"answer": "Yes, on\nTuesdays"}, follow=True).content.decode()
    assert "The committee has your answer" in told
    assert "asks you something" not in told
    assert "on\nTuesdays" in told
    opened.post(address(asked), {"answer": "Something else"})
    assert Inquiry.objects.get().answer == "Yes, on\nTuesdays"


def test_an_answer_that_is_too_long_is_refused_and_not_lost(opened, asked):
    refused = opened.post(address(asked), {"answer": "x" * 5001})
    assert refused.status_code == 422
    assert "x" * 5001 in refused.content.decode()
    assert "Use at most 5000 characters" in refused.content.decode()


def test_nobody_answers_for_somebody_else(opened, asked, client):
    other = make_application(asked.application.call)
    assert opened.get(f"/status/{other.reference}/questions/{asked.pk}/").status_code == 404
    client.session.flush()
    ask(other, "When?", by=make_user())
    theirs = other.inquiries.get()
    assert (
        opened.post(f"/status/{asked.application.reference}/questions/{theirs.pk}/", {"answer": "x"}).status_code == 404
    )
    assert not Inquiry.objects.exclude(answered_at=None).exists()


def test_the_copies_hold_question_and_answer(opened, application, asked):
    opened.post(address(asked), {"answer": "On Tuesdays"})
    for copy in ("copy.html", "copy.json"):
        told = opened.get(f"/status/{application.reference}/{copy}").content.decode()
        assert "meet in the evening?" in told
        assert "On Tuesdays" in told
