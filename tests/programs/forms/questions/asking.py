"""One question as a form asks it, for the tests of its type."""

import html5lib
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string

from programs.forms.questions import QUESTIONS

NAME = "q-topic"
CONTROLS = {"input", "select", "textarea"}
MORE = {
    "number": [{"decimals": 2, "unit": "years"}, {"least": "-5", "most": "2000.5", "decimals": 1}],
    "short_text": [{"most_letters": 40}, {"most_words": 4}],
    "long_text": [{"most_words": 50}, {"most_letters": 500}],
    "contact": [{"parts": ["given-name", "family-name", "email", "phone"]}],
    "short_answers": [{"most": 10}],
    "languages": [{"most": 1}],
    "file": [{"most": 3}],
    "date": [{"earliest": "1950-01-01"}],
}
"""What an editor may have set beside, by type."""


def definition(kind, *, required=True, **more):
    """As little as a published form holds of a question."""
    fixed = {"type": kind, "key": "topic", "label": "Topic?", "hint": "", "why": "", "required": required}
    lines = [{"key": key, "label": key.title()} for key in ("one", "two", "three")]
    own = {
        "choose_one": {"choices": lines},
        "choose_several": {"choices": lines},
        "scale": {"choices": lines},
        "rank": {"choices": lines, "most": 2, "least": 1},
        "table": {"choices": lines, "statements": [line | {"label": f"I am {line['label']}"} for line in lines]},
    }
    return fixed | own.get(kind, {}) | more


def form_of(question, sent=None):
    """The form that asks it, with what was sent by name of the control: a text or a list of them."""
    data = None
    if sent is not None:
        data = QueryDict(mutable=True)
        for name, given in sent.items():
            data.setlist(name, [given] if isinstance(given, str) else given)
    field = QUESTIONS[question["type"]].field(question)
    return type("OneQuestion", (forms.Form,), {NAME: field, "use_required_attribute": False})(data)


def parts(**sent):
    """What was sent of a question with several controls, by part."""
    return {f"{NAME}_{part.replace('__', '-')}": given for part, given in sent.items()}


def outcome(question, sent):
    """What is kept, or the one error."""
    form = form_of(question, {NAME: sent} if isinstance(sent, str) else sent)
    if form.is_valid():
        answer = form.cleaned_data[NAME]
        return None if answer is None else QUESTIONS[question["type"]].kept(answer)
    (error,) = form.errors[NAME]
    return error


def reading(question, kept):
    kind = QUESTIONS[question["type"]]
    return kind.reads(question, kind.restored(kept))


def page(question, sent=None):
    """The error summary and the question as HTML."""
    form = form_of(question, sent)
    template = QUESTIONS[question["type"]].field_template
    summary = render_to_string("portal/forms/error_summary.html", {"form": form})
    return summary + render_to_string(template, {"field": form[NAME]})


def controls(html):
    """Every control of the page: (name, kind of it, the values that it offers)."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for element in (one for one in tree.iter() if one.tag in CONTROLS):
        kind = element.get("type", "text") if element.tag == "input" else element.tag
        offered = [option.get("value") for option in element.iter("option")] or [
            element.get("value", "on" if kind == "checkbox" else None)
        ]
        yield element.get("name"), kind, offered
