from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.audiences import COMMITTEE
from programs.forms.editing import audience_block
from programs.forms.fields import LineField

from .parts import PartsField, PartsQuestion

PARTS = {"name": _("Name"), "where": _("Their email address or library")}


class PartnerWish(PartsQuestion):
    """Somebody one would like to be matched with, kept as {"name": ..., "where": ...}; `where` may be missing. It tells of
    somebody who has not been asked, so only the committee sees it."""

    shown_to = audience_block(COMMITTEE)
    in_matching = blocks.BooleanBlock(
        label=_("Counts in matching"),
        required=False,
        default=True,
        help_text=_("Who makes the pairs sees the wish beside the name of whoever it is about."),
    )

    class Meta:
        icon = "group"
        label = _("Somebody to be matched with")

    def definition(self, child, taken):
        asked = super().definition(child, taken)
        shown_to = [audience for audience in asked.pop("shown_to", []) if audience in COMMITTEE]
        return asked | {"in_matching": child.value["in_matching"]} | ({"shown_to": shown_to} if shown_to else {})

    @classmethod
    def field(cls, question):
        words = cls.worded(question, gettext("Enter the name of somebody for “%(question)s”"))
        told = gettext("This is a wish and no promise: the committee makes the pairs.")
        words["help_text"] = f"{words['help_text']} {told}".strip()
        return PartsField({part: part_field(part) for part in PARTS}, joined=cls.joined, **words)

    @staticmethod
    def joined(cleaned):
        return {part: text for part, text in cleaned.items() if text}

    @classmethod
    def reads(cls, question, answer):
        return [answer[part] for part in PARTS if answer and answer.get(part)]

    @classmethod
    def columns(cls, question, answer):
        return [(part, f"{question['label']}: {label}", (answer or {}).get(part, "")) for part, label in PARTS.items()]


def part_field(part):
    """What a browser knows of its owner is nothing to fill in here."""
    field = LineField(
        label=PARTS[part],
        required=part == "name",
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext("Enter the name")},
    )
    field.optional = not field.required
    return field
