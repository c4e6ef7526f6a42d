"""Somebody else who can speak for whoever applies. Who is named here is written to: see programs/references."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programs.forms.fields import EmailField, LineField

from .parts import PartsField, PartsQuestion


class Referee(PartsQuestion):
    class Meta:
        icon = "user"
        label = _("Somebody who is asked for a reference")

    @classmethod
    def field(cls, question):
        words = cls.worded(question, gettext("Name somebody for “%(question)s”"))
        told = gettext(
            "We write to this person once you have opened the link in our letter to you. They see your name and the "
            "program, and nothing else of what you send."
        )
        words["help_text"] = " ".join(filter(None, [words["help_text"], told]))
        return PartsField(parts(), joined=lambda given: given or None, **words)

    @staticmethod
    def reads(question, answer):
        return [answer["name"], answer["email"]] if answer else []


def parts():
    """Name and address, by the name of their part."""
    return {
        "name": LineField(
            label=_("Their full name"),
            max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            error_messages={"required": _("Enter this person’s name")},
        ),
        "email": EmailField(
            label=_("Their email address"),
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
            error_messages={"required": _("Enter this person’s email address")},
        ),
    }
