"""Taking in what an applicant sends: one transaction stores application, receipt and letter, once for each opened form."""

import hashlib
import json
import secrets
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from programs.access.found_by import note_words
from programs.access.shown_to import Audience, answered
from programs.letters.applicants import greet, tell_again
from programs.letters.writing import write
from programs.models import Application, Receipt
from programs.people.correspondents import address_key, correspondent_for

ALPHABET = "34679CDFHJKMNPQRTVWXY"
"""What references are made of: no letters and digits that look alike."""

Kind = Receipt.Kind

LETTERS = {Kind.FIRST: "received", Kind.CHANGE: "changed", Kind.AGAIN: "again"}

TRIES = 8
"""How often a transaction that lost a race is begun again before we give in."""


class Full(Exception):
    """The call's limit was reached before this application came."""


class Settled(Exception):
    """What was to be changed is withdrawn by now, or its decision is announced."""


def receive(
    call,
    version,
    *,
    opened,
    name,
    email,
    answers,
    language,
    own=(),
    late=False,
    invited=False,
    network="",
    suspected="",
    now=None,
):
    """Store what an applicant sent and return its Receipt.

    `opened` names the opened form: the same form sent again with the same answers, at once or later, gives the same
    receipt. `own` are the keys of applications that whoever sends has shown to be theirs: a second one by the same
    address changes that one, until its decision is announced. Otherwise it is kept as a receipt of its own with a letter
    to the owner, and looks no different to whoever sent it. `network` and `suspected` are what
    programs/floods/judging.py says of the request. Raises Full, but for whoever is `invited`.
    """
    now = now or timezone.now()
    key = receipt_key(opened, name, email, answers)
    sent = {"version": version, "name": name, "answers": answers}
    marks = {"network": network, "suspected": suspected}
    for _try in range(TRIES):
        try:
            with transaction.atomic():
                return Receipt.objects.filter(key=key).first() or _store(
                    call,
                    sent,
                    key=key,
                    email=email,
                    language=language,
                    own=own,
                    late=late,
                    invited=invited,
                    marks=marks,
                    now=now,
                )
        except IntegrityError as error:
            lost_race = error
    raise lost_race


def receipt_key(opened, name, email, answers):
    typed = json.dumps([opened, name, email, answers], sort_keys=True)
    return hashlib.sha256(typed.encode()).hexdigest()


def _store(call, sent, *, key, email, language, own, late, invited, marks, now):
    standing = Application.objects.standing().filter(call=call, correspondent__email_key=address_key(email))
    application = standing.select_for_update(of=("self",)).first()
    kind = _kind(application, own)
    if kind == Kind.FIRST:
        if not invited:
            _refuse_when_full(call)
        application = _first(call, sent, email=email, language=language, late=late, marks=marks, now=now)
    elif kind == Kind.CHANGE:
        _change(application, sent, language=language, now=now)
    reference = application.reference if kind == Kind.FIRST else new_reference(call.round, now)
    receipt = Receipt.objects.create(
        key=key, kind=kind, reference=reference, call=call, application=application, created_at=now, **sent
    )
    note_words(application)
    _write(receipt, marks)
    return receipt


def _kind(application, own):
    if application is None:
        return Kind.FIRST
    is_open = application.disclosed_status == Application.Status.RECEIVED
    return Kind.CHANGE if application.pk in own and is_open else Kind.AGAIN


def _first(call, sent, *, email, language, late, marks, now):
    return Application.objects.create(
        reference=new_reference(call.round, now),
        call=call,
        correspondent=correspondent_for(call.round.program, email, language=language, name=sent["name"]),
        language=language,
        submitted_at=now,
        late=late,
        **marks,
        **sent,
    )


def _change(application, sent, *, language, now):
    """The answers of before stay in the receipt under which they came."""
    changed = sent | {"language": language, "changed_at": now}
    for field, value in changed.items():
        setattr(application, field, value)
    application.save(update_fields=changed)
    log(application, "programs.change")


def _write(receipt, marks):
    told = answered(receipt, to=Audience.APPLICANT, sensitive=False)
    if receipt.kind == Kind.FIRST:
        greet(receipt.application)
    elif receipt.kind == Kind.CHANGE:
        write("changed", receipt.application, answered=told)
    else:
        tell_again(receipt.application, answered=told, **marks)


def _refuse_when_full(call):
    """A place is taken when an address is proven, under a lock: see programs/floods/proving.py. Here nobody waits."""
    if call.limit is not None and Application.objects.counted().filter(call=call).count() >= call.limit:
        raise Full


def new_reference(round, now):
    """Such as ALSC-26-7K4M: short enough to read out. The year is the one in which the round begins, if that is known."""
    year = round.starts.year if round.starts else now.astimezone(ZoneInfo(round.program.time_zone)).year
    return f"{round.program.code}-{year % 100:02}-{''.join(secrets.choice(ALPHABET) for _ in range(4))}"
