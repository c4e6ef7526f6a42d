from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from programs.letters.delivery import deliver_due
from programs.models import Reminder
from programs.reminders import asking
from tests.factories import make_call, make_program, make_program_page

TEN_DAYS = timedelta(days=10)


@pytest.fixture
def program(db):
    """Published, opens for mentees in ten days."""
    return make_closed_program("ALSC")


def make_closed_program(code=None):
    program = make_program(code)
    make_program_page(program)
    make_call(program, opens=timezone.now() + TEN_DAYS)
    return program


def open_up(program):
    """As its call's opening does, without waiting for it."""
    program.rounds.get().calls.update(opens=timezone.now())


def ask(client, email="sample@example.org", path="/remind/ALSC/"):
    return client.post(path, {"email": email})


def make_reminder(program, email="sample@example.org", *, confirmed=True, language="en"):
    asking.ask(program, email, language)
    reminder = Reminder.objects.get(correspondent__program=program, correspondent__email=email)
    if confirmed:
        asking.confirm(reminder)
        reminder.refresh_from_db()
    return reminder


def deliver():
    """Send what is due; the letters that went out by this, as mails."""
    before = len(mail.outbox)
    deliver_due()
    return mail.outbox[before:]


def path_in(letter, settings):
    """The path of the secret link in a mail."""
    (link,) = [word for word in letter.body.split() if "/remind/" in word]
    return link.removeprefix(settings.SITE_URL)
