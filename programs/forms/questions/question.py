"""What every question has."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.choosing import short
from programs.forms.editing import Line, Told, audience_block, autocomplete_block
from programs.forms.keys import key_block, key_of


class ShownIf(blocks.StructBlock):
    """By which earlier answer a question or a section shows; see programs.forms.conditions."""

    question = Line(label=_("Question"), required=False, help_text=_("An earlier question: its words or its key."))
    answers = blocks.TextBlock(
        label=_("Answers"), required=False, rows=2, help_text=_("Any of these choices shows it. One on each line.")
    )

    class Meta:
        label = _("Show only after an answer")
        icon = "view"


SETTINGS = ["shown_if", "shown_to", "sensitive", "why", "in_matching", "error", "key"]


def arranged(*own, settings=SETTINGS):
    """A type's layout in the editor, with its own blocks between the hint and whether it must be answered."""
    return blocks.BlockGroup(children=["label", "hint", *own, "required"], settings=settings)


class Question(blocks.StructBlock):
    """How a question is asked, how its answer is kept, and how it reads.

    A subclass adds its own blocks and `field()`. Where an answer is no text of one piece it says as well how it is kept as
    JSON, what of it came in a request, and how all of that reads: `kept()` and `restored()`, `raw()` and `typed()`,
    `reads()` and `cell()`. An answer that was not given is None and comes to none of them but `reads()` and `cell()`.
    """

    label = Line(label=_("Question"))
    hint = Told(
        label=_("Hint"),
        required=False,
        help_text=_(
            "One sentence is best, 2,000 characters are the most. A link: [our bylaws](https://example.org/bylaws)."
        ),
    )
    why = Told(
        label=_("Who sees the answer, and why it is asked"),
        required=False,
        help_text=_("Stands beside the question. A sensitive one should always say it."),
    )
    required = blocks.BooleanBlock(label=_("Must be answered"), required=False, default=True)
    error = Line(
        label=_("What is said when the answer is missing"),
        required=False,
        max_length=300,
        help_text=_("One sentence that says what to do. Left empty, the portal says it in its own words."),
    )
    key = key_block()
    shown_to = audience_block()
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

    SETTINGS = SETTINGS
    """What every type keeps under its settings, out of the way."""

    DEFINES = ()
    """Names in its definition that are no block's."""

    field_template = "portal/forms/field.html"
    """How the field looks in the applicant's form; it gets the bound field as `field`."""

    class Meta:
        icon = "help"
        form_layout = arranged()

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
        rare = ("shown_to", "sensitive", "in_matching", "error", "autocomplete")
        told = {name: value[name] for name in rare if value.get(name)}
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
        """Keyword arguments that every kind of field takes. `missing` says what to do, unless the editor said it."""
        return {
            "label": question["label"],
            "help_text": " ".join(filter(None, [question["hint"], question["why"]])),
            "required": question["required"],
            "error_messages": {
                "required": question.get("error") or str(missing) % {"question": short(question["label"])}
            },
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

    @classmethod
    def columns(cls, question, answer):
        """The same as (name of a part, heading, cell), where an answer has parts that each want a column; the name is
        empty for what has no parts."""
        return [("", question["label"], cls.cell(question, answer))]


TYPED_SETTINGS = [*SETTINGS[:-1], "autocomplete", "key"]


class TypedQuestion(Question):
    """A question that is answered in one control, which a browser may fill in."""

    AUTOCOMPLETE = ""
    """What this type offers where an editor says nothing."""

    autocomplete = autocomplete_block()

    class Meta:
        form_layout = arranged(settings=TYPED_SETTINGS)

    @classmethod
    def attrs(cls, question, **more):
        """Attributes of the control."""
        token = question.get("autocomplete") or cls.AUTOCOMPLETE
        return ({"autocomplete": token} if token else {}) | more
