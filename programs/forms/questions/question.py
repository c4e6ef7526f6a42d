"""What every question has, and the plainest: those that are answered in words."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.audiences import CHOOSABLE
from programs.forms.fields import EmailField, LineField, TextField, at_most_words
from programs.forms.keys import key_block, key_of


class ShownIf(blocks.StructBlock):
    """By which earlier answer a question or a section shows; see programs.forms.conditions."""

    question = blocks.CharBlock(
        label=_("Question"), required=False, max_length=2000, help_text=_("An earlier question: its words or its key.")
    )
    answers = blocks.TextBlock(
        label=_("Answers"), required=False, rows=2, help_text=_("Any of these choices shows it. One on each line.")
    )

    class Meta:
        label = _("Show only after an answer")
        icon = "view"


class Question(blocks.StructBlock):
    """How a question is asked, how its answer is kept, and how it reads.

    A subclass adds its own blocks and `field()`. Where an answer is no text of one piece it says as well how it is kept as
    JSON, what of it came in a request, and how all of that reads: `kept()` and `restored()`, `raw()` and `typed()`,
    `reads()` and `cell()`. An answer that was not given is None and comes to none of them but `reads()` and `cell()`.
    """

    label = blocks.CharBlock(label=_("Question"), max_length=300)
    hint = blocks.CharBlock(label=_("Hint"), required=False, max_length=300, help_text=_("One sentence."))
    why = blocks.CharBlock(
        label=_("Who sees the answer, and why it is asked"),
        required=False,
        max_length=300,
        help_text=_("Stands beside the question. A sensitive one should always say it."),
    )
    required = blocks.BooleanBlock(label=_("Must be answered"), required=False, default=True)
    key = key_block()
    shown_to = blocks.MultipleChoiceBlock(
        label=_("Who may see the answer"),
        choices=[(audience.value, audience.label) for audience in CHOOSABLE],
        required=False,
        help_text=_(
            "Nobody chosen: coordinators and all who read for the committee. Whoever is not named here sees neither the "
            "question nor its answer; people can always read again what they wrote."
        ),
        widget=forms.CheckboxSelectMultiple,
    )
    sensitive = blocks.BooleanBlock(
        label=_("Sensitive"),
        required=False,
        help_text=_("Never required, and never in lists, letters or exports unless somebody asks for it on purpose."),
    )
    in_matching = blocks.BooleanBlock(
        label=_("Counts in matching"),
        required=False,
        help_text=_("Who makes the pairs sees the answer beside those of the other side."),
    )
    shown_if = ShownIf()

    SETTINGS = ["shown_if", "shown_to", "sensitive", "why", "in_matching", "key"]
    """What every type keeps under its settings, out of the way."""

    DEFINES = ()
    """Names in its definition that are no block's."""

    field_template = "portal/forms/field.html"
    """How the field looks in the applicant's form; it gets the bound field as `field`."""

    class Meta:
        icon = "help"
        form_layout = blocks.BlockGroup(
            children=["label", "hint", "required"],
            settings=["shown_if", "shown_to", "sensitive", "why", "in_matching", "key"],
        )

    def is_finished(self, value):
        """A draft may hold a question that cannot be asked yet."""
        return bool(value["label"])

    def definition(self, child, taken):
        """The question as plain data. `taken` are the keys of the questions before it; this one's is added."""
        value, key = child.value, key_of(child, taken)
        taken.add(key)
        asked = {
            "type": child.block_type,
            "key": key,
            "label": value["label"],
            "hint": value["hint"],
            "why": value["why"],
            "required": value["required"] and not value["sensitive"],
        }
        told = {name: value[name] for name in ("shown_to", "sensitive", "in_matching") if value[name]}
        return asked | told

    def stored(self, question):
        """What a page stores of a question with this definition, but for its condition: for forms that come as JSON. A type
        whose definition does not hold its blocks' values under their own names says it."""
        return {name: question[name] for name in self.child_blocks if name in question and name != "shown_if"}

    @classmethod
    def field(cls, question):
        """The form field that asks this question."""
        raise NotImplementedError

    @staticmethod
    def worded(question, missing):
        """Keyword arguments that every kind of field takes."""
        return {
            "label": question["label"],
            "help_text": " ".join(filter(None, [question["hint"], question["why"]])),
            "required": question["required"],
            "error_messages": {"required": missing % {"question": question["label"]}},
        }

    @staticmethod
    def kept(cleaned):
        """What the field made of the answer, as JSON can hold it."""
        return cleaned

    @staticmethod
    def restored(kept):
        """The answer again, from what was kept."""
        return kept

    @staticmethod
    def raw(data, name):
        """What a request holds of the field of this name, as it was typed: a list of texts."""
        return data.getlist(name)

    @staticmethod
    def options(question):
        """The (key, label) of every choice by which something else may be shown; see programs.forms.conditions."""
        return []

    @staticmethod
    def chosen(kept):
        """The keys of these choices that the answer, as it was kept, holds."""
        return []

    @classmethod
    def refilled(cls, question, name, answer):
        """The answer as a request would bring it, so that somebody can change it: {name of a field: [text, ...]}."""
        given = answer if isinstance(answer, list | tuple) else [answer]
        return {name: [str(part) for part in given]}

    @classmethod
    def typed(cls, question, raw):
        """What was typed, checked or not, as lines for the person to keep."""
        return raw

    @classmethod
    def reads(cls, question, answer):
        """The answer as a list of lines for a person to read."""
        return [answer] if answer else []

    @classmethod
    def cell(cls, question, answer):
        """The answer as one cell of a spreadsheet: a number or a day as it is, everything else as one text."""
        return "; ".join(cls.reads(question, answer))


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
        form_layout = blocks.BlockGroup(
            children=["label", "hint", "most_words", "required"], settings=Question.SETTINGS
        )

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
