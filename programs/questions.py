"""Question types: each is one short class that says what an editor enters, how the applicant's form asks it and how
an answer reads. A published form keeps its questions as plain definitions (see ApplicationFormPage.definition)."""

import unicodedata
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

KEY = RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", _("Use small letters, digits and single hyphens."))


def key_block():
    return blocks.CharBlock(
        label=_("Key"),
        required=False,
        max_length=40,
        validators=[KEY],
        help_text=_(
            "Names this in lists and exports. Fixed once the form is published. Left empty, the portal gives one."
        ),
    )


def key_of(child, taken=()):
    """The key an editor gave, or one made from the block's own id, which copies in other languages share.

    A key that is taken gives way. A block that was never saved has no id yet: its key serves the preview only.
    """
    given = child.value["key"]
    return given if given and given not in taken else (child.id or uuid4().hex).replace("-", "")[:10]


class CleanText:
    """Forgives stray spaces and keeps one form of every letter."""

    def to_python(self, value):
        return unicodedata.normalize("NFC", super().to_python(value) or "").replace("\r\n", "\n").strip()


class TextField(CleanText, forms.CharField):
    pass


class EmailField(CleanText, forms.EmailField):
    """An address with forgiven wrapping: spaces, <>, a comma or full stop behind it."""

    default_error_messages = {"invalid": _("Enter an email address in the right format, like name@example.org")}

    def to_python(self, value):
        return super().to_python(value).strip(" <>,;.\t")

    def clean(self, value):
        value = self.to_python(value)
        self.validate(value)
        if not value or (value.isascii() and value.isprintable()):
            self.run_validators(value)
            return value
        raise ValidationError(self.error_messages["invalid"], code="invalid")


class Question(blocks.StructBlock):
    """What every question has. A subclass adds its own blocks, `field()` and, where an answer is not plain text, `said()`."""

    label = blocks.CharBlock(label=_("Question"), max_length=300)
    hint = blocks.CharBlock(label=_("Hint"), required=False, max_length=300, help_text=_("One sentence."))
    why = blocks.CharBlock(
        label=_("Who sees the answer, and why it is asked"),
        required=False,
        max_length=300,
        help_text=_("For a sensitive question."),
    )
    required = blocks.BooleanBlock(label=_("Must be answered"), required=False, default=True)
    key = key_block()

    class Meta:
        icon = "help"
        form_layout = blocks.BlockGroup(children=["label", "hint", "required"], settings=["why", "key"])

    def is_finished(self, value):
        """A draft may hold a question that cannot be asked yet."""
        return bool(value["label"])

    def definition(self, child, taken):
        """The question as plain data. `taken` are the keys of the questions before it; this one's is added."""
        value, key = child.value, key_of(child, taken)
        taken.add(key)
        return {
            "type": child.block_type,
            "key": key,
            "label": value["label"],
            "hint": value["hint"],
            "why": value["why"],
            "required": value["required"],
        }

    @classmethod
    def field(cls, question):
        """The form field that asks this question."""
        raise NotImplementedError

    @classmethod
    def said(cls, question, answer):
        """The answer as a list of lines for a person to read."""
        return [answer] if answer else []

    @staticmethod
    def asked(question, missing):
        """Keyword arguments that every kind of field takes."""
        return {
            "label": question["label"],
            "help_text": " ".join(filter(None, [question["hint"], question["why"]])),
            "required": question["required"],
            "error_messages": {"required": missing % {"question": question["label"]}},
        }


class ShortText(Question):
    class Meta:
        icon = "minus"
        label = _("Short text")

    @classmethod
    def field(cls, question):
        return TextField(max_length=300, **cls.asked(question, gettext("Enter an answer to “%(question)s”")))


def at_most_words(most):
    def check(value):
        words = len(value.split())
        if words > most:
            raise ValidationError(
                gettext("Use at most %(most)d words; this has %(words)d") % {"most": most, "words": words}
            )

    return check


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


class Questions(blocks.StreamBlock):
    statement = Statement()

    def __init__(self, *args, **kwargs):
        super().__init__([(name, question()) for name, question in QUESTIONS.items()], *args, **kwargs)


class Section(blocks.StructBlock):
    """Questions that belong together, under one heading."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    intro = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    questions = Questions(label=_("Questions"))

    class Meta:
        icon = "form"
        label = _("Section")


def answered(version, answers):
    """Question and answer pairs in the order they were asked: [(label, [line, ...]), ...]."""
    return [
        (question["label"], QUESTIONS[question["type"]].said(question, answers.get(question["key"])))
        for question in version.questions
        if question["type"] in QUESTIONS
    ]
