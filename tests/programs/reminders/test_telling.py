"""One letter each, as soon as a program is open."""

import threading
from datetime import timedelta
from email import policy
from email.parser import BytesParser

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from programs.letters.writing import STATUS_LINK
from programs.management.commands import tick as command
from programs.models import Correspondent, Letter, Program, Reminder
from programs.reminders.forgetting import forget_reminders
from programs.reminders.telling import BATCH, tell_who_waits
from tests.factories import make_call, make_round

from .conftest import deliver, make_closed_program, make_reminder, open_up, path_in

pytestmark = pytest.mark.django_db


def opened_letters():
    return Letter.objects.filter(kind="opened")


@pytest.mark.parametrize("zone", ["America/New_York", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata"])
def test_who_waits_is_told_at_the_second_of_opening(program, zone):
    Program.objects.update(time_zone=zone)
    opens = program.rounds.get().calls.get().opens
    make_reminder(program)
    with time_machine.travel(opens - timedelta(seconds=1), tick=False) as clock:
        assert tell_who_waits() == 0
        assert not opened_letters().exists()
        clock.move_to(opens)
        assert tell_who_waits() == 1
    letter = opened_letters().get()
    assert letter.to == "sample@example.org"
    assert Reminder.objects.get().told_at == opens


def test_everybody_is_told_once(program):
    make_reminder(program)
    open_up(program)
    assert [tell_who_waits(), tell_who_waits()] == [1, 0]
    make_call(program, "mentor", round=make_round(program))
    assert tell_who_waits() == 0
    assert opened_letters().count() == 1


def test_who_did_not_confirm_is_not_told(program):
    make_reminder(program, confirmed=False)
    open_up(program)
    assert tell_who_waits() == 0


def test_who_waits_for_another_program_is_not_told(program):
    make_reminder(make_closed_program("YALSA"))
    open_up(program)
    assert tell_who_waits() == 0


@pytest.mark.parametrize("obstacle", ["paused", "called off", "form withdrawn", "full"])
def test_nobody_is_told_while_nobody_can_apply(program, obstacle):
    make_reminder(program)
    open_up(program)
    round = program.rounds.get()
    if obstacle == "paused":
        Program.objects.update(paused=True)
    elif obstacle == "called off":
        program.rounds.update(called_off=True)
    elif obstacle == "form withdrawn":
        round.calls.get().form.unpublish()
    else:
        round.calls.update(limit=0)
    assert tell_who_waits() == 0
    Program.objects.update(paused=False)
    program.rounds.update(called_off=False)
    round.calls.get().form.save_revision().publish()
    round.calls.update(limit=None)
    assert tell_who_waits() == 1


def test_the_letter_says_what_is_open_until_when_and_where(program, settings):
    settings.SITE_URL = "https://portal.example.org"
    call = program.rounds.get().calls.get()
    mentors = make_call(program, "mentor", round=call.round, closes=None)
    make_call(program, "mentee", round=make_round(program), opens=timezone.now() + timedelta(days=300), closes=None)
    make_reminder(program)
    deliver()
    now = call.closes.replace(year=2027, month=1, day=5, hour=12, minute=0)
    call.round.calls.filter(pk=call.pk).update(opens=now, closes=now + timedelta(days=24))
    call.round.calls.filter(pk=mentors.pk).update(opens=now, preferred_by=now + timedelta(days=9))
    with time_machine.travel(now, tick=False):
        tell_who_waits()
        (letter,) = deliver()
    text = letter.body.replace("\u202f", " ")
    assert letter.subject == "Applications to ALSC Mentoring Program are open"
    assert "\n- Mentees: until Friday, January 29, 2027, 7:00 am Eastern.\n" in text
    assert (
        "\n- Mentors: no closing date. Apply by Thursday, January 14, 2027, 7:00 am Eastern to be read first.\n" in text
    )
    assert text.count("\n- ") == 2
    assert f"\nhttps://portal.example.org{program.pages.get().url}\n" in text
    assert "\nhttps://portal.example.org/remind/leave/" in text
    assert STATUS_LINK not in text
    assert "\n\n\n" not in text


def test_the_letter_speaks_the_language_of_whoever_asked(program):
    call = program.rounds.get().calls.get()
    call.role.plural_es = "aprendices"
    call.role.save()
    make_reminder(program, "en@example.org")
    make_reminder(program, "es@example.org", language="es")
    open_up(program)
    tell_who_waits()
    english, spanish = opened_letters().order_by("to")
    assert "- Mentees: " in english.body
    assert "- Aprendices: " in spanish.body
    assert (english.language, spanish.language) == ("en", "es")


def test_without_a_page_of_its_own_the_letter_leads_to_the_directory(program, settings):
    make_reminder(program)
    program.pages.get().unpublish()
    open_up(program)
    tell_who_waits()
    assert f"\n{settings.SITE_URL}/\n" in opened_letters().get().body


def test_a_name_can_fake_neither_link_nor_line(program):
    call = program.rounds.get().calls.get()
    call.role.plural = "mentees\n\nSubject: {status_link}"
    call.role.save()
    make_reminder(program)
    open_up(program)
    tell_who_waits()
    body = opened_letters().get().body
    assert body.count(STATUS_LINK) == 1
    assert "\nSubject" not in body


def test_one_click_in_the_mail_program_leaves(program, settings):
    make_reminder(program)
    (confirm,) = deliver()
    assert "List-Unsubscribe" not in confirm.extra_headers
    open_up(program)
    tell_who_waits()
    (opened,) = deliver()
    heads = BytesParser(policy=policy.default).parsebytes(opened.message().as_bytes())
    assert heads["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert heads["List-Unsubscribe"].strip() == f"<{settings.SITE_URL}{path_in(opened, settings)}>"
    answer = Client(enforce_csrf_checks=True).post(path_in(opened, settings), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Reminder.objects.exists()


def test_letters_of_one_reminder_go_out_in_their_order(program):
    """Nobody is asked to confirm after being told."""
    make_reminder(program)
    now = timezone.now()
    Letter.objects.update(due_at=now + timedelta(minutes=5), attempts=1)
    open_up(program)
    tell_who_waits()
    assert not deliver()
    with time_machine.travel(now + timedelta(minutes=6)):
        assert [letter.subject.partition(" ")[0] for letter in deliver()] == ["Please", "Applications"]


def many(program, number):
    people = Correspondent.objects.bulk_create(
        Correspondent(program=program, email=key, email_key=key, language="en")
        for key in (f"sample{n}@example.org" for n in range(number))
    )
    now = timezone.now()
    Reminder.objects.bulk_create(Reminder(correspondent=person, asked_at=now, confirmed_at=now) for person in people)


def test_many_are_told_a_batch_at_a_time(program):
    many(program, 2 * BATCH + 1)
    other = make_closed_program("YALSA")
    many(other, 3)
    open_up(program)
    open_up(other)
    assert [tell_who_waits() for _ in range(4)] == [BATCH, BATCH, 4, 0]
    assert opened_letters().count() == 2 * BATCH + 4


def test_one_tick_tells_all_and_sends_all(program, monkeypatch):
    monkeypatch.setattr(command, "close_old_connections", lambda: None)
    many(program, 2 * BATCH + 1)
    open_up(program)
    call_command("tick")
    assert len({letter.to[0] for letter in mail.outbox}) == len(mail.outbox) == 2 * BATCH + 1


def test_asking_what_is_open_costs_the_same_for_many_programs(program):
    make_reminder(program)
    with CaptureQueriesContext(connection) as few:
        tell_who_waits()
    for _ in range(9):
        make_reminder(make_closed_program())
    with CaptureQueriesContext(connection) as more:
        tell_who_waits()
    assert len(more) == len(few)


def test_where_nobody_waits_one_question_is_asked(program, django_assert_num_queries):
    with django_assert_num_queries(1):
        tell_who_waits()


@pytest.mark.django_db(transaction=True)
def test_many_ticks_at_once_write_one_letter_each(transactional_db):
    program = make_closed_program("ALSC")
    many(program, 20)
    open_up(program)
    begin = threading.Barrier(4)
    told, errors = [], []

    def tell():
        try:
            begin.wait()
            told.append(tell_who_waits())
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=tell) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert sum(told) == 20
    assert sorted(opened_letters().values_list("to", flat=True)) == sorted(
        Reminder.objects.values_list("correspondent__email", flat=True)
    )


def test_the_letter_leads_to_the_page_in_its_language(program, settings):
    english = program.pages.get()
    spanish = english.copy_for_translation(Locale.objects.get_or_create(language_code="es")[0], copy_parents=True)
    spanish.save_revision().publish()
    make_reminder(program, "en@example.org")
    make_reminder(program, "es@example.org", language="es")
    open_up(program)
    tell_who_waits()
    first, second = opened_letters().order_by("to")
    assert f"\n{settings.SITE_URL}{english.url}\n" in first.body
    assert f"\n{settings.SITE_URL}{spanish.url}\n" in second.body
    assert spanish.url.startswith("/es/")


def test_who_would_be_told_too_late_is_not_told_and_waits_for_the_next_opening(program):
    """The mail server was down for as long as the program was open."""
    make_reminder(program)
    deliver()
    open_up(program)
    tell_who_waits()
    closed = timezone.now() - timedelta(seconds=1)
    program.rounds.get().calls.update(opens=closed - timedelta(days=9), closes=closed)
    assert deliver() == []
    assert opened_letters().get().held_at
    forget_reminders()
    assert Reminder.objects.get().told_at is None
    program.rounds.get().calls.update(closes=timezone.now() + timedelta(days=9))
    assert tell_who_waits() == 1
    assert len(deliver()) == 1
    forget_reminders()
    assert not Reminder.objects.exists()
    assert not Letter.objects.exists()
