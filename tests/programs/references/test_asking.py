"""Letters to whoever is named: after the proof, bounded, and never for nothing."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from programs.floods.proving import prove
from programs.letters.delivery import deliver_due
from programs.lifecycle import advance
from programs.models import AccessLink, Correspondent, Letter, Referee
from programs.references.asking import ask_again, ask_referees, remind_referees
from programs.references.naming import name_person
from programs.references.standing import ends_at
from tests.factories import make_program, make_user
from tests.programs.lifecycle.racing import at_once

from .making import PERSON, make_asked, make_asking_call, make_named

pytestmark = pytest.mark.django_db


def later(days):
    return timezone.now() + timedelta(days=days)


def test_nobody_is_written_to_before_the_applicants_address_is_proven():
    row = make_named(proven_at=None)
    assert ask_referees() == 0
    assert not Letter.objects.exists()
    prove(row.application)
    assert ask_referees() == 1
    assert ask_referees() == 0
    row.refresh_from_db()
    assert (row.status, bool(row.asked_at)) == ("asked", True)


def test_three_hundred_unproven_applications_write_to_no_stranger():
    call = make_asking_call()
    for _ in range(300):
        make_named(call, proven_at=None)
    assert ask_referees() == 0
    assert remind_referees(now=later(8)) == 0
    assert not Letter.objects.exists()
    assert Correspondent.objects.filter(email_key=PERSON["email"]).count() == 1


def test_five_a_day_to_one_person_whatever_stands_after_a_plus():
    calls = [make_asking_call() for _ in range(2)]
    for n in range(30):
        make_named(calls[n % 2], person={"name": "Sample Referee", "email": f"referee+{n}@example.org"})
    make_named(calls[0], person={"name": "Another Referee", "email": "another@example.org"})
    assert ask_referees() == 6
    assert ask_referees(now=later(0.5)) == 0
    assert Letter.objects.filter(to__startswith="referee+").count() == 5


def test_nobody_is_asked_more_than_twenty_times_a_month(monkeypatch):
    monkeypatch.setattr("programs.references.asking.TO_ONE", 1000)
    monkeypatch.setattr("programs.letters.writing.UNASKED_TO_ONE", 1000)
    call = make_asking_call()
    for _ in range(22):
        make_named(call)
    assert ask_referees() == 20


def test_what_is_held_or_junk_writes_to_nobody():
    call = make_asking_call()
    make_named(call, suspected="trap")
    junk = make_named(call, person={"name": "A", "email": "a@example.org"})
    advance(junk.application, "junk", by=make_user(), seen="received")
    assert ask_referees() == 0


def test_the_letter_says_who_asks_for_what_until_when_and_holds_one_link():
    call = make_asking_call(make_program("ALSC", name="ALSC Mentoring Program"))
    row = make_asked(call, name="Sample Applicant", email="me@example.org")
    deliver_due()
    (letter,) = mail.outbox
    assert letter.subject == "Sample Applicant asks you for a reference: ALSC Mentoring Program"
    assert letter.to == ["referee@example.org"]
    assert "Dear Sample Referee," in letter.body
    assert letter.body.count("/reference/open/") == 1
    assert "say so with one button" in letter.body
    assert "by the end of " in letter.body
    for secret in ("me@example.org", row.application.reference, "A public library"):
        assert secret not in letter.body


def test_the_letter_speaks_the_applicants_language():
    row = make_asked(language="es")
    letter = row.letters.get()
    assert letter.language == "es"
    assert row.correspondent.language == "es"


@pytest.mark.parametrize(
    "name",
    ["Win at www.evil.example", "a@b.org", "<b>x</b>", "http://evil.example/" + "x" * 100],
)
def test_no_message_travels_in_a_name(name):
    row = make_asked(name=name, person={"name": name, "email": "referee@example.org"})
    letter = row.letters.get()
    assert "\n" not in letter.subject
    assert name not in letter.subject + letter.body
    assert "Somebody asks you for a reference" in letter.subject


def test_a_name_adds_no_line_to_the_head():
    row = make_asked(name="Eve\r\nBcc: all@example.org", person={"name": "Bo\nSubject: x", "email": "r@example.org"})
    deliver_due()
    (letter,) = mail.outbox
    assert letter.message()["Bcc"] is None
    assert "\n" not in row.letters.get().subject


def test_being_named_changes_nothing_that_is_known_of_somebody():
    call = make_asking_call()
    make_named(call, name="Known Person", email="known@example.org", language="es")
    make_named(call, person={"name": "Called Otherwise", "email": "Known@example.org"})
    known = Correspondent.objects.get(email_key="known@example.org")
    assert (known.name, known.language) == ("Known Person", "es")


def test_two_reminders_a_week_after_and_three_days_before_the_end():
    row = make_asked()
    end = ends_at(row.application)
    assert remind_referees(now=later(6.5)) == 0
    assert remind_referees(now=later(7.1)) == 1
    assert remind_referees(now=later(20)) == 0
    assert remind_referees(now=end - timedelta(days=3, minutes=1)) == 0
    assert remind_referees(now=end - timedelta(days=2, hours=23)) == 1
    assert remind_referees(now=end - timedelta(days=1)) == 0
    assert list(row.letters.order_by("pk").values_list("kind", flat=True)) == ["referee", *["referee_reminder"] * 2]


def test_who_is_asked_in_the_last_days_is_reminded_once_at_most():
    now = timezone.now()
    row = make_asked(
        make_asking_call(opens=now - timedelta(days=40), closes=now - timedelta(days=9)),
        submitted_at=now - timedelta(days=30),
    )
    type(row.application).objects.update(submitted_at=now - timedelta(days=30))
    row.application.refresh_from_db()
    assert ends_at(row.application) - now < timedelta(days=6)
    written = [remind_referees(now=later(day / 4)) for day in range(24)]
    assert sum(written) == 1


def sent_or_declined(row, status):
    Referee.objects.filter(pk=row.pk).update(status=status)


ENDS = {
    "sent": lambda row: sent_or_declined(row, "answered"),
    "declined": lambda row: sent_or_declined(row, "declined"),
    "withdrawn": lambda row: advance(row.application, "withdraw", by=None, seen="received"),
    "decided": lambda row: advance(row.application, "decline", by=make_user(), seen="received"),
    "junk": lambda row: advance(row.application, "junk", by=make_user(), seen="received"),
    "replaced": lambda row: name_person(row.application, "who", {"name": "B", "email": "b@example.org"}),
    "called off": lambda row: type(row.application.call.round).objects.update(called_off=True),
    "unpublished": lambda row: row.application.call.reference_form.unpublish(),
}


@pytest.mark.parametrize("why", ENDS)
def test_no_letter_follows_once_it_is_settled(why):
    row = make_asked()
    ENDS[why](row)
    assert remind_referees(now=later(7.1)) == 0
    assert not ask_again(row)
    deliver_due()
    assert not [letter for letter in mail.outbox if letter.to == [PERSON["email"]]]
    assert not AccessLink.objects.exists()


def test_the_applicant_may_have_it_sent_once_more_a_day():
    row = make_asked()
    assert ask_again(row)
    assert not ask_again(row)
    assert row.letters.filter(kind="referee").count() == 2


def test_a_mailbox_that_is_full_keeps_nobody_else_waiting(monkeypatch):
    monkeypatch.setattr("programs.references.asking.A_ROUND", 3)
    call = make_asking_call()
    for _ in range(9):
        make_named(call)
    make_named(call, person={"name": "Another", "email": "another@example.org"})
    assert [ask_referees(), ask_referees(), ask_referees()] == [3, 3, 0]
    assert Letter.objects.filter(to="another@example.org").count() == 1


def test_rows_of_old_rounds_are_not_looked_at_again(django_assert_max_num_queries):
    now = timezone.now()
    call = make_asking_call(opens=now - timedelta(days=99), closes=now - timedelta(days=60))
    for n in range(5):
        person = {"name": "R", "email": f"r{n}@example.org"}
        make_named(call, person=person, submitted_at=now - timedelta(days=70))
    with django_assert_max_num_queries(1):
        assert ask_referees() == 0


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_many_ticks_at_once_one_writes():
    make_named(make_asking_call(make_program("RACE")))
    assert sorted(at_once(*[ask_referees] * 6)) == [0] * 5 + [1]
    assert Letter.objects.count() == 1
