"""What is left of a reminder: nothing, soon."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from programs.letters.delivery import LEASE, claim, deliver_due, lease
from programs.letters.writing import write
from programs.models import AccessLink, Letter, Program, Reminder
from programs.people.erasing import erase
from programs.reminders import forgetting
from programs.reminders.forgetting import forget_reminders
from programs.reminders.telling import tell_who_waits
from tests.factories import make_application, make_user
from tests.programs.letters import mail

from .conftest import ask, deliver, make_closed_program, make_reminder, open_up, path_in

pytestmark = pytest.mark.django_db

WEEK = timedelta(days=7)


@pytest.fixture
def told(program):
    """Told, but the letter still waits."""
    reminder = make_reminder(program)
    deliver()
    open_up(program)
    tell_who_waits()
    return reminder


@pytest.fixture
def mail_server(settings):
    settings.EMAIL_BACKEND = "tests.programs.letters.mail.Backend"
    mail.server.__init__()
    return mail.server


def everything_stored():
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield from (str(row) for row in cursor.fetchall())


def test_who_was_told_is_forgotten_when_the_letter_is_out(told):
    forget_reminders()
    assert Reminder.objects.exists()
    deliver()
    assert [row for row in everything_stored() if told.correspondent.email in row]
    forget_reminders()
    assert not [row for row in everything_stored() if told.correspondent.email in row]
    assert not Letter.objects.exists()
    assert not AccessLink.objects.exists()


def test_who_could_not_be_told_is_forgotten_too(told):
    Letter.objects.filter(kind="opened").update(gave_up_at=timezone.now())
    forget_reminders()
    assert not Reminder.objects.exists()


def test_the_link_in_the_letter_is_kind_after_that(client, told, settings):
    (letter,) = deliver()
    path = path_in(letter, settings)
    assert "Take me off the list" in client.get(path).content.decode()
    forget_reminders()
    for method in (client.get, client.post):
        answer = method(path)
        assert answer.status_code == 200
        assert "Nothing more will come" in answer.content.decode()


def test_a_letter_that_a_sender_has_in_hand_is_left_to_it(told):
    now = timezone.now()
    lease(Letter.objects.get(kind="opened").pk, now)
    forget_reminders(now)
    assert Reminder.objects.exists()


def test_what_nobody_confirms_is_forgotten_after_a_week(client, program):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        ask(client)
        deliver()
        make_reminder(program, "sure@example.org")
        clock.shift(WEEK - timedelta(seconds=1))
        forget_reminders()
        assert Reminder.objects.count() == 2
        clock.shift(timedelta(seconds=1))
        forget_reminders()
    assert Reminder.objects.get().correspondent.email == "sure@example.org"
    assert {letter.to for letter in Letter.objects.all()} == {"sure@example.org"}


def test_the_week_begins_anew_with_every_letter(client, program):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        ask(client)
        clock.shift(WEEK - timedelta(days=1))
        ask(client)
        clock.shift(WEEK - timedelta(days=1))
        forget_reminders()
        assert Reminder.objects.exists()
        clock.shift(timedelta(days=1))
        forget_reminders()
        assert not Reminder.objects.exists()


def test_what_nobody_confirmed_stays_while_its_letter_is_in_hand(client, program):
    now = timezone.now()
    ask(client)
    Reminder.objects.update(asked_at=now - WEEK)
    lease(Letter.objects.get().pk, timezone.now())
    forget_reminders(timezone.now())
    assert Reminder.objects.exists()
    forget_reminders(timezone.now() + LEASE + timedelta(seconds=1))
    assert not Reminder.objects.exists()


def test_who_waits_is_kept_until_it_opens(program):
    make_reminder(program)
    forget_reminders(timezone.now() + timedelta(days=900))
    assert Reminder.objects.exists()


def test_many_are_forgotten_a_batch_at_a_time(program, monkeypatch):
    monkeypatch.setattr(forgetting, "BATCH", 2)
    for n in range(5):
        make_reminder(program, f"sample{n}@example.org", confirmed=False)
    forget_reminders(timezone.now() + WEEK)
    assert not Reminder.objects.exists()


def test_applications_and_their_letters_are_not_forgotten(told):
    application = make_application(told.program.rounds.get().calls.get())
    write("received", application)
    deliver()
    forget_reminders()
    assert Letter.objects.get().row == application


def test_who_leaves_while_the_letter_is_under_way_disturbs_nobody(told, mail_server, client, settings):
    other = make_reminder(told.program, "other@example.org")
    tell_who_waits()

    def leave(letter):
        mail_server.on_send = lambda letter: None
        assert client.post(path_in(letter, settings)).status_code == 200

    mail_server.on_send = leave
    counts = deliver_due()
    assert (counts.sent, counts.failed) == (3, 0)  # told, and both letters of the other, one after the other
    assert Reminder.objects.get() == other


def test_a_letter_whose_reader_leaves_before_it_is_leased_is_nobodys(told):
    pk = Letter.objects.get(kind="opened").pk
    erase(Reminder.objects.all())
    assert lease(pk, timezone.now()) is None


@pytest.mark.django_db(transaction=True)
def test_who_leaves_before_the_link_is_minted_gets_no_letter_and_holds_nobody_up(mail_server, monkeypatch):
    program = make_closed_program("ALSC")
    make_reminder(program, "leaves@example.org", confirmed=False)
    make_reminder(program, "stays@example.org", confirmed=False)

    def take(now, most):
        letters = claim(now, most)
        erase(Reminder.objects.filter(correspondent__email="leaves@example.org"))
        return letters

    monkeypatch.setattr("programs.letters.delivery.claim", take)
    counts = deliver_due()
    assert [mail.to for mail in mail_server.mails] == [["stays@example.org"]]
    assert counts.sent == 1
    assert AccessLink.objects.count() == 1


def test_a_program_goes_with_its_reminders_and_not_with_its_applications(client, program):
    client.force_login(make_user(superuser=True))
    empty = Program.objects.create(host=program.host, code="NEW", name="New program")
    make_reminder(empty)
    assert client.post(reverse("program:delete", args=[empty.pk])).status_code == 302
    assert not Program.objects.filter(pk=empty.pk).exists()
    assert not Reminder.objects.exists()
    assert not Letter.objects.exists()
