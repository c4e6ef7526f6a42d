"""Sends the letters that are due: each once, however many senders there are.

A sender leases a batch, asks at once what of it is still true and mints its links, then sends letter by letter over one
connection, outside any transaction, and marks each before it begins the next. One that dies in between leaves one letter of
which nobody knows whether it left, and the leases to run out; then another sends the batch on, each letter with the same
Message-ID. What a batch does not come to within seconds it gives back, so that no letter goes out on what was true long ago.
"""

import contextlib
import logging
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

from django.core.mail import get_connection
from django.db import IntegrityError, transaction
from django.db import connection as database
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from programs.models import Letter, letter_kinds
from programs.people.secret_links import mint_all, unmint

from .mails import final, message, without_link

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)
"""Longer than a batch and one letter can take with the mail server's every answer at its time limit."""

BATCH = 50
BATCH_LASTS = 5
"""Seconds. What was not begun by then is given back, and asked anew whether it is still true."""

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


def deliver_due(*, now=None, limit=500):
    """Send up to `limit` letters. Stops early where the mail server cannot be reached; they wait for the next tick."""
    counts, left = Counts(), limit
    connection = get_connection()
    try:
        while left > 0 and (letters := claim(now or timezone.now(), min(left, BATCH))):
            left -= len(letters)
            if not _deliver_batch(letters, connection, counts, now):
                break
    finally:
        _close(connection)
    return counts


def claim(now, most, **only):
    """Up to so many letters, ours alone until their lease ends. Those that another sender is claiming are passed over."""
    lock = {"skip_locked": True} if database.features.has_select_for_update_skip_locked else {}
    with transaction.atomic():
        keys = list(due(now).filter(**only).select_for_update(of=("self",), **lock).values_list("pk", flat=True)[:most])
        if not keys:
            return []
        Letter.objects.filter(pk__in=keys).update(leased_until=now + LEASE, attempts=F("attempts") + 1)
    return list(Letter.objects.select_related("correspondent__program").filter(pk__in=keys).order_by("due_at", "pk"))


def lease(pk, now):
    """One letter, claimed; None where another sender was first or its reader has just left."""
    return next(iter(claim(now, 1, pk=pk)), None)


def _deliver_batch(letters, connection, counts, now):
    """Whether it makes sense to go on to the next batch."""
    began = monotonic()
    letters = _sendable(letters, counts, now or timezone.now())
    try:
        if letters:
            connection.open()
    except Exception as error:  # the mail server is not there: one letter has found out, the others were not tried
        _mark_failed(letters[0], error, None, counts, now or timezone.now())
        _give_back(letters[1:], {})
        return False
    try:
        links = mint_all([letter for letter in letters if letter.declared.page])
    except IntegrityError:  # a reader has left since the batch was claimed: the next one is without them
        _give_back(letters, {})
        return True
    for place, letter in enumerate(letters):
        if monotonic() - began > BATCH_LASTS:
            _give_back(letters[place:], links)
            break
        if _is_ours(letter):
            _deliver(letter, links.get(letter.pk, ""), connection, counts, now or timezone.now())
    return True


def _is_ours(letter):
    """Still: its reader may have left since the batch was claimed, and taken it along."""
    return Letter.objects.waiting().filter(pk=letter.pk, leased_until=letter.leased_until).exists()


def _sendable(letters, counts, now):
    """Of these those that say what is so, and whose every sender came back so far. A few queries for each kind."""
    by_kind, untrue, failed = defaultdict(list), set(), set()
    for letter in letters:
        by_kind[letter.kind].append(letter)
    for kind, those in by_kind.items():
        try:
            letter_kinds()[kind].matter.note_rows(those)
            untrue |= letter_kinds()[kind].untrue_of(those)
        except Exception as error:
            failed |= _all_failed(those, error, counts, now)
    worn = [letter for letter in letters if letter.attempts > MOST_ATTEMPTS and letter.pk not in failed]
    failed |= _all_failed(worn, RuntimeError("No sender has come back from this letter."), counts, now)
    _hold_back(untrue - failed, counts, now)
    return [letter for letter in letters if letter.pk not in untrue | failed]


def _all_failed(letters, error, counts, now):
    for letter in letters:
        _mark_failed(letter, error, None, counts, now)
    return {letter.pk for letter in letters}


def _deliver(letter, link, connection, counts, now):
    """Send one letter and mark what came of it."""
    try:
        connection.open()
        connection.send_messages([message(letter, link)])
    except Exception as error:  # whatever it is, it is this letter's last error and not the end of the others
        _close(connection)
        _mark_failed(letter, error, link, counts, now)
        return
    Letter.objects.filter(pk=letter.pk).update(sent_at=now, leased_until=None, error="")
    counts.sent += 1


def _give_back(letters, links):
    """As if they had not been claimed."""
    Letter.objects.waiting().filter(pk__in=[letter.pk for letter in letters], leased_until__isnull=False).update(
        leased_until=None, attempts=F("attempts") - 1
    )
    unmint([links[letter.pk] for letter in letters if letter.pk in links])


def _close(connection):
    with contextlib.suppress(Exception):  # a mail server that is gone has nothing to say good-bye to
        connection.close()


def _hold_back(keys, counts, now):
    """What they say is no longer so: they are not sent, which counts as no attempt, and stand in the outbox as they are."""
    if keys:
        Letter.objects.filter(pk__in=keys).update(held_at=now, leased_until=None, attempts=F("attempts") - 1)
        counts.held += len(keys)


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
