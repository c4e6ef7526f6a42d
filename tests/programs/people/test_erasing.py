"""Nothing of a person stays behind, and nothing else goes with them."""

import pytest
from django.db import connection

from programs.applying.intake import receive
from programs.letters.writing import write
from programs.models import AccessLink, Application, Correspondent, Letter, Reminder
from programs.people.erasing import erase, erase_leftovers, erase_people
from programs.reminders.asking import ask
from tests.factories import make_application, make_call, make_link, make_program
from tests.programs.lifecycle.racing import at_once

pytestmark = pytest.mark.django_db

ADDRESS = "sample@example.org"


@pytest.fixture
def application():
    """With a letter and a link."""
    return known(make_call(make_program("ALSC")))


def known(call, **fields):
    application = make_application(call, **{"email": ADDRESS, "name": "Sample Person"} | fields)
    write("received", application)
    make_link(application)
    return application


def left(text=ADDRESS):
    """Every row of every table that holds the text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield from (table for row in cursor.fetchall() if text in str(row))


def test_who_is_erased_goes_with_all_that_is_known_of_them(application):
    other = known(application.call, email="other@example.org")
    ask(application.program, ADDRESS, "en")
    assert set(left()) == {"programs_correspondent", "programs_letter", "programs_foundby"}
    assert erase_people(Correspondent.objects.filter(email=ADDRESS)) == 1
    assert list(left()) == []
    assert list(Application.objects.all()) == [other]
    assert [letter.row for letter in Letter.objects.all()] == [other]
    assert AccessLink.objects.get().correspondent == other.correspondent
    assert not Reminder.objects.exists()


def test_an_application_goes_with_its_letters_links_and_its_person(application):
    assert erase(Application.objects.all()) == 1
    assert list(left()) == []
    assert not AccessLink.objects.exists()


def test_an_application_that_goes_leaves_the_persons_other_ones(application):
    other = known(make_call(application.program, "mentor"))
    assert other.correspondent == application.correspondent
    erase(Application.objects.filter(pk=application.pk))
    assert [letter.row for letter in Letter.objects.all()] == [other]
    assert [link.about for link in AccessLink.objects.all()] == [other.about]


def test_a_reminder_that_goes_leaves_the_application(application):
    ask(application.program, ADDRESS, "en")
    assert Letter.objects.count() == 2
    erase(Reminder.objects.all())
    assert [letter.kind for letter in Letter.objects.all()] == ["received"]
    assert list(Application.objects.all()) == [application]


def test_what_went_another_way_leaves_nothing_for_longer_than_an_hour(application):
    other = known(make_call(application.program, "mentor"))
    gone = known(application.call, email="gone@example.org")
    Application.objects.filter(pk__in=[application.pk, gone.pk]).delete()
    assert list(left("gone@example.org"))
    erase_leftovers()
    assert list(left("gone@example.org")) == []
    assert [letter.row for letter in Letter.objects.all()] == [other]
    assert [link.about for link in AccessLink.objects.all()] == [other.about]
    assert [person.email for person in Correspondent.objects.all()] == [ADDRESS]


def test_nothing_that_stands_is_taken_for_a_leftover(application):
    ask(application.program, "reminded@example.org", "en")
    counts = [model.objects.count() for model in (Letter, AccessLink, Correspondent)]
    erase_leftovers()
    assert [model.objects.count() for model in (Letter, AccessLink, Correspondent)] == counts


def test_the_same_address_in_another_program_is_another_persons_row(application):
    elsewhere = known(make_call(make_program("YALSA")))
    erase(Application.objects.filter(pk=application.pk))
    assert [letter.row for letter in Letter.objects.all()] == [elsewhere]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(5))
def test_who_applies_while_being_erased_is_either_in_or_out(time):
    call = make_call(make_program("ALSC"))
    ask(call.round.program, ADDRESS, "en")
    version = call.form.version()
    sent = {"opened": "one", "name": "Sample", "email": ADDRESS, "answers": {}, "language": "en"}
    results = at_once(lambda: erase(Reminder.objects.all()), lambda: receive(call, version, **sent))
    assert not [result for result in results if isinstance(result, Exception)], results
    assert not Reminder.objects.exists()
    assert [letter.row for letter in Letter.objects.all()] == list(Application.objects.all())
    assert Application.objects.get().correspondent.email == ADDRESS
