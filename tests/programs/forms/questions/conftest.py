import pytest
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string

from programs.forms.questions import QUESTIONS
from programs.models import FormVersion


class Asked:
    """One question, as somebody meets it."""

    def __init__(self, kind, choices, **more):
        fixed = {"type": kind, "key": "topic", "label": "Topic?", "hint": "", "why": "", "required": True}
        self.question = fixed | {"choices": lines(choices)} | more
        self.kind = QUESTIONS[kind]

    def form(self, sent):
        one = type("One", (forms.Form,), {"q-topic": self.kind.field(self.question)})
        return one(sent if isinstance(sent, QueryDict) else QueryDict(sent))

    def answer(self, sent):
        """What is kept of a query string; or, where something is wrong, the sentences that say so."""
        form = self.form(sent)
        return form.cleaned_data["q-topic"] if form.is_valid() else form.errors["q-topic"]

    def page(self, sent=""):
        return render_to_string(self.kind.field_template, {"field": self.form(sent)["q-topic"]})

    def comes_back(self, answer):
        """Whether the answer, filled in again and sent, is the same answer; and is kept through a version."""
        sent = QueryDict(mutable=True)
        for name, texts in self.kind.refilled(self.question, "q-topic", answer).items():
            sent.setlist(name, texts)
        version = FormVersion(sections=[{"questions": [self.question]}])
        ((_question, restored),) = version.restored(version.kept({"topic": answer}))
        return self.answer(sent) == restored == answer

    def typed(self, sent):
        return self.kind.typed(self.question, self.kind.raw(QueryDict(sent), "q-topic"))


def lines(labels):
    """{key: label}, as a definition holds them; a label that ends with a blank asks for words."""
    found = [{"key": key, "label": label.removesuffix(" ___")} for key, label in labels.items()]
    return [one | ({"words": True} if labels[one["key"]].endswith(" ___") else {}) for one in found]


@pytest.fixture
def asked():
    return Asked
