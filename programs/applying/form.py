"""The form of one version: who applies, and every question that the answers so far do not hide."""

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programs.floods.judging import TRAP
from programs.forms.fields import LineField, email_field
from programs.forms.questions import QUESTIONS

PREFIX = "q-"
"""Stands before a question's key in the name of its field, so that no key can hide a field of ours."""

CONTACT = ("name", "email", "agree", TRAP)
"""What the first step asks, and a field that nobody sees."""


def name_field():
    return LineField(
        label=_("Full name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your full name")},
    )


class ApplicationForm(forms.Form):
    """Made from a FormVersion, so that what was asked is what is checked, whatever editors have changed meanwhile.

    `only` are the keys of the questions that matter now, where not all of them do.
    """

    name = name_field()
    email = email_field(_("We send your reference and a private link to your application here."))
    agree = forms.BooleanField(
        label=_("I agree that the program’s committee reads what I send and keeps it as the privacy notice says"),
        error_messages={"required": _("Tick the box to agree that the committee reads what you send")},
    )

    def __init__(self, version, *args, only=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.version = version
        for question in version.asked:
            if only is not None and question["key"] not in only:
                continue
            self.fields[field_name(question)] = QUESTIONS[question["type"]].field(question)

    def _post_clean(self):
        """What the answers hide is neither checked nor kept. `understood` has it still."""
        self.understood = self.kept
        asked = {question.get("key") for _section, questions in self.shown() for question in questions}
        for question in self.version.asked:
            if question["key"] not in asked:
                self._errors.pop(field_name(question), None)
                self.cleaned_data.pop(field_name(question), None)

    def shown(self):
        """(section, its questions and statements) as the answers that were understood so far show them."""
        return self.version.shown(self.kept)

    @property
    def kept(self):
        """The answers that were understood, as they are stored, by question key."""
        understood = {q["key"]: self.cleaned_data[field_name(q)] for q in self.version.asked if self._understood(q)}
        return self.version.kept(understood)

    def _understood(self, question):
        return field_name(question) in self.cleaned_data

    def wrong(self, names):
        """Whether something is wrong with one of these fields."""
        return any(name in self.errors for name in names)

    def tell_only(self, names):
        """Show errors beside these fields alone: others were not asked yet, or are asked elsewhere."""
        self._errors = ErrorDict({name: self.errors[name] for name in names if name in self.errors})


def field_name(question):
    return PREFIX + question["key"]


def parts_of(data, name):
    """What of a request belongs to this field: {name: [text, ...]}. A field of several parts adds _ and the part."""
    return {part: data.getlist(part) for part in data if part == name or part.startswith(f"{name}_")}


def typed(version, data):
    """What was typed, checked or not, as (label, lines) pairs, so that a person can keep it."""
    pairs = [(gettext("Full name"), data.getlist("name")), (gettext("Email address"), data.getlist("email"))]
    for question in version.asked if version else []:
        kind = QUESTIONS[question["type"]]
        pairs.append((question["label"], kind.typed(question, kind.raw(data, field_name(question)))))
    return [(label, lines) for label, lines in pairs if any(line.strip() for line in lines)]
