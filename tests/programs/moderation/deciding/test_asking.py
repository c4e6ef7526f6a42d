"""A question of the committee, its letter, and the answer on the application's screen."""

import pytest
from django.utils import timezone

from programs.letters.delivery import deliver_due
from programs.models import Inquiry, Letter
from programs.moderation.deciding.asking import ask
from tests.factories import make_application, make_call, make_member, make_user


@pytest.fixture
def application(call):
    return make_application(call)


def screen(client, application, path=""):
    return client.get(f"/admin/mentoring/applications/{application.pk}/{path}")


def send(client, application, question):
    return client.post(f"/admin/mentoring/applications/{application.pk}/ask/", {"question": question}, follow=True)


def test_a_question_goes_by_letter_and_stands_on_the_screen(desk, application):
    assert "Ask the applicant a question" in screen(desk, application).content.decode()
    told = send(desk, application, "Could you also\nmeet in the evening?").content.decode()
    assert "Not answered yet" in told
    assert "Could you also<br>meet in the evening?" in told
    assert "Asked the applicant" in told
    body = Letter.objects.get(kind="ask").body
    assert "Could you also\nmeet in the evening?" in body
    assert body.count("{status_link}") == 1


def test_the_answer_stands_below_it(desk, application):
    ask(application, "When?", by=make_user())
    Inquiry.objects.update(answer="In the <evening>", answered_at=timezone.now())
    told = screen(desk, application).content.decode()
    assert "In the &lt;evening&gt;" in told
    assert "Ask the applicant a question" in told


def test_one_question_at_a_time(desk, application):
    send(desk, application, "When?")
    assert "Ask the applicant a question" not in screen(desk, application).content.decode()
    refused = send(desk, application, "And where?")
    assert refused.status_code == 409
    assert "And where?" in refused.content.decode()
    assert Inquiry.objects.count() == Letter.objects.count() == 1


def test_nobody_is_asked_after_withdrawing(desk, call):
    application = make_application(call, status="withdrawn")
    assert send(desk, application, "Why?").status_code == 409
    assert not Inquiry.objects.exists()


def test_only_who_decides_may_ask(client, application):
    client.force_login(make_member(application.program, "reader"))
    assert "Ask the applicant" not in screen(client, application).content.decode()
    assert screen(client, application, "ask/").status_code == 302
    send(client, application, "When?")
    assert not Inquiry.objects.exists()


def test_of_another_program_there_is_nothing_to_ask(desk, application):
    other = make_application(make_call())
    assert screen(desk, other, "ask/").status_code == 302
    desk.post(f"/admin/mentoring/applications/{other.pk}/ask/", {"question": "When?"})
    assert not Inquiry.objects.exists()


@pytest.mark.parametrize("question", ["", " ", "x" * 2001])
def test_an_empty_or_endless_question_is_refused_in_words(desk, application, question):
    told = send(desk, application, question).content.decode()
    assert "Enter your question" in told or "Use at most 2000 characters" in told
    assert not Inquiry.objects.exists()


def test_a_question_that_was_answered_is_not_sent_any_more(desk, application):
    ask(application, "When?", by=make_user())
    Inquiry.objects.update(answer="Now", answered_at=timezone.now())
    deliver_due()
    assert Letter.objects.get(kind="ask").held_at
