"""Questions that are answered by yes or no, or by a tick."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .question import Question


class YesNo(Question):
    class Meta:
        icon = "check"
        label = _("Yes or no")

    @staticmethod
    def pairs():
        return [("yes", gettext("Yes")), ("no", gettext("No"))]

    @classmethod
    def options(cls, question):
        return cls.pairs()

    @staticmethod
    def chosen(kept):
        return [kept]

    @classmethod
    def field(cls, question):
        return forms.ChoiceField(
            choices=cls.pairs(),
            widget=forms.RadioSelect,
            **cls.worded(question, gettext("Choose yes or no for “%(question)s”")),
        )

    @classmethod
    def reads(cls, question, answer):
        return [label for key, label in cls.pairs() if key == answer]

    @classmethod
    def typed(cls, question, raw):
        return [label for key, label in cls.pairs() if key in raw]


class Consent(Question):
    """A box that must be ticked when the question is required."""

    class Meta:
        icon = "tick-inverse"
        label = _("Consent")

    @classmethod
    def field(cls, question):
        return forms.BooleanField(**cls.worded(question, gettext("Tick the box to agree: “%(question)s”")))

    @classmethod
    def refilled(cls, question, name, answer):
        return {name: ["on"]} if answer else {}

    @classmethod
    def reads(cls, question, answer):
        return [gettext("Yes") if answer else gettext("No")]

    @classmethod
    def typed(cls, question, raw):
        return cls.reads(question, any(raw))
