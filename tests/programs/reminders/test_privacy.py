"""Who waits is nobody's to read, and nothing of it is left lying about."""

import logging

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import ModelLogEntry, ReferenceIndex

from programs.access import LETTERS, may
from programs.letters.writing import write
from programs.management.commands import tick as command
from programs.models import Letter
from tests.factories import make_application, make_member, make_user

from .conftest import deliver, make_reminder

pytestmark = pytest.mark.django_db

LIST = "/admin/mentoring/outbox/"


@pytest.fixture(params=["superuser", "coordinator"])
def staff(request, client, program):
    user = make_user(superuser=True) if request.param == "superuser" else make_member(program)
    client.force_login(user)
    return user


def test_nobody_reads_who_waits(client, staff, program):
    reminder = make_reminder(program)
    deliver()
    letter = reminder.letters.get()
    paths = [LIST, f"{LIST}?export=csv", f"{LIST}?export=xlsx", f"{LIST}?q=sample", f"{LIST}?kind=confirm"]
    paths += [
        reverse(f"mentoring_outbox_modeladmin_{action}", args=[letter.pk]) for action in ("inspect", "send_again")
    ]
    assert not may(staff, LETTERS, letter)
    for path in paths:
        for method in (client.get, client.post):
            response = method(path, follow=True)
            told = b"".join(response) if response.streaming else response.content
            assert response.status_code < 500
            assert b"sample@example.org" not in told, path
            assert letter.subject.encode() not in told, path
    assert Letter.objects.count() == 1


def test_the_outbox_shows_applicants_letters_as_ever(client, staff, program):
    make_reminder(program)
    call = program.rounds.get().calls.get()
    letter = write("received", make_application(call))
    assert list(client.get(LIST).context["object_list"]) == [letter]
    offered = client.get(LIST).content.decode()
    assert "Application received" in offered
    assert "Confirm a reminder" not in offered


def test_no_index_and_no_history_names_who_waits(program):
    make_reminder(program)
    entries = [*ModelLogEntry.objects.values_list("label", "data"), *ReferenceIndex.objects.values_list()]
    assert not [entry for entry in entries if "sample" in str(entry) or "reminder" in str(entry)]


def test_logs_name_the_reminder_and_not_the_person(program, caplog, settings, monkeypatch):
    monkeypatch.setattr(command, "close_old_connections", lambda: None)
    reminder = make_reminder(program)
    logger = logging.getLogger("programs")
    logger.addHandler(caplog.handler)
    settings.EMAIL_BACKEND = "tests.programs.reminders.test_privacy.Refusing"
    call_command("tick")
    logger.removeHandler(caplog.handler)
    assert f"confirm letter {reminder.letters.get().pk}, about reminder:" in caplog.text
    assert "sample" not in caplog.text


class Refusing:
    """A mail server that refuses with the person's address."""

    def __init__(self, *args, **kwargs):
        pass

    def open(self):
        return True

    def close(self):
        pass

    def send_messages(self, messages):
        raise OSError(f"No such user: {messages[0].to}")
