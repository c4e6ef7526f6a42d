import logging
import os
import signal
from datetime import timedelta
from functools import partial

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from programs.letters.writing import write
from programs.management.commands import tick as command
from programs.models import Letter
from tests.factories import make_application, make_call, make_program, make_program_page

pytestmark = pytest.mark.django_db

original = command.deliver_due


@pytest.fixture(autouse=True)
def keep_connection(request, monkeypatch):
    """In a test's transaction every connection looks as if it were to be closed."""
    if "transactional_db" not in request.fixturenames:
        monkeypatch.setattr(command, "close_old_connections", lambda: None)


@pytest.fixture
def log_lines(caplog):
    logger = logging.getLogger("programs")
    logger.addHandler(caplog.handler)
    yield caplog
    logger.removeHandler(caplog.handler)


def test_tick_sends_letters_publishes_pages_and_clears_sessions():
    write("received", make_application())
    page = make_program_page(make_program(), live=False)
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    Session.objects.create(session_key="old", expire_date=timezone.now() - timedelta(days=1))
    call_command("tick")
    assert len(mail.outbox) == 1
    assert Page.objects.get(pk=page.pk).live
    assert not Session.objects.exists()


def test_tick_goes_on_while_letters_are_left(monkeypatch):
    call = make_call()
    for _ in range(5):
        write("received", make_application(call))
    monkeypatch.setattr(command, "deliver_due", lambda: original(limit=2))
    call_command("tick")
    assert len(mail.outbox) == 5


def test_a_job_that_fails_is_logged_and_stops_nothing(monkeypatch, log_lines):
    def deliver_due():
        raise OSError("no disk")

    monkeypatch.setattr(command, "deliver_due", deliver_due)
    Session.objects.create(session_key="old", expire_date=timezone.now() - timedelta(days=1))
    with pytest.raises(CommandError, match="deliver_letters") as told:
        call_command("tick")
    assert told.value.returncode == 1
    assert not Session.objects.exists()
    assert "deliver_letters" in log_lines.text
    assert "no disk" in log_lines.text


def test_the_loop_goes_on_after_a_job_that_failed_and_ends_well(monkeypatch):
    rounds = []

    def deliver_due():
        rounds.append(1)
        if len(rounds) == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        raise OSError("no disk")

    monkeypatch.setattr(command, "deliver_due", deliver_due)
    call_command("tick", "--loop", "--every=0.01")
    assert len(rounds) == 3


@pytest.mark.postgres
def test_a_database_connection_that_died_is_replaced(transactional_db):
    Session.objects.create(session_key="old", expire_date=timezone.now() - timedelta(days=1))
    connection.connection.close()
    connection.errors_occurred = True
    call_command("tick")
    assert not Session.objects.exists()


def test_a_rare_job_rests_in_between():
    done = []
    often, rare = command.Job(lambda: done.append("often")), command.Job(lambda: done.append("rare"), every=3600)
    for _ in range(3):
        command.tick([often, rare])
    assert done == ["often", "rare", "often", "often"]


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_the_loop_goes_round_until_it_is_told_to_stop(monkeypatch, request, name):
    """Whoever runs the tests in the background has Ctrl-C ignored, which the loop would respect for ever."""
    request.addfinalizer(partial(signal.signal, name, signal.signal(name, signal.default_int_handler)))
    before = signal.getsignal(name)
    rounds = []

    def deliver_due():
        rounds.append(1)
        if len(rounds) == 3:
            os.kill(os.getpid(), name)
        return original()

    monkeypatch.setattr(command, "deliver_due", deliver_due)
    write("received", make_application())
    call_command("tick", "--loop", "--every=0.01")
    assert len(rounds) == 3
    assert Letter.objects.get().sent_at
    assert signal.getsignal(name) == before


def test_an_ignored_interrupt_stays_ignored():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with command.asked_to_stop() as stop:
            os.kill(os.getpid(), signal.SIGINT)
            assert not stop.wait(0.05)
    finally:
        signal.signal(signal.SIGINT, before)
