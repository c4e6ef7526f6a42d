"""What a referee does by the link of their letter: gives the reference, changes it, or says no. Each once, under a lock."""

import re
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.translation import get_language

from programs.access.shown_to import own_answers
from programs.forms.answering import AnswersForm, field_name, lines_typed, refilled, said_anew
from programs.forms.purposes import Purpose
from programs.forms.questions import QUESTIONS
from programs.models import FormVersion, Referee

from .standing import Status, locked, take, takes_references


def lines_given_back(data):
    """What was typed and is not taken, for the person to keep."""
    version = version_of(data)
    return lines_typed(version, data) if version else []


class Over(Exception):
    """The reference is not waited for any more."""


@dataclass(frozen=True)
class Filling:
    """The whole form on one page: a version, and what was typed into it: {name of a field: [text, ...]}."""

    version: FormVersion
    typed: dict | None = None

    @cached_property
    def form(self):
        return AnswersForm(self.version, None if self.typed is None else MultiValueDict(self.typed))

    @cached_property
    def sections(self):
        """[(heading, intro, what it asks)]; `asked` are dicts with a bound field, its template and the condition that shows
        it, or a statement. Everything is on the page, since it has no other one: what does not show is not checked."""
        return [
            (section["heading"], section["intro"], [self._asked(section, one) for one in section["questions"]])
            for section in self.version.sections
            if section["questions"]
        ]

    def _asked(self, section, question):
        kind = QUESTIONS.get(question["type"])
        if kind is None:
            return {"statement": question["text"]}
        condition = question.get("shown_if") or section.get("shown_if")
        found = {"field": self.form[field_name(question)], "template": kind.field_template}
        return found | {"only_if": self._only_if(condition) if condition else None}

    def _only_if(self, condition):
        other = next((one for one in self.version.asked if one["key"] == condition["key"]), None)
        if other is None:
            return None
        labels = dict(QUESTIONS[other["type"]].options(other))
        return {
            "name": field_name(other),
            "keys": " ".join(condition["answers"]),
            "question": other["label"],
            "choices": [labels[key] for key in condition["answers"] if key in labels],
        }


def opened(row):
    """The form as it is asked now in the reader's language."""
    return Filling(page_asked(row).version())


def filled(row):
    """The same with what was sent, to change it."""
    return Filling(page_asked(row).version(), refilled(row.version, own_answers(row)))


def posted(row, data):
    """What was typed, in the version it was typed into; in the reader's language, if the page was in another one."""
    typed, now = {part: data.getlist(part) for part in data}, page_asked(row).version()
    was = version_of(data, form__translation_key=row.application.call.reference_form.translation_key)
    if was is None or was.language == now.language:
        return Filling(was or now, typed)
    return Filling(now, said_anew(typed, (was, was.language), now, get_language()))


def version_of(data, **which):
    """The version of a form for references that a request names, if it is one of these; its number is no secret."""
    number = data.get("version", "")
    known = FormVersion.objects.filter(form__purpose=Purpose.REFERENCE, **which)
    return known.filter(pk=int(number)).first() if re.fullmatch("[0-9]{1,9}", number) else None


def page_asked(row):
    return row.application.call.reference_form.in_language(get_language())


def keep(row, filling, now=None):
    """Store what a valid form says. The same sent twice is stored once. Raises Over."""
    now = now or timezone.now()
    with transaction.atomic():
        row = _open_row(row, now)
        answers = filling.form.kept
        if row.status == Status.ANSWERED:
            if own_answers(row) != answers:
                take(row, "change", version=filling.version, answers=answers, changed_at=now)
        else:
            take(row, "answer", version=filling.version, answers=answers, answered_at=now, declined_at=None, reason="")
    return row


def say_no(row, reason, now=None):
    """Who has answered meanwhile, in another tab, has answered. Raises Over."""
    now = now or timezone.now()
    with transaction.atomic():
        row = _open_row(row, now)
        if row.status == Status.ASKED:
            take(row, "decline", declined_at=now, reason=reason if reason in Referee.Reason.values else "cannot")
    return row


def _open_row(row, now):
    row = locked(Referee.objects.filter(pk=row.pk))
    if row is None or not takes_references(row.application, now):
        raise Over
    return row
