"""The form of one version: who applies, before every question that the answers so far do not hide."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.site.slowing import mailbox
from programs.floods.judging import TRAP
from programs.forms.answering import AnswersForm, field_name, lines_typed
from programs.forms.fields import LineField, email_field

REFEREE = "referee"
"""The type of question in which somebody else is named, as a form's definition calls it."""

CONTACT = ("name", "email", "agree", TRAP)
"""What the first step asks, and a field that nobody sees."""


def name_field():
    return LineField(
        label=_("Full name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your full name")},
    )


class ApplicationForm(AnswersForm):
    """Nobody speaks for themselves, or twice: each referee has an address of their own."""

    name = name_field()
    email = email_field(_("We send your reference and a private link to your application here."))
    agree = forms.BooleanField(
        label=_("I agree that the program’s committee reads what I send and keeps it as the privacy notice says"),
        error_messages={"required": _("Tick the box to agree that the committee reads what you send")},
    )

    def clean(self):
        told = gettext("This is your own address. Name somebody else")
        taken = {mailbox(self.cleaned_data.get("email", "")): told}
        for name, given in self._referees():
            whose = mailbox(given["email"])
            if whose in taken:
                self.fields[name].widget.wrong = {"email": taken[whose]}
                self.add_error(name, taken[whose])
            taken.setdefault(whose, gettext("You have named this person already. Name somebody else"))
        return self.cleaned_data

    def _referees(self):
        """(name of the field, who is named there) of those that show and were understood."""
        names = [field_name(question) for question in self.version.asked if question["type"] == REFEREE]
        shown = {field_name(q) for _section, asked in self.shown() for q in asked if "key" in q} if names else ()
        return [(name, self.cleaned_data[name]) for name in names if name in shown and self.cleaned_data.get(name)]


def typed(version, data):
    """What was typed, checked or not, as (label, lines) pairs, so that a person can keep it."""
    pairs = [(gettext("Full name"), data.getlist("name")), (gettext("Email address"), data.getlist("email"))]
    contact = [(label, lines) for label, lines in pairs if any(line.strip() for line in lines)]
    return contact + (lines_typed(version, data) if version else [])
