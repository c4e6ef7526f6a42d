"""Questions that are answered by choosing. An answer is kept by the keys of its choices, whatever their words become."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.choosing import OTHER, Boxes, ChosenField, List, Radios, parts, short
from programs.forms.keys import apart, keyed

from .choice_lines import ChoiceLines, faults
from .question import Question, arranged


def other_block():
    return blocks.BooleanBlock(label=_("Ends with “Other, please say”, and a box for words"), required=False)


class OfLines(Question):
    """A question with choices or statements, each kind of them lines of one field."""

    class Meta:
        form_layout = arranged()

    @property
    def lines(self):
        """The names of these fields."""
        return [name for name, block in self.child_blocks.items() if isinstance(block, ChoiceLines)]

    def is_finished(self, value):
        return super().is_finished(value) and all(value[name] for name in self.lines)

    def faults(self, value):
        """What keeps it from being published, in words."""
        for name in self.lines:
            yield from faults(value[name], self.child_blocks[name].least)

    def definition(self, child, taken):
        written = {name: list(apart(child.value[name])) for name in self.lines}
        return super().definition(child, taken) | written

    def stored(self, question):
        """Choices without a key get one, as those that an editor has just written."""
        value = super().stored(question)
        lines = {name: value[name] for name in self.lines if name in value}
        return value | {name: keyed([{"key": None} | line for line in found]) for name, found in lines.items()}

    @staticmethod
    def raw(data, name):
        """By part, as the request named it; see `parts`."""
        return parts(data, name)


class ChooseOne(OfLines):
    choices = ChoiceLines(label=_("Choices"))
    other = other_block()
    as_list = blocks.BooleanBlock(
        label=_("A list that opens"), required=False, help_text=_("Better than buttons from about eight choices on.")
    )

    SEVERAL = False

    class Meta:
        icon = "radio-full"
        label = _("Choose one")
        form_layout = arranged("choices", "other", "as_list")

    field_template = "portal/forms/choices.html"

    EXTRAS = ["other", "as_list"]
    """What else a definition keeps, where it was set."""

    def definition(self, child, taken):
        extras = {name: child.value[name] for name in self.EXTRAS if child.value[name]}
        return super().definition(child, taken) | extras

    @staticmethod
    def pairs(question):
        pairs = [(choice["key"], choice["label"]) for choice in question["choices"]]
        return pairs + ([(OTHER, gettext("Other, please say"))] if question.get("other") else [])

    @staticmethod
    def asking(question):
        """The keys of the choices that ask for words."""
        keys = [choice["key"] for choice in question["choices"] if choice.get("words")]
        return keys + ([OTHER] if question.get("other") else [])

    @classmethod
    def options(cls, question):
        return cls.pairs(question)

    @staticmethod
    def chosen(kept):
        chosen = kept["chosen"] if isinstance(kept, dict) else kept
        return [chosen] if isinstance(chosen, str) else chosen

    @classmethod
    def field(cls, question):
        wrong = gettext("Choose one of the answers to “%(question)s”")
        return cls.chooser(
            question,
            List() if question.get("as_list") else Radios(),
            gettext("Choose an answer to “%(question)s”"),
            wrong,
        )

    @classmethod
    def chooser(cls, question, widget, missing, wrong, **more):
        words = cls.worded(question, missing)
        words["error_messages"]["invalid"] = wrong % {"question": short(question["label"])}
        asking = cls.asking(question)
        return ChosenField(
            choices=cls.pairs(question), asking=asking, several=cls.SEVERAL, widget=widget, **words, **more
        )

    @classmethod
    def refilled(cls, question, name, answer):
        words = answer["words"] if isinstance(answer, dict) else {}
        return {name: list(cls.chosen(answer))} | {f"{name}_{key}": [text] for key, text in words.items()}

    @classmethod
    def reads(cls, question, answer):
        words = answer["words"] if isinstance(answer, dict) else {}
        return cls.said(question, cls.chosen(answer or []), words)

    @classmethod
    def said(cls, question, keys, words):
        """The labels of these choices, each with its words."""
        labels = dict(cls.pairs(question)) | ({OTHER: gettext("Other")} if question.get("other") else {})
        return [_with_words(labels[key], words.get(key)) for key in keys if key in labels]

    @classmethod
    def typed(cls, question, raw):
        words = {key: " ".join(raw[key]) for key in cls.asking(question) if "".join(raw.get(key, [])).strip()}
        return cls.said(question, dict.fromkeys([*raw[""], *words]), words)


def _with_words(label, words):
    told = {"choice": str(label).rstrip(" :"), "words": words}
    return gettext("%(choice)s: %(words)s") % told if words else label


class ChooseSeveral(ChooseOne):
    least = blocks.IntegerBlock(label=_("Choose at least"), required=False, min_value=1, max_value=500)
    most = blocks.IntegerBlock(label=_("Choose at most"), required=False, min_value=1, max_value=500)
    as_list = None

    SEVERAL = True
    EXTRAS = ["other", "least", "most"]

    class Meta:
        icon = "list-ul"
        label = _("Choose several")
        form_layout = arranged("choices", "other", "least", "most")

    def faults(self, value):
        yield from super().faults(value)
        yield from wrong_numbers(value["least"], value["most"], len(value["choices"]) + bool(value["other"]))

    @classmethod
    def field(cls, question):
        limits = {"least": question.get("least") or 0, "most": question.get("most")}
        wrong = gettext("Choose among the answers to “%(question)s”")
        field = cls.chooser(question, Boxes(), gettext("Choose at least one answer to “%(question)s”"), wrong, **limits)
        field.help_text = f"{field.help_text} {in_words(**limits)}".strip()
        return field


def wrong_numbers(least, most, choices):
    """What is wrong with how many are to be chosen."""
    if (least or 1) > (most or choices) or max(least or 1, most or 1) > choices:
        yield gettext("As many as are to be chosen at least and at most cannot be chosen among %(choices)d.") % {
            "choices": choices
        }


def in_words(least, most):
    """How many are to be chosen, as a hint."""
    told = {"least": least, "most": most}
    if least and least == most:
        return gettext("Choose exactly %(most)d.") % told
    if least and most:
        return gettext("Choose %(least)d to %(most)d.") % told
    if most:
        return gettext("Choose up to %(most)d.") % told
    return gettext("Choose at least %(least)d.") % told if least else ""
