import smtplib
import threading
from datetime import timedelta
from email import policy
from email.parser import BytesParser

import pytest
from django.db import connection
from django.utils import timezone

from programs.applying.status.leaving.withdrawing import take_back
from programs.letters.applicants import APPLICATION
from programs.letters.delivery import LEASE, MOST_ATTEMPTS, WAITS, deliver_due, due, lease
from programs.letters.outbox.resending import why_not
from programs.letters.states import State, with_state
from programs.letters.writing import STATUS_LINK, write
from programs.lifecycle import advance
from programs.models import AccessLink, Letter
from programs.moderation.announcing.telling import announce
from programs.people.secret_links import opened
from tests.factories import make_application, make_call, make_program, make_user

pytestmark = pytest.mark.django_db

DOWN = ConnectionRefusedError(111, "Connection refused")


def links_in(mail):
    return [word for word in mail.body.split() if "/status/open/" in word]


def token_in(mail):
    return links_in(mail)[0].rstrip("/").rpartition("/")[2]


def test_a_due_letter_is_sent_once(mail_server):
    letter = write("received", make_application())
    assert deliver_due().sent == 1
    assert deliver_due().sent == 0
    letter.refresh_from_db()
    assert (letter.attempts, letter.leased_until, letter.error) == (1, None, "")
    assert letter.sent_at
    (mail,) = mail_server.mails
    assert mail.to == [letter.to]
    assert mail.subject == letter.subject
    assert opened(token_in(mail), APPLICATION) == letter.row
    assert STATUS_LINK not in mail.body
    assert len(links_in(mail)) == 1


def test_a_letter_that_is_not_due_yet_waits(mail_server):
    letter = write("received", make_application())
    Letter.objects.update(due_at=timezone.now() + timedelta(minutes=5))
    assert deliver_due().sent == 0
    assert deliver_due(now=timezone.now() + timedelta(minutes=6)).sent == 1
    assert mail_server.mails[0].to == [letter.to]


def test_a_mail_has_the_heads_it_needs(mail_server, settings):
    settings.SITE_URL = "https://portal.example.org"
    settings.DEFAULT_FROM_EMAIL = "Library Mentors <portal@example.org>"
    write("received", make_application(make_call(make_program(reply_to="committee@example.org"))))
    deliver_due()
    mail = BytesParser(policy=policy.default).parsebytes(mail_server.mails[0].message().as_bytes())
    assert mail["Reply-To"] == "committee@example.org"
    assert mail["From"] == "Library Mentors <portal@example.org>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@portal.example.org>")
    assert mail.get_content_type() == "text/plain"
    assert "https://portal.example.org/status/open/" in mail.get_content()


def test_a_program_without_reply_address_sends_none(mail_server):
    write("received", make_application(make_call(make_program(reply_to=""))))
    deliver_due()
    assert "Reply-To" not in mail_server.mails[0].message()


def test_one_connection_serves_a_batch_and_none_is_opened_for_nothing(mail_server):
    deliver_due()
    assert mail_server.opened == 0
    call = make_call()
    for _ in range(3):
        write("received", make_application(call))
    assert deliver_due().sent == 3
    assert mail_server.opened == 1


def test_a_batch_has_a_limit(mail_server):
    call = make_call()
    for _ in range(3):
        write("received", make_application(call))
    assert deliver_due(limit=2).sent == 2
    assert deliver_due(limit=2).sent == 1


def test_while_the_mail_server_is_down_letters_wait_and_go_out_when_it_is_back(mail_server):
    call = make_call()
    first, second = (write("received", make_application(call)) for _ in range(2))
    now = timezone.now()
    mail_server.down = DOWN
    counts = deliver_due(now=now)
    assert (counts.sent, counts.failed, counts.gave_up) == (0, 1, 0)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.attempts, first.due_at, first.leased_until) == (1, now + WAITS[0], None)
    assert "Connection refused" in first.error
    assert second.attempts == 0  # one letter found out; the others were not tried
    assert not AccessLink.objects.exists()
    mail_server.down = None
    assert deliver_due(now=now + timedelta(seconds=30)).sent == 1
    assert deliver_due(now=now + WAITS[0]).sent == 1
    assert {mail.to[0] for mail in mail_server.mails} == {first.to, second.to}


def test_each_failed_try_waits_longer_and_the_last_gives_up_loudly(mail_server, log_lines):
    application = make_application(name="Sample Person")
    letter = write("received", application)
    mail_server.refusal = OSError("the line is dead")
    now = timezone.now()
    for wait in WAITS:
        assert deliver_due(now=now).failed == 1
        assert deliver_due(now=now + wait - timedelta(seconds=1)) == deliver_due(now=now)
        letter.refresh_from_db()
        assert letter.due_at == now + wait
        now += wait
    assert deliver_due(now=now).gave_up == 1
    letter.refresh_from_db()
    assert (letter.attempts, letter.gave_up_at) == (MOST_ATTEMPTS, now)
    assert "the line is dead" in letter.error
    assert not due(now + timedelta(days=999)).exists()
    last = log_lines.records[-1]
    assert last.levelname == "ERROR"
    assert application.reference in last.getMessage()
    assert "Sample Person" not in log_lines.text
    assert application.email not in log_lines.text


