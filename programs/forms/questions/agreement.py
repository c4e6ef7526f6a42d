"""Questions that are answered by yes or no, or by a tick."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .question import Question, arranged


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


class Tick(Question):
    """One box. Where the question is required it must be ticked."""

    MISSING = _("Tick the box: “%(question)s”")

    class Meta:
        icon = "tick"
        label = _("Single box to tick")

    @classmethod
    def options(cls, question):
        return YesNo.pairs()

    @staticmethod
    def chosen(kept):
        return ["yes" if kept else "no"]

    @classmethod
    def field(cls, question):
        return forms.BooleanField(**cls.worded(question, cls.MISSING))

    @classmethod
    def refilled(cls, question, name, answer):
        return {name: ["on"]} if answer else {}

    @classmethod
    def reads(cls, question, answer):
        return [gettext("Yes") if answer else gettext("No")]

    @classmethod
    def typed(cls, question, raw):
        return cls.reads(question, any(raw))


class Consent(Tick):
    """A box below the full text of what is agreed to. The text is kept in the definition: one knows what somebody agreed to,
    whatever becomes of the form."""

    MISSING = _("Tick the box to agree: “%(question)s”")
    MOST_LETTERS = 20_000

    field_template = "portal/forms/consent.html"

    text = blocks.RichTextBlock(
        label=_("What is agreed to"),
        required=False,
        max_length=MOST_LETTERS,
        features=["h3", "bold", "italic", "link", "ul", "ol"],
        help_text=_(
            "The full text, up to 20,000 characters. It is shown above the box; the question stands beside it."
        ),
    )

    class Meta:
        icon = "tick-inverse"
        label = _("Consent")
        form_layout = arranged("text")

    def definition(self, child, taken):
        text = child.value["text"].source if child.value["text"] else ""
        return super().definition(child, taken) | ({"text": text} if text else {})

    @classmethod
    def field(cls, question):
        field = super().field(question)
        field.text = question.get("text", "")
        return field
