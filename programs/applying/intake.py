"""Taking an application in: one transaction stores application, receipt and letter, once for each opened form."""

import hashlib
import json

from django.db import IntegrityError, transaction
from django.utils import timezone

from programs.access.shown_to import Audience, answered
from programs.letters.writing import write
from programs.models import Application, Call, Letter, Receipt

from .references import new_reference

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


def address_key(email):
    """The form in which two spellings of one address are the same."""
    return email.strip().lower()


def _store(call, version, key, *, name, email, answers, language, now):
    _refuse_when_full(call)
    application = Application.objects.counted().filter(call=call, email_key=address_key(email)).first()
    again = application is not None
    reference = new_reference(call.round.program, now)
    if not again:
        application = Application.objects.create(
            reference=reference,
            call=call,
            version=version,
            name=name,
            email=email,
            email_key=address_key(email),
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
        write(Letter.Kind.RECEIVED, application)
    else:
        write(Letter.Kind.AGAIN, application, answered=answered(receipt, to=Audience.APPLICANT))
    return receipt


def _refuse_when_full(call):
    """Counts under a lock on the call, so that the last place is given once."""
    if call.limit is not None:
        limit = Call.objects.select_for_update().values_list("limit", flat=True).get(pk=call.pk)
        if limit is not None and Application.objects.counted().filter(call=call).count() >= limit:
            raise Full
