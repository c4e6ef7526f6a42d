"""The form an applicant fills, and taking in what it brings: one transaction stores application, receipt and letter, once
for each opened form."""

import hashlib
import json
import secrets
from zoneinfo import ZoneInfo

from django import forms
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programs.access.shown_to import Audience, answered
from programs.forms.fields import LineField, email_field
from programs.forms.questions import QUESTIONS
from programs.letters.applicants import greet, tell_again
from programs.models import Application, Receipt
from programs.people.correspondents import address_key, correspondent_for

PREFIX = "q-"
"""Stands before a question's key in the name of its field, so that no key can hide a field of ours."""


def name_field():
    return LineField(
        label=_("Full name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your full name")},
    )


class ApplicationForm(forms.Form):
    """Made from a FormVersion, so that what was asked is what is checked, whatever editors have changed meanwhile."""

    name = name_field()
    email = email_field(_("We send your reference and a private link to your application here."))
    agree = forms.BooleanField(
        label=_("I agree that the program’s committee reads what I send and keeps it as the privacy notice says"),
        error_messages={"required": _("Tick the box to agree that the committee reads what you send")},
    )

    def __init__(self, version, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.version = version
        for question in version.asked:
            self.fields[PREFIX + question["key"]] = QUESTIONS[question["type"]].field(question)

    def sections(self):
        """The version's sections with a bound field for every question and the text of every statement."""
        return [
            section | {"questions": [self._asked(row) for row in section["questions"]]}
            for section in self.version.sections
        ]

    def _asked(self, question):
        kind = QUESTIONS.get(question["type"])
        if kind is None:
            return {"statement": question["text"]}
        return {"field": self[PREFIX + question["key"]], "template": kind.field_template}

    @property
    def kept(self):
        """The answers as they are stored, by question key; only for a valid form."""
        return self.version.kept({q["key"]: self.cleaned_data[PREFIX + q["key"]] for q in self.version.asked})


def typed(version, data):
    """What was typed, checked or not, as (label, lines) pairs, so that a person can keep it."""
    pairs = [(gettext("Full name"), data.getlist("name")), (gettext("Email address"), data.getlist("email"))]
    for question in version.asked if version else []:
        kind = QUESTIONS[question["type"]]
        pairs.append((question["label"], kind.typed(question, kind.raw(data, PREFIX + question["key"]))))
    return [(label, lines) for label, lines in pairs if any(line.strip() for line in lines)]


class LostLinkForm(forms.Form):
    email = email_field(_("The address you applied with."))


ALPHABET = "34679CDFHJKMNPQRTVWXY"
"""What references are made of: no letters and digits that look alike."""

TRIES = 8
"""How often a transaction that lost a race is begun again before we give in."""


class Full(Exception):
    """The call's limit was reached before this application came."""


def receive(call, version, *, opened, name, email, answers, language, network="", suspected="", now=None):
    """Store what an applicant sent and return its Receipt.

    `opened` names the opened form: the same form sent again with the same answers, at once or later, gives the same
    receipt. A second application by an address that stands in this call is kept as a receipt of its own with a letter
    to the owner, and looks no different to whoever sent it. `network` and `suspected` are what
    programs/floods/judging.py says of the request. Raises Full.
    """
    now = now or timezone.now()
    key = receipt_key(opened, name, email, answers)
    marks = {"network": network, "suspected": suspected}
    for _try in range(TRIES):
        try:
            with transaction.atomic():
                return Receipt.objects.filter(key=key).first() or _store(
                    call, version, key, name=name, email=email, answers=answers, language=language, marks=marks, now=now
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


def _store(call, version, key, *, name, email, answers, language, marks, now):
    _refuse_when_full(call)
    application = Application.objects.standing().filter(call=call, correspondent__email_key=address_key(email)).first()
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
            **marks,
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
        greet(application)
    else:
        told = answered(receipt, to=Audience.APPLICANT, sensitive=False)
        tell_again(application, answered=told, **marks)
    return receipt


def _refuse_when_full(call):
    """A place is taken when an address is proven, under a lock: see programs/floods/proving.py. Here nobody waits."""
    if call.limit is not None and Application.objects.counted().filter(call=call).count() >= call.limit:
        raise Full


def new_reference(program, now):
    """Such as ALSC-26-7K4M: short enough to read out."""
    year = now.astimezone(ZoneInfo(program.time_zone)).year % 100
    return f"{program.code}-{year:02}-{''.join(secrets.choice(ALPHABET) for _ in range(4))}"