@pytest.mark.parametrize(
    ("refusal", "for_good"),
    [
        (smtplib.SMTPRecipientsRefused({"a@example.org": (550, b"No such user")}), True),
        (smtplib.SMTPRecipientsRefused({"a@example.org": (450, b"Greylisted")}), False),
        (smtplib.SMTPDataError(554, b"Looks like spam"), True),
        (smtplib.SMTPDataError(452, b"Out of space"), False),
        (smtplib.SMTPServerDisconnected("Connection unexpectedly closed"), False),
        (smtplib.SMTPAuthenticationError(535, b"Bad password"), False),
    ],
)
def test_only_what_the_mail_server_refuses_for_good_is_given_up_at_once(mail_server, refusal, for_good):
    letter = write("received", make_application())
    mail_server.refusal = refusal
    counts = deliver_due()
    assert (counts.gave_up, counts.failed) == (int(for_good), int(not for_good))
    letter.refresh_from_db()
    assert bool(letter.gave_up_at) == for_good


def test_a_letter_that_is_refused_does_not_hold_up_the_others(mail_server):
    call = make_call()
    bad, good = (write("received", make_application(call)) for _ in range(2))

    def refuse(mail):
        if mail.to == [bad.to]:
            raise smtplib.SMTPRecipientsRefused({bad.to: (550, b"No such user")})

    mail_server.on_send = refuse
    counts = deliver_due()
    assert (counts.sent, counts.gave_up) == (1, 1)
    assert mail_server.mails[0].to == [good.to]


def test_one_persons_letters_go_out_in_the_order_they_were_written(mail_server):
    """An acceptance that could not be sent must not arrive after the letter that takes it back."""
    application = make_application()
    write("accept", application)
    write("reopen", application)
    now = timezone.now()
    mail_server.down = DOWN
    deliver_due(now=now)
    mail_server.down = None
    assert deliver_due(now=now).sent == 0
    assert deliver_due(now=now + WAITS[0]).sent == 2
    assert ["place" in mail.subject for mail in mail_server.mails] == [True, False]


def test_a_leased_letter_is_left_alone_until_the_lease_ends(mail_server):
    letter = write("received", make_application())
    now = timezone.now()
    assert lease(letter.pk, now)
    assert lease(letter.pk, now) is None
    assert deliver_due(now=now + LEASE - timedelta(seconds=1)).sent == 0
    assert deliver_due(now=now + LEASE).sent == 1


def test_a_sender_that_dies_leaves_a_letter_that_is_sent_again_as_the_same_message(mail_server):
    letter = write("received", make_application())
    now = timezone.now()

    class Killed(BaseException):
        pass

    def die(mail):
        mail_server.mails.append(mail)
        raise Killed

    mail_server.on_send = die
    with pytest.raises(Killed):
        deliver_due(now=now)
    mail_server.on_send = lambda mail: None
    assert deliver_due(now=now).sent == 0
    assert deliver_due(now=now + LEASE).sent == 1
    first, second = (mail.message()["Message-ID"] for mail in mail_server.mails)
    assert first == second
    letter.refresh_from_db()
    assert letter.attempts == 2


def test_a_sender_that_dies_in_the_middle_leaves_one_letter_that_may_come_twice(mail_server):
    call = make_call()
    letters = [write("received", make_application(call)) for _ in range(8)]
    now = timezone.now()

    class Killed(BaseException):
        pass

    def die(mail):
        if len(mail_server.mails) == 4:
            mail_server.mails.append(mail)
            mail_server.on_send = lambda mail: None
            raise Killed

    mail_server.on_send = die
    with pytest.raises(Killed):
        deliver_due(now=now)
    assert deliver_due(now=now).sent == 0
    assert deliver_due(now=now + LEASE).sent == 4
    told = [mail.to[0] for mail in mail_server.mails]
    assert set(told) == {letter.to for letter in letters}
    assert len(told) == len(letters) + 1


def test_what_a_slow_batch_does_not_come_to_is_given_back(mail_server, monkeypatch):
    """And asked again whether it is true: whoever withdraws meanwhile is not told of a place."""
    call = make_call()
    first, second = make_application(call), make_application(call)
    write("received", first)
    decide(second, "accept")
    clock = iter([0, 0, 99, 100, 100, 100, 100, 100])
    monkeypatch.setattr("programs.letters.delivery.monotonic", lambda: next(clock))

    def slow(mail):
        mail_server.on_send = lambda mail: None
        take_back(second)

    mail_server.on_send = slow
    counts = deliver_due()
    assert (counts.sent, counts.held) == (2, 1)
    assert not [mail for mail in mail_server.mails if "place" in mail.subject]
    assert AccessLink.objects.count() == 2


