"""The queue narrowed by an answer: to the choices of one call's form that whoever looks may see."""

import django_filters
from django import forms
from django.utils.html import format_html
from django.utils.translation import get_language

from programs.access.shown_to import choosable
from programs.models import FormVersion

from .reach import reach_of

MOST_VERSIONS = 20
PREFIX = "answer-"
HELD = "questions"
"""In a request for results: the key of the call whose questions the pop-up of filters has, which stays as it is meanwhile."""


def name_of(question):
    """How a question's filter is called in the address."""
    return f"{PREFIX}{question}"


def asked_with_choices(call, audience):
    """{key: (label, [(key of a choice, label), ...])} of the call's form as it is now, in the reader's language where it has
    that, with choices that earlier versions had. One query."""
    if call.form_id is None:
        return {}
    versions = FormVersion.objects.filter(form__translation_key=call.form.translation_key).order_by("-pk")
    versions = list(versions[:MOST_VERSIONS])
    current = next((one for one in versions if one.language == get_language()), versions[0] if versions else None)
    found = choosable(current, to=audience) if current else {}
    for version in versions:
        for key, (_label, options) in choosable(version, to=audience).items():
            if key in found:
                label, known = found[key]
                found[key] = (label, [*known, *(option for option in options if option[0] not in dict(known))])
    return found


class AnswerFilter(django_filters.ChoiceFilter):
    def __init__(self, *args, question, **kwargs):
        super().__init__(*args, **kwargs)
        self.question = question

    def filter(self, applications, choice):
        if not choice:
            return applications
        reach = reach_of(self.parent.request)
        return applications.filter(reach.chosen(self.parent.call, self.question, choice))


class CallSelect(forms.Select):
    """Says along with the call of whose questions the filters beside it are, so that the results can bring others."""

    held = ""

    def render(self, *args, **kwargs):
        return format_html(
            '{}<input type="hidden" name="{}" value="{}">', super().render(*args, **kwargs), HELD, self.held
        )
