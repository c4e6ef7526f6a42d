"""Questions that are answered by choosing. An answer is kept by the keys of its choices, whatever their words become."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.keys import key_block, key_of

from .question import Question, arranged


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
        form_layout = arranged("choices")

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

    options = pairs

    @staticmethod
    def chosen(kept):
        return [kept] if isinstance(kept, str) else kept

    @classmethod
    def field(cls, question):
        field = forms.ChoiceField(
            choices=cls.pairs(question),
            widget=forms.RadioSelect,
            **cls.worded(question, gettext("Choose an answer to “%(question)s”")),
        )
        field.error_messages["invalid_choice"] = gettext("Choose one of the answers to “%(question)s”") % {
            "question": question["label"]
        }
        return field

    @classmethod
    def reads(cls, question, answer):
        labels = dict(cls.pairs(question))
        return [labels[key] for key in ([answer] if isinstance(answer, str) else answer or []) if key in labels]

    @classmethod
    def typed(cls, question, raw):
        return cls.reads(question, raw)


class ChooseSeveral(ChooseOne):
    class Meta:
        icon = "list-ul"
        label = _("Choose several")

    @classmethod
    def field(cls, question):
        field = forms.MultipleChoiceField(
            choices=cls.pairs(question),
            widget=forms.CheckboxSelectMultiple,
            **cls.worded(question, gettext("Choose at least one answer to “%(question)s”")),
        )
        field.error_messages["invalid_choice"] = gettext("Choose among the answers to “%(question)s”") % {
            "question": question["label"]
        }
        return field
