"""A form as an applicant meets it, step by step, for whoever builds it: nothing of it can be sent."""

from django import forms
from django.utils.translation import gettext

from .fields import LineField, email_field
from .purposes import asked_first
from .questions import QUESTIONS


def steps_of(sections, purpose):
    """[(heading, intro, words of its condition, what it asks), ...] in the order of asking; `asked` are dicts with a
    bound field and its template or a statement, and the condition in words."""
    form, words = forms.Form(), Words(sections)
    steps = [_about_you(form)] if asked_first(purpose) else []
    for section in sections:
        asked = [_asked(form, question, words) for question in section["questions"]]
        steps.append({"heading": section["heading"], "intro": section["intro"], "asked": asked} | words.when(section))
    return steps


def _about_you(form):
    """The portal's own step. It only looks like the one that applicants get: see programs.applying."""
    agree = gettext("I agree that the program’s committee reads what I send and keeps it as the privacy notice says")
    form.fields["name"] = LineField(label=gettext("Full name"))
    form.fields["email"] = email_field(gettext("We send your reference and a private link to your application here."))
    form.fields["agree"] = forms.BooleanField(label=agree)
    asked = [{"field": form[name], "template": "portal/forms/field.html"} for name in form.fields]
    return {"heading": gettext("How we reach you"), "intro": "", "asked": asked}


def _asked(form, question, words):
    kind = QUESTIONS.get(question["type"])
    if kind is None:
        return {"statement": question["text"]}
    name = f"q-{question['key']}"
    form.fields[name] = kind.field(question)
    return {"field": form[name], "template": kind.field_template} | words.when(question)


class Words:
    """Conditions in the words of the questions that they name."""

    def __init__(self, sections):
        asked = [one for section in sections for one in section["questions"] if "key" in one]
        self.questions = {question["key"]: question for question in asked}

    def when(self, conditional):
        condition = conditional.get("shown_if")
        if not condition:
            return {}
        question = self.questions[condition["key"]]
        options = dict(QUESTIONS[question["type"]].options(question))
        answers = " / ".join(str(options[key]) for key in condition["answers"])
        told = gettext("Shows only where “%(question)s” was answered with: %(answers)s.")
        return {"when": told % {"question": question["label"], "answers": answers}}
