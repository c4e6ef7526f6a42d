from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from programs.forms.fields import LineField
from programs.forms.questions.question import Question, arranged

from .parts import PartsField, PartsQuestion, Select

KNOWN = {
    "en": _("English"),
    "es": _("Spanish"),
    "ar": _("Arabic"),
    "ase": _("American Sign Language"),
    "bn": _("Bengali"),
    "de": _("German"),
    "el": _("Greek"),
    "fa": _("Persian"),
    "fr": _("French"),
    "he": _("Hebrew"),
    "haw": _("Hawaiian"),
    "hi": _("Hindi"),
    "ht": _("Haitian Creole"),
    "it": _("Italian"),
    "ja": _("Japanese"),
    "km": _("Khmer"),
    "ko": _("Korean"),
    "nv": _("Navajo"),
    "pl": _("Polish"),
    "pt": _("Portuguese"),
    "ru": _("Russian"),
    "so": _("Somali"),
    "sw": _("Swahili"),
    "tl": _("Tagalog"),
    "uk": _("Ukrainian"),
    "ur": _("Urdu"),
    "vi": _("Vietnamese"),
    "yi": _("Yiddish"),
    "zh": _("Chinese"),
}
"""Offered while one types. Kept by their code (BCP 47), so that they read in every reader's language, and pairs that were
asked in different ones are matched; any other language is kept as it was typed."""

LEVELS = {
    "basic": _("Basic: simple words"),
    "conversation": _("Conversation: everyday matters"),
    "fluent": _("Fluent: any conversation and text"),
    "first": _("First language"),
}


class LanguageField(LineField):
    """Cleans to a code that is known, or to what was typed."""

    def clean(self, value):
        typed = super().clean(value)
        return known_as(typed) or typed


def known_as(typed):
    """The code of a language by its name in a language of the portal."""
    for language in dict.fromkeys([get_language() or "en", "en", "es"]):
        with override(language):
            found = next((code for code, name in KNOWN.items() if str(name).casefold() == typed.casefold()), None)
        if found:
            return found
    return None


def named(kept):
    return str(KNOWN.get(kept, kept))


class Languages(PartsQuestion):
    """Kept as a list of [language, level]."""

    field_template = "portal/forms/languages.html"
    MOST, USUAL = 6, 3

    most = blocks.IntegerBlock(label=_("Most languages"), default=USUAL, min_value=1, max_value=MOST)

    class Meta:
        icon = "globe"
        label = _("Languages, and how well")
        form_layout = arranged("most", settings=Question.SETTINGS)

    def definition(self, child, taken):
        return super().definition(child, taken) | {"most": child.value["most"] or self.USUAL}

    @classmethod
    def field(cls, question):
        parts, offered = {}, f"known-{question['key']}"
        for n in range(1, question.get("most", cls.USUAL) + 1):
            parts |= {f"language{n}": language_field(n, offered), f"level{n}": level_field(n)}
        words = cls.worded(question, gettext("Enter a language for “%(question)s”"))
        field = PartsField(parts, joined=cls.joined, **words)
        field.offered, field.known = offered, sorted(map(str, KNOWN.values()))
        return field

    @staticmethod
    def joined(cleaned):
        found, wrong = [], {}
        for n in range(1, len(cleaned) // 2 + 1):
            language, level = cleaned[f"language{n}"], cleaned[f"level{n}"]
            if language and not level:
                told = gettext("Choose how well you know %(language)s") % {"language": named(language)}
                wrong[f"level{n}"] = told
            elif level and not language:
                wrong[f"language{n}"] = gettext("Enter the language that you know this well")
            elif language:
                found.append([language, level])
        if wrong:
            raise ValidationError(wrong)
        return found

    @classmethod
    def parted(cls, question, answer):
        parts = {}
        for n, (language, level) in enumerate(answer, start=1):
            parts |= {f"language{n}": [named(language)], f"level{n}": [level]}
        return parts

    @classmethod
    def typed(cls, question, raw):
        return [str(LEVELS.get(text, text)) for text in super().typed(question, raw)]

    @classmethod
    def reads(cls, question, answer):
        return [f"{capfirst(named(language))} – {LEVELS.get(level, level)}" for language, level in answer or []]


def language_field(n, offered):
    """`offered`: the id of the list of languages that are offered while one types."""
    return LanguageField(
        label=gettext("Language %(n)d") % {"n": n},
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": offered}),
    )


def level_field(n):
    return forms.ChoiceField(
        label=gettext("How well you know language %(n)d") % {"n": n},
        widget=Select,
        choices=[("", gettext("Choose")), *LEVELS.items()],
        required=False,
        error_messages={"invalid_choice": gettext("Choose how well you know this language")},
    )
