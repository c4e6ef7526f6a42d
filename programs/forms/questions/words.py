"""Questions that are answered in one's own words, up to a number of words or of letters."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.fields import LineField, TextField, at_most_letters, at_most_words

from .question import TYPED_SETTINGS, TypedQuestion, arranged


class Limited(TypedQuestion):
    """The editor's limit is said, counted while one types, and checked; never is anything cut."""

    USUAL = {}
    """What limits an answer where the editor gave no number."""

    COUNTED = ("most_letters", "most_words")
    """What the editor may give a number for; of two the first counts."""

    def definition(self, child, taken):
        given = [{name: child.value[name]} for name in self.COUNTED if child.value[name]]
        return super().definition(child, taken) | (given[0] if given else self.USUAL)

    @classmethod
    def limited(cls, field, question):
        """The field with the limit of its definition; older ones of a short text have none."""
        if most := question.get("most_letters"):
            said, check, field.most_letters = gettext("Up to %(most)d characters."), at_most_letters(most), most
        elif most := question.get("most_words"):
            said, check, field.most_words = gettext("Up to %(most)d words."), at_most_words(most), most
        else:
            return field
        field.validators.insert(0, check)
        field.help_text = f"{field.help_text} {said % {'most': most}}".strip()
        return field


class ShortText(Limited):
    MOST, MOST_SAID = 300, 2000

    most_letters = blocks.IntegerBlock(
        label=_("Most characters"), required=False, min_value=1, max_value=MOST_SAID, help_text=_("Left empty: 300.")
    )
    most_words = blocks.IntegerBlock(
        label=_("Most words"),
        required=False,
        min_value=1,
        max_value=300,
        help_text=_("Instead of characters; leave these empty then."),
    )

    class Meta:
        icon = "minus"
        label = _("Short text")
        form_layout = arranged("most_letters", "most_words", settings=TYPED_SETTINGS)

    @classmethod
    def field(cls, question):
        counted = question.get("most_letters") or question.get("most_words")
        field = LineField(
            max_length=cls.MOST_SAID if counted else cls.MOST,
            widget=forms.TextInput(attrs=cls.attrs(question)),
            **cls.worded(question, gettext("Enter an answer to “%(question)s”")),
        )
        return cls.limited(field, question)


class LongText(Limited):
    MOST_WORDS, MOST_LETTERS = 300, 20_000
    USUAL = {"most_words": MOST_WORDS}

    most_words = blocks.IntegerBlock(
        label=_("Most words"), required=False, default=MOST_WORDS, min_value=10, max_value=2000
    )
    most_letters = blocks.IntegerBlock(
        label=_("Most characters"),
        required=False,
        min_value=10,
        max_value=MOST_LETTERS,
        help_text=_("Given a number, characters are counted and not words."),
    )

    class Meta:
        icon = "pilcrow"
        label = _("Long text")
        form_layout = arranged("most_words", "most_letters", settings=TYPED_SETTINGS)

    @classmethod
    def field(cls, question):
        field = TextField(
            max_length=cls.MOST_LETTERS,
            widget=forms.Textarea(attrs=cls.attrs(question, rows=6)),
            **cls.worded(question, gettext("Enter an answer to “%(question)s”")),
        )
        return cls.limited(field, question)
