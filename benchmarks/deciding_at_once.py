"""Committees and applicants who press their buttons at the same moment, and a mail server that is down while an announcement
is sent. See benchmarks/queue.py."""

import os
import random
import signal
import tempfile
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.utils import timezone
from many_applications import add_applications
from wagtail.models import ModelLogEntry

from programs.applying.intake import receive
from programs.applying.status.leaving.withdrawing import take_back
from programs.letters.delivery import LEASE, WAITS, deliver_due
from programs.lifecycle import Refused, advance, advance_all
from programs.models import Application, Decision, Letter
from programs.moderation.announcing.telling import announce
from tests.factories import make_call, make_member, make_program, make_round, make_user
from tests.programs.lifecycle.racing import at_once

RACES, LETTERS = 500, 500


def received(many):
    """(Applications that nobody decided and nobody wrote to, a coordinator)"""
    program = make_program()
    call = make_call(program, round=make_round(program, decisions_by=timezone.localdate()))
    add_applications([call] * many, random.Random(13))
    rows = Application.objects.filter(call=call)
    Decision.objects.filter(application__in=rows).delete()
    Letter.objects.filter(correspondent__program=program).delete()
    rows.update(status="received")
    return list(rows.select_related("call", "version", "correspondent")), make_member(program)


def races(share):
    """(goal, whether it is met, what was seen): a hundred races of each kind times the share."""
    if connection.vendor != "postgresql":
        return
    each = round(RACES * share / len(KINDS))
    for name, race in KINDS.items():
        applications, by = received(each)
        other = make_user()
        wrong = [told for told in (race(one, by, other) for one in applications) if told]
        yield f"{each} times {name}, one winner and one line each", not wrong, f"{len(wrong)} wrong {wrong[:2]}"


def took(application, verb, by):
    return lambda: advance(Application.objects.get(pk=application.pk), verb, by=by, seen=application.status)


def took_among_many(application, verb, by):
    return lambda: advance_all({application.pk: application.status}, verb, by=by)[0]


def found(application):
    """What is left of it: its state, log lines of each verb, decisions that stand, letters of each kind."""
    application.refresh_from_db()
    logged = ModelLogEntry.objects.for_instance(application).values_list("action", flat=True)
    decisions = list(application.decisions.filter(dropped_at=None).values_list("verb", flat=True))
    kinds = application.letters.values_list("kind", flat=True)
    return application.status, Counter(a.removeprefix("programs.") for a in logged), decisions, Counter(kinds)


def ended(application, *ways):
    """Nothing where it ended in one of these ways, else how it did."""
    seen = found(application)
    return (
        None if seen in [(s, Counter(logged), made, Counter(kinds)) for s, logged, made, kinds in ways] else str(seen)
    )


def decide_decide(application, by, other):
    results = at_once(took(application, "accept", by), took_among_many(application, "decline", other))
    winners = [result for result in results if result and not isinstance(result, Exception)]
    if len(winners) != 1:
        return str(results)
    return ended(
        application,
        ("accepted", ["accept"], ["accept"], []),
        ("declined", ["decline"], ["decline"], []),
    )


def decide_withdraw(application, by, other):
    """The applicant's withdrawal stands, whoever is first."""
    at_once(took(application, "accept", by), lambda: take_back(Application.objects.get(pk=application.pk)))
    first = ("withdrawn", ["withdraw"], [], ["withdrawn"])
    return ended(application, first, ("withdrawn", ["accept", "withdraw"], [], ["withdrawn"]))


def change_decide(application, by, other):
    """Both stand: the applicant knows of no decision."""
    answers = application.answers | {"work": "Another library"}
    told = {"name": application.name, "email": application.email, "language": "en", "own": {application.pk}}
    at_once(
        took(application, "accept", by),
        lambda: receive(application.call, application.version, opened="change", answers=answers, **told),
    )
    wrong = ended(application, ("accepted", ["accept", "change"], ["accept"], ["changed"]))
    return wrong or (None if application.answers == answers else "the change is lost")


def announce_decide(application, by, other):
    """Either it is announced and stays, or the waiting list comes first and nothing was told."""
    advance(application, "accept", by=by, seen="received")
    decisions = Decision.objects.filter(application=application.pk)
    results = at_once(lambda: announce(decisions.all(), by=by), took(application, "waitlist", other))
    told, refused = bool(results[0]), isinstance(results[1], Refused)
    if told != refused or isinstance(results[0], Exception):
        return str(results)
    return ended(
        application,
        ("accepted", ["accept", "announce"], ["accept"], ["accept"]),
        ("waitlisted", ["accept", "waitlist"], ["waitlist"], []),
    )


def announce_announce(application, by, other):
    advance(application, "accept", by=by, seen="received")
    decisions = Decision.objects.filter(application=application.pk)
    results = at_once(*(lambda who=who: announce(decisions.all(), by=who) for who in (by, other)))
    if sorted(map(len, results)) != [0, 1]:
        return str(results)
    return ended(application, ("accepted", ["accept", "announce"], ["accept"], ["accept"]))


KINDS = {
    "two decide": decide_decide,
    "one decides and the applicant withdraws": decide_withdraw,
    "one decides and the applicant changes": change_decide,
    "one announces and one decides": announce_decide,
    "two announce": announce_announce,
}


class Mailbox(BaseEmailBackend):
    """A line of a file for each letter that arrived. `down`: it cannot be reached; `fatal`: with so many it kills the sender
    who has just handed one over."""

    path, down, fatal = None, False, 0

    def open(self):
        if self.down:
            raise ConnectionRefusedError

    def send_messages(self, messages):
        for mail in messages:
            with self.path.open("a") as lines:
                lines.write(mail.extra_headers["Message-ID"] + "\n")
            if self.fatal and len(arrived()) == self.fatal:
                os.kill(os.getpid(), signal.SIGKILL)
        return len(messages)


def arrived():
    return Mailbox.path.read_text().split() if Mailbox.path.exists() else []


def mail(share):
    """(goal, whether it is met, what was seen): 500 letters times the share."""
    many = round(LETTERS * share)
    Letter.objects.waiting().delete()
    applications, by = received(many)
    advance_all({one.pk: "received" for one in applications}, "accept", by=by)
    letters = announce(Decision.objects.filter(application__in=applications), by=by)
    backend, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Mailbox"
    try:
        with tempfile.TemporaryDirectory() as folder:
            Mailbox.path, now = Path(folder) / "arrived", timezone.now()
            Mailbox.down = True
            deliver_due(now=now)
            Mailbox.down, down = False, len(arrived())
            killed = send_until_killed(many // 2, now)
            now += LEASE + WAITS[0]
            while deliver_due(now=now).sent:
                pass
            got = Counter(arrived())
    finally:
        settings.EMAIL_BACKEND = backend
    twice = sum(got.values()) - len(got)
    seen = f"{down} while it was down, {killed} before the sender was killed, {len(got)} in the end, {twice} twice"
    sent = Letter.objects.filter(pk__in=[letter.pk for letter in letters], sent_at__isnull=False).count()
    whole = down == 0 < killed < len(got) == sent == many and twice <= 1
    yield f"{many} letters arrive though the mail server was down and a sender killed", whole, seen


def send_until_killed(fatal, now):
    """In a process of its own, which dies right after a letter was handed over and before it could say so. Letters sent."""
    connection.close()
    if not (child := os.fork()):
        Mailbox.fatal = fatal
        while deliver_due(now=now).sent:
            pass
        os._exit(0)
    os.waitpid(child, 0)
    return len(arrived())
