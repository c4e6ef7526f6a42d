"""The question types: each says what an editor enters, how the applicant's form asks it and how an answer reads."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .fields import EmailField, TextField, at_most_words
from .keys import key_block, key_of
from .question import Question


class ShortText(Question):
    class Meta:
        icon = "minus"
        label = _("Short text")

    @classmethod
    def field(cls, question):
        return TextField(max_length=300, **cls.asked(question, gettext("Enter an answer to “%(question)s”")))


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
            **cls.asked(question, gettext("Enter an answer to “%(question)s”")),
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
        return EmailField(max_length=254, **cls.asked(question, gettext("Enter an email address for “%(question)s”")))


class Choice(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Choice"), max_length=200)
    key = key_block()

    class Meta:
        form_layout = blocks.BlockGroup(children=["label"], settings=["key"])


class ChooseOne(Question):
    choices = blocks.ListBlock(Choice(), label=_("Choices"), min_num=2)

    class Meta:
        icon = "radio-full"
        label = _("Choose one")
        form_layout = blocks.BlockGroup(children=["label", "hint", "choices", "required"], settings=["why", "key"])

    @staticmethod
    def named(value):
        """The choices that have words already."""
        return [choice for choice in value["choices"].bound_blocks if choice.value["label"]]

    def is_finished(self, value):
        return super().is_finished(value) and bool(self.named(value))

    def definition(self, child, taken):
        choices, used = [], set()
        for choice in self.named(child.value):
            choices.append({"key": key_of(choice, used), "label": choice.value["label"]})
            used.add(choices[-1]["key"])
        return super().definition(child, taken) | {"choices": choices}

    @staticmethod
    def pairs(question):
        return [(choice["key"], choice["label"]) for choice in question["choices"]]

    @classmethod
    def field(cls, question):
        field = forms.ChoiceField(
            choices=cls.pairs(question),
            widget=forms.RadioSelect,
            **cls.asked(question, gettext("Choose an answer to “%(question)s”")),
        )
        field.error_messages["invalid_choice"] = gettext("Choose one of the answers to “%(question)s”") % {
            "question": question["label"]
        }
        return field

    @classmethod
    def said(cls, question, answer):
        labels = dict(cls.pairs(question))
        return [labels[key] for key in ([answer] if isinstance(answer, str) else answer or []) if key in labels]


class ChooseSeveral(ChooseOne):
    class Meta:
        icon = "list-ul"
        label = _("Choose several")

    @classmethod
    def field(cls, question):
        field = forms.MultipleChoiceField(
            choices=cls.pairs(question),
            widget=forms.CheckboxSelectMultiple,
            **cls.asked(question, gettext("Choose at least one answer to “%(question)s”")),
        )
        field.error_messages["invalid_choice"] = gettext("Choose among the answers to “%(question)s”") % {
            "question": question["label"]
        }
        return field


class YesNo(Question):
    class Meta:
        icon = "check"
        label = _("Yes or no")

    @staticmethod
    def pairs():
        return [("yes", gettext("Yes")), ("no", gettext("No"))]

    @classmethod
    def field(cls, question):
        return forms.ChoiceField(
            choices=cls.pairs(),
            widget=forms.RadioSelect,
            **cls.asked(question, gettext("Choose yes or no for “%(question)s”")),
        )

    @classmethod
    def said(cls, question, answer):
        return [label for key, label in cls.pairs() if key == answer]


class Consent(Question):
    """A box that must be ticked when the question is required."""

    class Meta:
        icon = "tick-inverse"
        label = _("Consent")

    @classmethod
    def field(cls, question):
        return forms.BooleanField(**cls.asked(question, gettext("Tick the box to agree: “%(question)s”")))

    @classmethod
    def said(cls, question, answer):
        return [gettext("Yes") if answer else gettext("No")]


class Statement(blocks.StructBlock):
    """Only informs; asks nothing."""

    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ul"])

    class Meta:
        icon = "info-circle"
        label = _("Statement")

    def is_finished(self, value):
        return bool(value["text"])

    def definition(self, child, taken):
        return {"type": child.block_type, "text": child.value["text"].source}


QUESTIONS = {
    "short_text": ShortText,
    "long_text": LongText,
    "email": Email,
    "choose_one": ChooseOne,
    "choose_several": ChooseSeveral,
    "yes_no": YesNo,
    "consent": Consent,
}
"""Every type that asks something, by the name it has in a definition."""
