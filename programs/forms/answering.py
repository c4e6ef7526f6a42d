"""The questions of one version as a form, and what of a request belongs to each: for whoever fills one, whoever it is."""

from django import forms
from django.forms.utils import ErrorDict
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from .questions import QUESTIONS

PREFIX = "q-"
"""Stands before a question's key in the name of its field, so that no key can hide a field of ours."""


class AnswersForm(forms.Form):
    """Made from a FormVersion, so that what was asked is what is checked, whatever editors have changed meanwhile.
    Every question that the answers so far do not hide. `only` are the keys of the questions that matter now, where not all
    of them do.
    """

    def __init__(self, version, *args, only=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.version = version
        for question in version.asked:
            if only is not None and question["key"] not in only:
                continue
            self.fields[field_name(question)] = QUESTIONS[question["type"]].field(question)

    def _post_clean(self):
        """What the answers hide is neither checked nor kept. `understood` has it still."""
        self.understood = self.kept
        asked = {question.get("key") for _section, questions in self.shown() for question in questions}
        for question in self.version.asked:
            if question["key"] not in asked:
                self._errors.pop(field_name(question), None)
                self.cleaned_data.pop(field_name(question), None)

    def shown(self):
        """(section, its questions and statements) as the answers that were understood so far show them."""
        return self.version.shown(self.kept)

    @property
    def kept(self):
        """The answers that were understood, as they are stored, by question key."""
        understood = {q["key"]: self.cleaned_data[field_name(q)] for q in self.version.asked if self._understood(q)}
        return self.version.kept(understood)

    def _understood(self, question):
        return field_name(question) in self.cleaned_data

    def wrong(self, names):
        """Whether something is wrong with one of these fields."""
        return any(name in self.errors for name in names)

    def tell_only(self, names):
        """Show errors beside these fields alone: others were not asked yet, or are asked elsewhere."""
        self._errors = ErrorDict({name: self.errors[name] for name in names if name in self.errors})


def field_name(question):
    return PREFIX + question["key"]


def parts_of(data, name):
    """What of a request belongs to this field: {name: [text, ...]}. A field of several parts adds _ and the part."""
    return {part: data.getlist(part) for part in data if part == name or part.startswith(f"{name}_")}


def belongs(part, names):
    return any(part == name or part.startswith(f"{name}_") for name in names)


def refilled(version, kept):
    """Stored answers as the fields of this version's form bring them: {name of a field: [text, ...]}."""
    typed = {}
    for question, answer in version.restored(kept):
        if answer is not None:
            typed |= QUESTIONS[question["type"]].refilled(question, field_name(question), answer)
    return typed


def said_anew(typed, was, version, language):
    """What was typed into the form of a version in one language (`was`), as it is typed into that of `version` in another.
    What was understood, hidden or not, is said anew; all else stays as it was typed.
    """
    before, spoken = was
    with translation.override(spoken):
        form = AnswersForm(before, MultiValueDict(typed))
        form.full_clean()
        kept = form.understood
    names = [field_name(question) for question in before.asked if kept.get(question["key"]) is not None]
    with translation.override(language):
        again = refilled(version, kept)
    return {part: texts for part, texts in typed.items() if not belongs(part, names)} | again


def lines_typed(version, data):
    """What was typed, checked or not, as (label, lines) pairs, so that a person can keep it."""
    asked = [(question, QUESTIONS[question["type"]]) for question in version.asked]
    pairs = [(q["label"], kind.typed(q, kind.raw(data, field_name(q)))) for q, kind in asked]
    return [(label, lines) for label, lines in pairs if any(line.strip() for line in lines)]
