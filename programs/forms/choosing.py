"""Choosing among answers, some of which ask for words: one field with its boxes, one answer, one mistake at a time.

An answer is kept as the key of what was chosen, or as the list of keys; where words were asked for, as
{"chosen": key or keys, "words": {key: text}}.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext

from .fields import LineField

OTHER = "_other"
"""The key of "Other, please say": none that an editor can give."""


def every(data, name):
    """All texts of this name in a request, or in a plain dictionary."""
    found = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
    return [found] if isinstance(found, str) else list(found)


def parts(data, name):
    """{part: texts} of everything in a request that belongs to the field of this name; the field itself is the part ""."""
    found = {key[len(name) + 1 :]: every(data, key) for key in data if key.startswith(f"{name}_")}
    return {"": every(data, name)} | found


class WithWords:
    """A widget of Django's, some of whose choices have a box for words beside them."""

    asking = ()
    """The keys of these."""

    def value_from_datadict(self, data, files, name):
        words = {key: "".join(every(data, f"{name}_{key}")[-1:]) for key in self.asking}
        return {"chosen": every(data, name), "words": {key: text for key, text in words.items() if text.strip()}}

    def format_value(self, value):
        return super().format_value(value["chosen"] if isinstance(value, dict) else value)

    def subwidgets(self, name, value, attrs=None):
        words = value["words"] if isinstance(value, dict) else {}
        for option in super().subwidgets(name, value, attrs):
            key = str(option["value"])
            box = {"name": f"{name}_{key}", "id": f"{(attrs or {}).get('id', name)}_{key}", "value": words.get(key, "")}
            yield option | {"box": box | {"n": self.asking.index(key) + 1}} if key in self.asking else option


class Radios(WithWords, forms.RadioSelect):
    pass


class Boxes(WithWords, forms.CheckboxSelectMultiple):
    pass


class List(WithWords, forms.Select):
    def create_option(self, name, value, *args, **kwargs):
        """Marked with its place among those that ask, by which the sheet knows its box."""
        option = super().create_option(name, value, *args, **kwargs)
        if str(value) in self.asking:
            option["attrs"]["class"] = f"asks-{self.asking.index(str(value)) + 1}"
        return option


class ChosenField(forms.Field):
    def __init__(self, *, choices, asking, several, least=0, most=None, **kwargs):
        super().__init__(**kwargs)
        self.choices, self.several, self.least, self.most = dict(choices), several, least, most
        self.widget.choices = choices if several or self.widget.use_fieldset else [("", gettext("Choose")), *choices]
        self.widget.asking = list(asking)

    def clean(self, value):
        chosen = list(dict.fromkeys(filter(None, value["chosen"])))
        self.check(chosen, value["words"])
        words = {key: self.word(key, value["words"].get(key, "")) for key in chosen if key in self.widget.asking}
        answer = chosen if self.several else "".join(chosen)
        return {"chosen": answer, "words": words} if words else answer

    def check(self, chosen, words):
        if (not self.several and len(chosen) > 1) or not self.choices.keys() >= set(chosen):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        beside = next((key for key in words if key not in chosen), None)
        if beside:
            told = gettext("You wrote something for “%(choice)s” and did not choose it: choose it, or empty its box")
            raise ValidationError(told % {"choice": short(self.choices[beside])})
        if self.required and not chosen:
            raise ValidationError(self.error_messages["required"], code="required")
        if chosen:
            check_number(self.label, len(chosen), self.least, self.most)

    def word(self, key, text):
        """What stands in the box of a choice that was made."""
        told = gettext("Say in your own words what you mean by “%(choice)s”") % {"choice": short(self.choices[key])}
        return LineField(max_length=300, error_messages={"required": told}).clean(text)


def check_number(label, chosen, least, most):
    told = {"question": short(label), "chosen": chosen, "least": least, "most": most}
    if chosen < least:
        raise ValidationError(
            ngettext(
                "Choose at least %(least)d answer to “%(question)s”; you chose %(chosen)d",
                "Choose at least %(least)d answers to “%(question)s”; you chose %(chosen)d",
                least,
            )
            % told
        )
    if most and chosen > most:
        raise ValidationError(
            ngettext(
                "Choose at most %(most)d answer to “%(question)s”; you chose %(chosen)d",
                "Choose at most %(most)d answers to “%(question)s”; you chose %(chosen)d",
                most,
            )
            % told
        )


def short(label):
    """Words of an editor's within a sentence about them."""
    return Truncator(str(label).rstrip(" :")).chars(100)
