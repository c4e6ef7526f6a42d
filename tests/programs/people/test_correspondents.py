"""One row for each address in each program, however it is spelled and however many ask at once."""

import threading

import pytest
from django.db import connection, transaction

from programs.letters.applicants import APPLICATION
from programs.models import AccessLink, Application, Correspondent
from programs.people.correspondents import address_key, correspondent_for
from programs.people.secret_links import opened
from programs.reminders.letters import REMINDER
from tests.factories import make_application, make_call, make_link, make_program

pytestmark = pytest.mark.django_db


def test_two_spellings_are_one_address():
    assert address_key(" Sample@Example.ORG ") == address_key("sample@example.org")


def test_one_address_is_one_correspondent_a_program_who_keeps_the_first_spelling():
    program, other = make_program(), make_program()
    first = correspondent_for(program, "Sample@example.org", language="en", name="Sample")
    again = correspondent_for(program, "sample@EXAMPLE.org", language="es")
    elsewhere = correspondent_for(other, "sample@example.org", language="en")
    assert first == again != elsewhere
    again.refresh_from_db()
    assert (again.email, again.name, again.language) == ("Sample@example.org", "Sample", "es")


def test_an_application_keeps_the_name_and_the_language_it_was_sent_in():
    first = make_application(email="sample@example.org", name="Before", language="es")
    make_application(make_call(first.program, "mentor"), email="sample@example.org", name="After", language="en")
    first = Application.objects.get(pk=first.pk)
    assert (first.name, first.language, first.correspondent.name) == ("Before", "es", "After")


def test_a_link_opens_nothing_but_its_own_persons_own_matter():
    mine, other = make_application(email="me@example.org"), make_application(email="other@example.org")
    token = make_link(mine).rstrip("/").rpartition("/")[2]
    assert opened(token, APPLICATION) == mine
    assert opened(token, REMINDER) is None
    AccessLink.objects.update(about=other.about)
    assert opened(token, APPLICATION) is None


@pytest.mark.django_db(transaction=True)
def test_eight_that_ask_at_once_find_one_row():
    program = make_program()
    begin, errors = threading.Barrier(8), []

    def find():
        try:
            begin.wait()
            with transaction.atomic():
                correspondent_for(program, "sample@example.org", language="en")
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=find) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert Correspondent.objects.count() == 1
