"""Reports of mail servers as they write them: what failed for good is noted, and nothing else."""

import io
import mailbox
import sys

import pytest
from django.core.management import call_command
from django.utils import timezone

from programs.letters.bounces import note_bounce
from programs.letters.mails import message_id
from programs.letters.states import State, undelivered, with_state
from programs.letters.writing import write
from programs.models import Letter
from tests.factories import make_application, make_call, make_program

pytestmark = pytest.mark.django_db

REPORT = """\
From: MAILER-DAEMON@mail.example.org
To: portal@portal.example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; somebody@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <somebody@example.org>:
    Recipient address rejected: User unknown

--b1
Content-Type: {returned}

From: portal@portal.example.org
To: somebody@example.org
Message-ID: {message_id}
Subject: We have your application

--b1--
"""


@pytest.fixture
def letter():
    written = write("received", make_application(make_call(make_program("OURS"))))
    Letter.objects.filter(pk=written.pk).update(sent_at=timezone.now(), attempts=1)
    written.refresh_from_db()
    return written


def report(letter, *, action="failed", status="5.1.1", returned="text/rfc822-headers", named=None):
    named = named or message_id(letter)
    return REPORT.format(action=action, status=status, returned=returned, message_id=named).encode()


def state_of(letter):
    return with_state(Letter.objects.filter(pk=letter.pk)).get().state


@pytest.mark.parametrize("returned", ["text/rfc822-headers", "message/rfc822"])
def test_a_letter_that_came_back_stands_with_those_that_could_not_be_delivered(letter, returned):
    assert note_bounce(report(letter, returned=returned)) == letter
    letter.refresh_from_db()
    assert state_of(letter) == State.GAVE_UP
    assert "User unknown" in letter.error
    assert list(undelivered(Letter.objects.all())) == [letter]


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_what_is_late_or_has_arrived_changes_nothing(letter, action):
    assert note_bounce(report(letter, action=action, status="4.0.0")) is None
    assert state_of(letter) == State.SENT


def test_nobody_marks_a_letter_who_has_to_guess_its_number(letter):
    number, _dot, rest = message_id(letter).partition(".")
    assert note_bounce(report(letter, named=f"{number}.{'0' * 32}@portal.example.org>")) is None
    assert note_bounce(report(letter, named=f"<{letter.pk + 1}.{rest}")) is None
    assert state_of(letter) == State.SENT


def test_an_answer_of_a_person_who_quotes_the_letter_is_no_report(letter):
    mail = f"From: me@example.org\nIn-Reply-To: {message_id(letter)}\n\nAction: failed\n".encode()
    assert note_bounce(mail) is None
    assert state_of(letter) == State.SENT


def test_the_first_report_stays_and_a_second_adds_nothing(letter):
    note_bounce(report(letter))
    first = Letter.objects.get(pk=letter.pk).gave_up_at
    note_bounce(report(letter))
    assert Letter.objects.get(pk=letter.pk).gave_up_at == first


@pytest.mark.parametrize(
    "raw", [b"", b"\0\xff", b"Content-Type: multipart/report\n\n", b"Content-Type: message/delivery-status\n\nx"]
)
def test_what_is_no_mail_changes_nothing(letter, raw):
    assert note_bounce(raw) is None


def test_a_mail_server_pipes_a_report_in(letter, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(report(letter))))
    call_command("read_bounces")
    assert "1 read, 1 about letters" in capsys.readouterr().out
    assert state_of(letter) == State.GAVE_UP


def test_a_folder_is_read_once(letter, tmp_path, capsys):
    folder = mailbox.Maildir(tmp_path / "mail")
    folder.add(report(letter))
    folder.add(b"Subject: Hello\n\nAre you there?\n")
    call_command("read_bounces", maildir=str(tmp_path / "mail"))
    call_command("read_bounces", maildir=str(tmp_path / "mail"))
    said = capsys.readouterr().out
    assert "2 read, 1 about" in said
    assert "0 read, 0 about" in said
    assert len(folder) == 2