def test_many_letters_are_sent_in_few_queries(mail_server, django_assert_max_num_queries):
    """Two for each letter, before and after it leaves; all others are the batch's."""
    call = make_call()
    applications = [make_application(call) for _ in range(20)]
    for application in applications[:10]:
        write("received", application)
    for application in applications[10:]:
        decide(application, "accept")
    with django_assert_max_num_queries(2 * 20 + 16):
        assert deliver_due().sent == 20


def test_two_letters_are_two_messages(mail_server):
    call = make_call()
    write("received", make_application(call))
    write("received", make_application(call))
    deliver_due()
    assert len({mail.message()["Message-ID"] for mail in mail_server.mails}) == 2


def test_a_letter_that_no_sender_survives_is_given_up(mail_server):
    letter = write("received", make_application())
    Letter.objects.update(attempts=MOST_ATTEMPTS)
    assert deliver_due().gave_up == 1
    letter.refresh_from_db()
    assert letter.gave_up_at
    assert not mail_server.mails


def test_a_slow_sender_does_not_undo_what_another_did_after_its_lease(mail_server):
    """The first sender hangs past its lease; the second sends; the first's failure changes nothing any more."""
    letter = write("received", make_application())
    now = timezone.now()

    def hang(mail):
        mail_server.on_send = lambda mail: None
        assert deliver_due(now=now + LEASE).sent == 1
        raise OSError("timed out")

    mail_server.on_send = hang
    deliver_due(now=now)
    letter.refresh_from_db()
    assert letter.sent_at
    assert letter.error == ""


def everything_stored():
    """Every value of every row of every table, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield from (str(row) for row in cursor.fetchall())


def test_a_sent_link_is_neither_stored_nor_logged(mail_server, log_lines):
    write("received", make_application())
    deliver_due()
    token = token_in(mail_server.mails[0])
    assert not [row for row in everything_stored() if token in row]
    assert token not in log_lines.text


def test_an_error_that_quotes_the_letter_keeps_no_link(mail_server, log_lines):
    letter = write("received", make_application())
    seen = []

    def refuse(mail):
        seen.append(token_in(mail))
        raise smtplib.SMTPDataError(554, f"5.7.1 Spam: {links_in(mail)[0]} and {seen[0]} and \0".encode())

    mail_server.on_send = refuse
    deliver_due()
    letter.refresh_from_db()
    assert "Spam" in letter.error
    assert not [row for row in everything_stored() if seen[0] in row]
    assert seen[0] not in log_lines.text


@pytest.mark.django_db(transaction=True)
def test_many_senders_at_once_send_each_letter_once(mail_server):
    call = make_call()
    letters = [write("received", make_application(call)) for _ in range(12)]
    begin = threading.Barrier(4)
    errors = []

    def send():
        try:
            begin.wait()
            while deliver_due(limit=5).sent:
                pass
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    deliver_due()
    assert sorted(mail.to[0] for mail in mail_server.mails) == sorted(letter.to for letter in letters)
    assert set(Letter.objects.values_list("attempts", flat=True)) == {1}


@pytest.fixture
def accepted():
    """Accepted and told so by a letter that waits."""
    application = make_application()
    decide(application, "accept")
    return application


def decide(application, verb):
    advance(application, verb, by=make_user(), seen=application.status)
    return announce(application.decisions.all(), by=make_user())


def test_a_decision_is_not_told_to_whoever_has_withdrawn(mail_server, accepted):
    take_back(accepted)
    counts = deliver_due()
    assert (counts.sent, counts.held) == (1, 1)
    assert ["withdrawn" in mail.subject for mail in mail_server.mails] == [True]
    held = accepted.letters.get(kind="accept")
    assert (bool(held.held_at), held.sent_at, held.attempts, held.leased_until) == (True, None, 0, None)
    assert not AccessLink.objects.filter(created_at__lt=held.held_at).exists()


def test_of_two_decisions_only_the_one_that_stands_is_told(mail_server, accepted):
    decide(accepted, "reopen")
    decide(accepted, "decline")
    while deliver_due().held or due(timezone.now()).exists():
        pass
    assert len(mail_server.mails) == 1
    assert sorted(accepted.letters.filter(held_at=None).values_list("kind", flat=True)) == ["decline"]


def test_what_was_held_back_says_why_and_is_not_sent_again_either(mail_server, accepted):
    letter = accepted.letters.get()
    decide(accepted, "reopen")
    deliver_due()
    letter.refresh_from_db()
    assert why_not(letter) == "This letter no longer says how the application stands."
    assert letter not in Letter.objects.waiting()
    assert "Held back" in {State(each.state).label for each in with_state(Letter.objects.all())}


def test_a_decision_that_stands_is_told(mail_server, accepted):
    assert deliver_due().sent == 1
    assert mail_server.mails[0].to == [accepted.email]
