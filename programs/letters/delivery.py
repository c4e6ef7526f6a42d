"""Sends the letters that are due: each once, however many senders there are.

A sender leases a letter with one conditional UPDATE, sends it outside any transaction, and marks it. One that dies
in between leaves the lease to run out; the letter is then sent by another, with the same Message-ID.
"""

import contextlib
import logging
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.site.logs import SECRET_LINK
from programs.models import Letter
from programs.people.secret_links import mint

from .writing import STATUS_LINK

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)
"""Longer than one letter can take with the mail server's every answer at its time limit."""

WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480, 720, 1440, 1440)]
"""How long to wait after the first, second ... failed try; together about four days."""

MOST_ATTEMPTS = len(WAITS) + 1


@dataclass
class Counts:
    sent: int = 0
    failed: int = 0
    gave_up: int = 0
    held: int = 0

    def __str__(self):
        return f"{self.sent} sent, {self.failed} to be tried again, {self.gave_up} given up, {self.held} held back"


def due(now):
    """Letters to be sent now that nobody has leased. Those about one matter go out in the order they were written."""
    same_matter = {"correspondent": OuterRef("correspondent"), "about": OuterRef("about")}
    earlier = Letter.objects.waiting().filter(pk__lt=OuterRef("pk"), **same_matter)
    return (
        Letter.objects.waiting()
        .filter(Q(leased_until=None) | Q(leased_until__lte=now), ~Exists(earlier), due_at__lte=now)
        .order_by("due_at", "pk")
    )


def deliver_due(*, now=None, limit=50):
    """Send up to `limit` letters. Stops early where the mail server cannot be reached; they wait for the next tick."""
    counts = Counts()
    connection = get_connection()
    try:
        for pk in due(now or timezone.now()).values_list("pk", flat=True)[:limit]:
            letter = lease(pk, now or timezone.now())
            if letter and not _deliver(letter, connection, counts, now or timezone.now()):
                break
    finally:
        _close(connection)
    return counts


def lease(pk, now):
    """The letter, ours alone until its lease ends; None where another sender was first or its reader has just left."""
    ours = {"leased_until": now + LEASE, "attempts": F("attempts") + 1}
    if not due(now).filter(pk=pk).order_by().update(**ours):
        return None
    return Letter.objects.select_related("correspondent__program").filter(pk=pk).first()


def _deliver(letter, connection, counts, now):
    """Send one letter and mark what came of it; whether it makes sense to go on to the next."""
    link, reached = None, False
    try:
        if letter.attempts > MOST_ATTEMPTS:
            raise RuntimeError("No sender has come back from this letter.")
        if not letter.declared.still_true(letter):
            _hold_back(letter, counts, now)
            return True
        connection.open()
        reached = True
        link = mint(letter, letter.declared.page) if letter.declared.page else ""
        connection.send_messages([message(letter, link)])
    except Exception as error:  # whatever it is, it is this letter's last error and not the end of the others
        _close(connection)
        _mark_failed(letter, error, link, counts, now)
        return reached
    Letter.objects.filter(pk=letter.pk).update(sent_at=now, leased_until=None, error="")
    counts.sent += 1
    return True


def _close(connection):
    with contextlib.suppress(Exception):  # a mail server that is gone has nothing to say good-bye to
        connection.close()


def message(letter, link):
    """With a button of the mail program's own for what its kind lets one leave by one click (RFC 8058)."""
    leaving = {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return EmailMessage(
        subject=letter.subject,
        body=letter.body.replace(STATUS_LINK, link),
        to=[letter.to],
        reply_to=[letter.program.reply_to] if letter.program.reply_to else None,
        headers={
            "Message-ID": message_id(letter),
            "Auto-Submitted": "auto-generated",
            "Content-Language": letter.language,
        }
        | (leaving if letter.declared.one_click else {}),
    )


def message_id(letter):
    """The same at every try, so that mailboxes know a letter that was sent twice."""
    digest = salted_hmac("programs.letters.message_id", f"{letter.pk} {letter.created_at.isoformat()}").hexdigest()
    return f"<{digest[:32]}@{urlsplit(settings.SITE_URL).hostname}>"


def _hold_back(letter, counts, now):
    """What it says is no longer so: it is not sent, which counts as no attempt, and stands in the outbox as it is."""
    Letter.objects.filter(pk=letter.pk).update(held_at=now, leased_until=None, attempts=letter.attempts - 1)
    counts.held += 1


def _mark_failed(letter, error, link, counts, now):
    """Try again later, or give up. The log names the row and never the person."""
    marks = {"error": without_link(f"{type(error).__name__}: {error}", link)[:500], "leased_until": None}
    about = f"{letter.kind} letter {letter.pk}, about {letter.about}", letter.attempts, type(error).__name__
    if final(error) or letter.attempts >= MOST_ATTEMPTS:
        marks["gave_up_at"] = now
        counts.gave_up += 1
        logger.error("Gave up the %s after %s attempts: %s", *about)
    else:
        marks["due_at"] = now + WAITS[letter.attempts - 1]
        counts.failed += 1
        logger.warning("Could not send the %s at attempt %s: %s", *about)
    # Only while the lease is ours: after it another sender may have the letter.
    Letter.objects.waiting().filter(pk=letter.pk, leased_until=letter.leased_until).update(**marks)


def without_link(text, link):
    """A mail server may quote the letter that it refuses."""
    if link:
        text = text.replace(link, "[private link]").replace(link.rstrip("/").rpartition("/")[2], "[hidden]")
    return SECRET_LINK.sub(r"\1[hidden]", text).replace("\0", "")


def final(error):
    """Whether the mail server refused this letter or its address for good (5xx)."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return isinstance(error, SMTPDataError) and error.smtp_code >= 500
