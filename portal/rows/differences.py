"""What changed between two versions of a row, line by line, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext

from .values import same


@dataclass(frozen=True)
class Line:
    label: str
    before: str
    after: str


def differences(before, after, words):
    """Lines of what is not the same: fields first, then rows inside that were added, changed or deleted."""
    if not (before and after):
        return []
    own = [Line(words.label(name), *pair) for name, pair in _changed(before["fields"], after["fields"], words)]
    inside = [
        line
        for name in after["rows"]
        for line in _inside(name, before["rows"].get(name, {}), after["rows"][name], words)
    ]
    return [*own, *inside]


def _changed(before, after, words, relation=""):
    for name, value in after.items():
        old = before.get(name)
        if not same(old, value):
            yield name, (words.value(name, old, relation, before), words.value(name, value, relation, after))


def _inside(relation, before, after, words):
    for key, values in after.items():
        if key not in before:
            yield Line(words.title(relation, values), gettext("Added"), words.summary(relation, values))
            continue
        for name, pair in _changed(before[key], values, words, relation):
            yield Line(words.label(name, relation, values), *pair)
    for key, values in before.items():
        if key not in after:
            yield Line(words.title(relation, values), words.summary(relation, values), gettext("Deleted"))
