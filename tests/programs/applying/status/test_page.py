"""Where an applicant stands, as they may know it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programs.models import Application, Program
from tests.factories import make_application, make_call, make_program, make_program_page

from . import decide, page, tell

pytestmark = pytest.mark.django_db

VERBS = {"accepted": "accept", "waitlisted": "waitlist", "declined": "decline", "withdrawn": "withdraw"}


def stand(application, status):
    if status != "received":
        tell(application, VERBS[status])


def test_the_page_shows_what_was_told_and_masks_the_address(opened, application):
    text = page(opened, application)
    for words in ("We have your application", "Inés Sample", "A public library", "Storytime", "s•••e@example.org"):
        assert words in text
    assert "sample@example.org" not in text


def test_the_time_it_was_sent_stands_on_the_programs_clock_and_for_the_readers_own(opened, application):
    sent = timezone.datetime.fromisoformat("2026-11-21T21:05:00+00:00")
    Application.objects.update(submitted_at=sent)
    text = page(opened, application)
    assert "Saturday, November 21, 2026, 4:05 pm Eastern" in text
    assert f'data-own-clock="{sent.isoformat()}"' in text


@pytest.mark.parametrize("verb", ["accept", "waitlist", "decline"])
def test_a_silent_decision_does_not_show(opened, application, verb):
    before = page(opened, application)
    decide(application, verb)
    assert page(opened, application) == before


@pytest.mark.parametrize(
    ("status", "says"),
    [("accepted", "You are accepted"), ("waitlisted", "waiting list"), ("declined", "no place this time")],
)
def test_an_announced_decision_shows(opened, application, status, says):
    stand(application, status)
    text = page(opened, application)
    assert says in text
    assert "We wrote to you with the decision" in text


@pytest.mark.parametrize("status", ["junk", "nonsense"])
def test_a_state_that_applicants_do_not_know_reads_as_received(opened, application, status, monkeypatch):
    before = page(opened, application)
    monkeypatch.setattr(Application, "disclosed_status", property(lambda row: status))
    assert page(opened, application) == before


@pytest.mark.parametrize("status", ["waitlisted", "declined", "withdrawn"])
def test_whoever_has_no_place_is_shown_open_programs_for_the_same_side(opened, application, status):
    for code, role in (("OPEN", "mentee"), ("SIDE", "mentor"), ("SHUT", "mentee")):
        program = make_program(code)
        make_program_page(program)
        call = make_call(program, role)
        if code == "SHUT":
            type(call).objects.filter(pk=call.pk).update(closes=timezone.now() - timedelta(hours=1))
    stand(application, status)
    text = page(opened, application)
    assert "OPEN Mentoring Program" in text
    assert "SIDE Mentoring Program" not in text
    assert "SHUT Mentoring Program" not in text
    assert 'href="/fit/"' in text


@pytest.mark.parametrize("status", ["waitlisted", "declined"])
def test_of_a_program_that_is_closed_one_can_be_reminded(opened, application, status):
    type(application.call).objects.update(closes=timezone.now() - timedelta(hours=1))
    stand(application, status)
    assert 'action="/remind/ALSC/"' in page(opened, application)


@pytest.mark.parametrize("status", [*VERBS, "received"])
def test_the_page_asks_as_much_of_the_database_however_many_programs_there_are(opened, application, status):
    stand(application, status)
    counts = []
    for n in range(3):
        with CaptureQueriesContext(connection) as asked:
            page(opened, application)
        counts.append(len(asked))
        make_program_page(make_program(f"MORE{n}"))
        make_call(Program.objects.get(code=f"MORE{n}"))
        make_application(make_call(make_program()), email=application.email)
    assert len(set(counts[1:])) == 1
    assert counts[-1] <= 40


def test_each_section_has_one_way_to_change_it(opened, application):
    text = page(opened, application)
    assert re.findall(r'name="go" value="(\d+)"', text) == ["1", "2"]


def test_a_called_off_round_promises_nothing(opened, application):
    type(application.call.round).objects.update(called_off=True)
    text = page(opened, application)
    assert "This round is called off" in text
    assert "whatever the decision is" not in text
    assert "status_dates" not in text
    assert ".ics" not in text
