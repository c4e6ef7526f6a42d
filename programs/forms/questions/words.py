"""Questions that are answered in words."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.fields import EmailField, LineField, TextField, at_most_words

from .question import Question


class ShortText(Question):
    class Meta:
        icon = "minus"
        label = _("Short text")

    @classmethod
    def field(cls, question):
        return LineField(max_length=300, **cls.worded(question, gettext("Enter an answer to “%(question)s”")))


class LongText(Question):
    MOST_WORDS = 300

    most_words = blocks.IntegerBlock(label=_("Most words"), default=MOST_WORDS, min_value=10, max_value=2000)

    class Meta:
        icon = "pilcrow"
        label = _("Long text")
        form_layout = blocks.BlockGroup(children=["label", "hint", "most_words", "required"], settings=["why", "key"])

    def definition(self, child, taken):
        return super().definition(child, taken) | {"most_words": child.value["most_words"] or self.MOST_WORDS}

    @classmethod
    def field(cls, question):
        field = TextField(
            max_length=20_000,
            widget=forms.Textarea(attrs={"rows": 6}),
            validators=[at_most_words(question["most_words"])],
            **cls.worded(question, gettext("Enter an answer to “%(question)s”")),
        )
        limit = gettext("Up to %(most)d words.") % {"most": question["most_words"]}
        field.help_text = f"{field.help_text} {limit}".strip()
        field.most_words = question["most_words"]
        return field


class Email(Question):
    class Meta:
        icon = "mail"
        label = _("Email address")

    @classmethod
    def field(cls, question):
        return EmailField(max_length=254, **cls.worded(question, gettext("Enter an email address for “%(question)s”")))
