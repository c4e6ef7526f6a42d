"""What every question has."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .keys import key_block, key_of


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
