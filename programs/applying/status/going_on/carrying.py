"""Going on with what was answered before: in a change of what was sent, or in a new application."""

from django.utils.datastructures import MultiValueDict

from programs.access.shown_to import own_answers
from programs.applying.form import ApplicationForm
from programs.forms.answering import field_name, parts_of, refilled

ASKED_ANEW = {"consent", "tick", "file"}
"""Types of questions that a new application asks everybody again: what was agreed to then is not agreed to now."""


def contact(application):
    """Who applies, as the first step's fields bring it."""
    return {"name": [application.name], "email": [application.email]}


def as_typed(application, version):
    """All of it, for a change: {name of a field: [text, ...]}. Consent was given when it was sent."""
    return contact(application) | {"agree": ["on"]} | refilled(version, own_answers(application))


def carried(application, version):
    """(what of it fits a form of today as it is typed there, the questions that it answers): for a new application.

    An answer fits where the same key asks in the same way and the form takes the answer as it is.
    """
    then = {question["key"]: question["type"] for question in application.version.asked}
    same = [q for q in version.asked if then.get(q["key"]) == q["type"] and q["type"] not in ASKED_ANEW]
    answers = own_answers(application)
    kept = {q["key"]: answers[q["key"]] for q in same if answers.get(q["key"]) is not None}
    typed = MultiValueDict(refilled(version, kept))
    form = ApplicationForm(version, typed)
    form.full_clean()
    fits = [q for q in same if q["key"] in kept and takes(form, field_name(q))]
    return {part: texts for q in fits for part, texts in parts_of(typed, field_name(q)).items()}, fits


def takes(form, name):
    return name not in form.errors and name in form.cleaned_data


def fitting(application, language):
    """The version that was answered; in another language the one that asks the same, where there is one."""
    answered = application.version
    if answered.language == language:
        return answered
    page = application.call.form.in_language(language)
    other = page and page.version()
    return other if other and asks(other) == asks(answered) else answered


def asks(version):
    return [[(q.get("key"), q["type"]) for q in section["questions"]] for section in version.sections]
