"""The form an applicant fills: name, email and consent first, then the questions of a form version."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programs.forms.fields import LineField, email_field
from programs.forms.questions import QUESTIONS

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
