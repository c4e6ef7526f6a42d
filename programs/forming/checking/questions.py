"""What can be odd about the questions of a form, one by one and together. Each check takes a Form and yields findings."""

import re

from django.utils import timezone
from django.utils.translation import gettext

from portal.checks.findings import Finding
from programs.forms.audiences import Audience
from programs.forms.purposes import Purpose

MOST_QUESTIONS = 25
"""One page of 18 is seven screens of a phone; above this people leave."""

NAME = re.compile(
    r"\W*((what is |please (enter|give) )?(your |my )?(full |first |last |legal |first and last )*name(s| and surname)?|"
    r"(cuál es )?(su )?(nombres?)( completo)?( y apellidos?)?|(sus? )?apellidos?)\W*",
    re.IGNORECASE,
)
EMAIL = re.compile(
    r"\W*((what is |please (enter|give) )?(your |my )?(preferred |contact )?e-?mail( address)?|"
    r"(cuál es )?(su )?(dirección de )?correo( electrónico)?)\W*",
    re.IGNORECASE,
)
OF_A_YEAR = re.compile(
    r"\b(?:spring|summer|fall|autumn|winter|annual|midwinter|conference|cohort|round|class of|january|february|march|april|"
    r"may|june|july|august|september|october|november|december|primavera|verano|otoño|invierno|conferencia|congreso|"
    r"convocatoria|cohorte|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
    r"(?:\s+(?:de|del|of))?\s+(20\d\d)\b",
    re.IGNORECASE,
)
"""“Fall 2024”, “ALA Annual 2024”, “otoño de 2024”: what a form keeps of the round it was first written for."""


def lost_conditions(form):
    for where, path in form.lost():
        yield Finding(where, gettext("It is to show after an answer that no question before it can have."), path)


def sensitive_without_reason(form):
    for asked in form.questions:
        if asked.settings["sensitive"] and not asked.settings["why"].strip():
            yield asked.finding(gettext("It is sensitive and does not say who sees the answer and why it is asked."))


def sensitive_and_required(form):
    for asked in form.questions:
        if asked.settings["sensitive"] and asked.settings["required"]:
            yield asked.finding(gettext("It is sensitive, so that it is asked without being required."))


def public(form):
    for asked in form.questions:
        if Audience.PUBLIC in (asked.settings["shown_to"] or ()):
            yield asked.finding(gettext("Everybody may read the answer: people should know that before they write."))


def too_many(form):
    count = len(form.questions)
    if count > MOST_QUESTIONS:
        told = gettext("The form asks %(count)d questions; above %(most)d many people give up.")
        where, path = form.whole
        yield Finding(where, told % {"count": count, "most": MOST_QUESTIONS}, path)


def asked_by_the_portal(form):
    """Name and address are asked of applicants before everything else."""
    if form.purpose != Purpose.APPLICATION:
        return
    for asked in form.questions:
        if NAME.fullmatch(asked.label):
            yield asked.finding(
                gettext("The name is asked first, before the form’s own questions: this asks it twice.")
            )
        elif EMAIL.fullmatch(asked.label):
            told = gettext("The email address is asked first, before the form’s own questions: this asks it twice.")
            yield asked.finding(told)


def referees(form, calls):
    """Whom applicants name is written to only where the call has a form for it."""
    named = [asked for asked in form.questions if asked.kind == "referee"]
    without = next((call for call in calls if not call.reference_form_id), None)
    if without:
        told = gettext("“%(call)s” asks for no reference: nobody writes to the person who is named here.")
        yield from (asked.finding(told % {"call": without}) for asked in named)


def same_label(form):
    """Named where it is met again."""
    first = {}
    for asked in form.questions:
        earlier = first.setdefault(" ".join(asked.label.casefold().split()), asked)
        if earlier is not asked:
            told = gettext(
                "It asks in the same words as a question of “%(section)s”; in lists nobody can tell them apart."
            )
            yield asked.finding(told % {"section": earlier.section})


def old_rounds(form):
    """A season or a meeting with a year that is over."""
    for asked in form.questions:
        gone = [match[0] for match in OF_A_YEAR.finditer(asked.words) if int(match[1]) < timezone.localdate().year]
        for text in dict.fromkeys(gone):
            yield asked.finding(gettext("“%(text)s” has gone by.") % {"text": text})


CHECKS = [
    lost_conditions,
    sensitive_without_reason,
    sensitive_and_required,
    public,
    too_many,
    asked_by_the_portal,
    same_label,
    old_rounds,
]
