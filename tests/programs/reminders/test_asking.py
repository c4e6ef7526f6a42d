"""Asking to be told when a program opens."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programs.models import Correspondent, Letter, Program, Reminder
from programs.reminders.asking import waiting_count
from tests.factories import make_call, make_program, make_program_page, make_round

from .conftest import ask, make_closed_program, make_reminder, open_up

pytestmark = pytest.mark.django_db


def test_asking_keeps_the_address_and_writes_to_it(client, program):
    answer = ask(client)
    assert answer.status_code == 200
    assert "Look at your mail" in answer.content.decode()
    reminder, letter = Reminder.objects.get(), Letter.objects.get()
    person = reminder.correspondent
    assert (person.program, person.email, reminder.confirmed_at) == (program, "sample@example.org", None)
    assert (letter.row, letter.kind, letter.to) == (reminder, "confirm", person.email)


def test_the_form_stands_on_a_page_of_its_own_too(client, program):
    page = client.get("/remind/ALSC/").content.decode()
    assert 'action="/remind/ALSC/"' in page
    assert program.name in page
    assert not Reminder.objects.exists()


def test_the_answer_is_the_same_for_every_address(client, program):
    make_reminder(program, "waits@example.org")
    make_reminder(program, "asked@example.org", confirmed=False)
    told = make_reminder(program, "told@example.org")
    Reminder.objects.filter(pk=told.pk).update(told_at=timezone.now())
    for _ in range(3):
        ask(client, "often@example.org")
    names = ("waits", "asked", "told", "often", "new")
    answers = [ask(client, f"{name}@example.org") for name in names]
    assert {(answer.status_code, answer.content) for answer in answers} == {(200, answers[0].content)}
    assert {answer.headers["Cache-Control"] for answer in answers} == {answers[0].headers["Cache-Control"]}


def test_who_is_on_the_list_gets_no_letter(client, program):
    reminder = make_reminder(program)
    ask(client)
    assert reminder.letters.count() == 1


def test_nobody_floods_a_mailbox_from_here(client, program):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(5):
            ask(client)
        assert Letter.objects.count() == 3
        ask(client, "other@example.org")
        assert Letter.objects.count() == 4
        clock.shift(timedelta(days=1) - timedelta(seconds=1))
        ask(client)
        assert Letter.objects.count() == 4
        clock.shift(timedelta(seconds=1))
        ask(client)
        assert Letter.objects.count() == 5


def test_asking_for_more_than_three_letters_a_day_does_not_keep_an_address_for_longer(client, program):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(3):
            ask(client)
        first = Reminder.objects.get().asked_at
        clock.shift(timedelta(hours=3))
        ask(client)
        assert Reminder.objects.get().asked_at == first


def test_each_program_has_its_own_list(client, program):
    make_closed_program("YALSA")
    ask(client)
    ask(client, path="/remind/YALSA/")
    assert Reminder.objects.count() == Letter.objects.count() == 2


def test_two_spellings_of_an_address_are_one(client, program):
    for email in ("Sample@example.org", " <sample@EXAMPLE.org>, "):
        ask(client, email)
    assert Reminder.objects.get().correspondent.email == "Sample@example.org"


@pytest.mark.parametrize(
    "typed",
    [
        "sample@",
        "sample@example.org, other@example.org",
        '"\x0bBcc:other"@example.org',
        "sample@example.org\r\nBcc: other@example.org",
        "a" * 255 + "@example.org",
        "<script>alert(1)</script>",
        "\0@example.org",
        "sämple@example.org",
    ],
)
def test_what_is_no_address_is_shown_again_with_what_is_wrong(client, program, typed):
    answer = ask(client, typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error: " in page
    assert 'href="#remind-email"' in page
    assert 'id="remind-email_error"' in page
    assert "<script>alert" not in page
    assert not Reminder.objects.exists()
    assert not Letter.objects.exists()


def test_what_was_typed_is_kept(client, program):
    assert 'value="sample@"' in ask(client, "sample@").content.decode()
    assert "Enter your email address" in ask(client, "").content.decode()
    assert client.post("/remind/ALSC/").status_code == 422


def test_a_program_that_is_open_says_so_and_keeps_no_address(client, program):
    open_up(program)
    for answer in (ask(client), client.get("/remind/ALSC/")):
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "takes applications now" in page
        assert f'href="{program.pages.get().url}"' in page
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("zone", ["America/New_York", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata"])
def test_at_the_second_of_opening_the_form_goes(client, program, zone):
    Program.objects.update(time_zone=zone)
    opens = program.rounds.get().calls.get().opens
    page = program.pages.get().url
    with time_machine.travel(opens - timedelta(seconds=1), tick=False) as clock:
        assert "Tell me when it opens" in client.get(page).content.decode()
        assert "Look at your mail" in ask(client, "before@example.org").content.decode()
        clock.move_to(opens)
        assert "Tell me when it opens" not in client.get(page).content.decode()
        assert "takes applications now" in ask(client, "after@example.org").content.decode()
    assert Reminder.objects.get().correspondent.email == "before@example.org"


def test_a_program_that_nobody_may_read_of_is_not_found(client, program):
    make_program("DRAFT")
    make_program_page(Program.objects.get(code="DRAFT"), live=False)
    make_program_page(make_program("TALKS", kind="discussion"))
    make_program_page(make_program("OTHERS", kind="affiliate"))
    for code in ("DRAFT", "TALKS", "OTHERS", "NOWHERE", "alsc", "confirm", "-"):
        assert client.get(f"/remind/{code}/").status_code == 404
        assert ask(client, path=f"/remind/{code}/").status_code == 404
    for path in ("/remind/%00/", "/remind/A%00B/", "/remind/" + "A" * 5000 + "/"):
        assert client.get(path).status_code == 404
    assert not Reminder.objects.exists()


def test_a_page_in_two_languages_is_one_program(client, program):
    make_program_page(program)
    assert client.get("/remind/ALSC/").status_code == 200


STATES = {
    "paused": lambda program: Program.objects.update(paused=True),
    "soon": lambda program: None,
    "deciding": lambda program: dated(program, opens=-9, closes=-3, decisions_by=9),
    "mentoring": lambda program: dated(program, opens=-9, closes=-8, starts=-5, ends=9),
    "finished": lambda program: dated(program, opens=-99, closes=-98, starts=-90, ends=-9),
    "nothing": lambda program: dated(program, opens=None, closes=None),
}


def dated(program, **days):
    now = timezone.now()
    moments = {key: value and now + timedelta(days=value) for key, value in days.items()}
    program.rounds.get().calls.update(**{key: moments.pop(key) for key in ("opens", "closes")})
    if moments:
        program.rounds.update(**{key: moment.date() for key, moment in moments.items()})


@pytest.mark.parametrize("state", STATES)
def test_whoever_comes_when_it_is_not_open_can_ask(client, program, state):
    STATES[state](program)
    answer = client.get(program.pages.get().url)
    assert answer.context["standing"].state == state
    assert 'action="/remind/ALSC/"' in answer.content.decode()
    assert "Look at your mail" in ask(client).content.decode()


@pytest.mark.parametrize("kind", ["discussion", "affiliate"])
def test_only_mentoring_programs_open(client, program, kind):
    Program.objects.update(kind=kind)
    assert "/remind/" not in client.get(program.pages.get().url).content.decode()


def test_a_form_that_is_not_open_offers_a_reminder(client, program):
    call = program.rounds.get().calls.get()
    assert 'action="/remind/ALSC/"' in client.get(f"/apply/{call.slug}/").content.decode()
    make_call(program, "mentor", round=make_round(program))
    assert "/remind/" not in client.get(f"/apply/{call.slug}/").content.decode()


def test_a_form_whose_program_has_no_page_offers_none(client, program):
    call = program.rounds.get().calls.get()
    program.pages.get().unpublish()
    assert "/remind/" not in client.get(f"/apply/{call.slug}/").content.decode()


def test_no_visitor_is_told_apart(program):
    strict = Client(enforce_csrf_checks=True)
    page = strict.get(program.pages.get().url)
    assert "csrfmiddlewaretoken" not in page.content.decode()
    for answer in (page, strict.get("/remind/ALSC/"), ask(strict), ask(strict, "wrong")):
        assert answer.status_code in {200, 422}
        assert not answer.cookies


def test_the_letter_speaks_the_language_of_the_page(client, program):
    make_closed_program("YALSA")
    ask(client, path="/es/remind/ALSC/")
    assert (Reminder.objects.get().language, Letter.objects.get().language) == ("es", "es")
    ask(client)
    assert Reminder.objects.get().language == "en"
    assert [letter.language for letter in Letter.objects.order_by("pk")] == ["es", "en"]


def test_the_letter_holds_nothing_that_was_typed(client, program):
    ask(client, "Win.a.prize@example.net")
    letter = Letter.objects.get()
    assert "prize" not in (letter.subject + letter.body).lower()
    assert program.name in letter.subject
    assert letter.body.startswith("Hello,\n")


def test_who_was_told_and_comes_again_when_it_has_closed_begins_anew(client, program):
    reminder = make_reminder(program)
    Reminder.objects.update(told_at=timezone.now())
    ask(client)
    reminder.refresh_from_db()
    assert (reminder.confirmed_at, reminder.told_at) == (None, None)
    assert reminder.letters.filter(kind="confirm").count() == 2


def test_staff_see_how_many_wait(client, program):
    other = make_closed_program("YALSA")
    for n in range(3):
        make_reminder(program, f"sample{n}@example.org")
    make_reminder(program, "unsure@example.org", confirmed=False)
    Reminder.objects.filter(correspondent__email="sample0@example.org").update(told_at=timezone.now())
    assert (waiting_count(program), waiting_count(other)) == (2, 0)


def test_asking_takes_as_long_with_many_on_the_list_as_with_none(client, program):
    for name in ("first", "next"):
        ask(client, f"{name}@example.org")
    with CaptureQueriesContext(connection) as few:
        ask(client, "second@example.org")
    people = Correspondent.objects.bulk_create(
        Correspondent(program=program, email=key, email_key=key, language="en")
        for key in (f"sample{n}@example.org" for n in range(200))
    )
    Reminder.objects.bulk_create(Reminder(correspondent=person, asked_at=timezone.now()) for person in people)
    with CaptureQueriesContext(connection) as many:
        ask(client, "third@example.org")
    assert len(many) == len(few)


def test_only_get_and_post_are_answered(client, program):
    assert client.put("/remind/ALSC/").status_code == 405
    assert client.delete("/remind/ALSC/").status_code == 405


@pytest.mark.django_db(transaction=True)
def test_an_impatient_reader_gets_one_reminder_and_three_letters(transactional_db):
    make_closed_program("ALSC")
    begin = threading.Barrier(8)
    answers, errors = [], []

    def press():
        try:
            begin.wait()
            answers.append(ask(Client()).status_code)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert answers == [200] * 8
    assert Reminder.objects.count() == 1
    assert Letter.objects.count() == 3
