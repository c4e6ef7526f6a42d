"""Taking an application in: one transaction stores application, receipt and letter, once for each opened form."""

import hashlib
import json
import secrets
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils import timezone

from programs.access.shown_to import Audience, answered
from programs.letters.writing import write
from programs.models import Application, Call, Receipt
from programs.people.correspondents import address_key, correspondent_for

ALPHABET = "34679CDFHJKMNPQRTVWXY"
"""What references are made of: no letters and digits that look alike."""

TRIES = 8
"""How often a transaction that lost a race is begun again before we give in."""


class Full(Exception):
    """The call's limit was reached before this application came."""


def receive(call, version, *, opened, name, email, answers, language, now=None):
    """Store what an applicant sent and return its Receipt.

    `opened` names the opened form: the same form sent again with the same answers, at once or later, gives the same
    receipt. A second application by an address that stands in this call is kept as a receipt of its own with a letter
    to the owner, and looks no different to whoever sent it. Raises Full.
    """
    now = now or timezone.now()
    key = receipt_key(opened, name, email, answers)
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                return Receipt.objects.filter(key=key).first() or _store(
                    call, version, key, name=name, email=email, answers=answers, language=language, now=now
                )
        except IntegrityError as error:
            lost_race = error
    raise lost_race


def receipt_key(opened, name, email, answers):
    typed = json.dumps([opened, name, email, answers], sort_keys=True)
    return hashlib.sha256(typed.encode()).hexdigest()


def receipt_for(opened, name, email, answers):
    """The receipt that this form with these answers was given before, or None."""
    return Receipt.objects.filter(key=receipt_key(opened, name, email, answers)).first()


def _store(call, version, key, *, name, email, answers, language, now):
    _refuse_when_full(call)
    application = Application.objects.counted().filter(call=call, correspondent__email_key=address_key(email)).first()
    again = application is not None
    reference = new_reference(call.round.program, now)
    if not again:
        application = Application.objects.create(
            reference=reference,
            call=call,
            version=version,
            name=name,
            correspondent=correspondent_for(call.round.program, email, language=language, name=name),
            language=language,
            answers=answers,
            submitted_at=now,
        )
    receipt = Receipt.objects.create(
        key=key,
        reference=reference,
        call=call,
        application=application,
        version=version,
        name=name,
        answers=answers,
        created_at=now,
    )
    if not again:
        write("received", application)
    else:
        write("again", application, answered=answered(receipt, to=Audience.APPLICANT))
    return receipt


def _refuse_when_full(call):
    """Counts under a lock on the call, so that the last place is given once."""
    if call.limit is not None:
        limit = Call.objects.select_for_update().values_list("limit", flat=True).get(pk=call.pk)
        if limit is not None and Application.objects.counted().filter(call=call).count() >= limit:
            raise Full


def new_reference(program, now):
    """Such as ALSC-26-7K4M: short enough to read out."""
    year = now.astimezone(ZoneInfo(program.time_zone)).year % 100
    return f"{program.code}-{year:02}-{''.join(secrets.choice(ALPHABET) for _ in range(4))}"
