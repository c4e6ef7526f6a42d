"""Asking to be told when a program opens."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programs.models import Letter, Reminder
from tests.factories import make_call, make_program, make_program_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    """Published, and open in ten days."""
    program = make_program("ALSC")
    make_program_page(program)
    make_call(program, opens=timezone.now() + timedelta(days=10))
    return program


def ask(client, email="sample@example.org", path="/remind/ALSC/"):
    return client.post(path, {"email": email})


def test_asking_keeps_the_address_and_writes_to_it(client, program):
    answer = ask(client)
    assert answer.status_code == 200
    assert "Look at your mail" in answer.content.decode()
    reminder, letter = Reminder.objects.get(), Letter.objects.get()
    assert (reminder.program, reminder.email, reminder.confirmed_at) == (program, "sample@example.org", None)
    assert (letter.reminder, letter.application, letter.kind, letter.to) == (reminder, None, "confirm", reminder.email)


def test_the_form_stands_on_a_page_of_its_own(client, program):
    page = client.get("/remind/ALSC/").content.decode()
    assert 'action="/remind/ALSC/"' in page
    assert not Reminder.objects.exists()
