"""Choices as an editor writes them, one on each line of one field, and the keys under which answers keep them.

The text is what an editor sees; what is stored is [{"key": ..., "label": ...}, ...], with "words": True where a choice asks
for words. A key is shown only if somebody gave it. All others are made of the words a choice first had, and kept by
comparing with what is published (`settled`); see docs/decisions/0019-choices-as-lines.md.
"""

import re
from collections import Counter

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.texts.lines import one_line
from portal.texts.pasted import tidy
from portal.texts.walking import HoldsWords
from programs.forms.keys import KEY, is_made, keyed

MOST, LONGEST = 500, 500
"""Lines, and characters on one."""

HELP = _(
    "One on each line; commas and colons stay. Bullets or numbers go where every line has one. A line that ends with ___ "
    "gets a box for words. A line may end with a key of its own, like {public}. In a translation keep the order."
)
BULLET = re.compile("[-–—*•·◦‣⁃▪▫●○■□☐❏❑✓✔➢➤\uf0b7]\\s+")
NUMBER = re.compile(r"\(?(\d{1,3}|[A-Za-z])[.)]\s+")
BLANK = re.compile(r"\s*_{3,}$")
BRACES = re.compile(r"\s*\{([^{}]*)\}$")


class ChoiceLines(HoldsWords):
    """A draft may have any lines; what is published has none twice and no key twice."""

    def __init__(self, least=2, help_text=HELP, **kwargs):
        self.least = least
        self.field = forms.CharField(help_text=help_text, widget=AdminAutoHeightTextInput(attrs={"rows": 5}))
        super().__init__(**kwargs)

    class Meta:
        icon = "list-ul"

    def get_default(self):
        return []

    def to_python(self, value):
        return parsed(value) if isinstance(value, str) else [choice for choice in value or [] if choice.get("label")]

    def value_from_form(self, value):
        return parsed(value or "")

    def value_for_form(self, value):
        return written(value or [])

    def clean(self, value):
        self.field.clean(self.value_for_form(value))
        wrong = list(faults(value, self.least)) if self.field.required else []
        if wrong:
            raise ValidationError(wrong)
        return value

    def words(self, raw):
        return [choice["label"] for choice in self.to_python(raw)]

    def get_searchable_content(self, value):
        return self.words(value)

    def render_basic(self, value, context=None):
        """For the comparison of two versions."""
        return escape(written(value))


def parsed(text):
    """The choices of a text; each has a key, given or made."""
    lines = [line for line in (one_line(tidy(line)) for line in text.splitlines()) if line]
    return keyed([_choice(line) for line in _without_signs(lines)])


def _choice(line):
    label, given, words = line, None, False
    while True:
        braces, blank = BRACES.search(label), BLANK.search(label)
        if braces and KEY.regex.search(braces[1]) and not given:
            label, given = label[: braces.start()], braces[1]
        elif blank and not words:
            label, words = label[: blank.start()], True
        else:
            break
    if not label.strip():
        return {"key": None, "label": line}
    return {"key": given, "label": label.strip()} | ({"words": True} if words else {})


def _without_signs(lines):
    """Lines as they were pasted from a list, without its bullets or numbers; as they are unless every line has one."""
    while len(lines) > 1 and (found := _signs(lines)):
        lines = [line[sign.end() :] for line, sign in zip(lines, found, strict=True)]
    return lines


def _signs(lines):
    for pattern in (BULLET, NUMBER):
        found = [pattern.match(line) for line in lines]
        if all(found) and (pattern is BULLET or _count_on([sign[1] for sign in found])):
            return found
    return None


def _count_on(numbers):
    counted = [int(number) if number.isdigit() else ord(number) for number in numbers]
    return counted == list(range(counted[0], counted[0] + len(counted)))


def written(choices):
    """The text of the choices."""
    return "\n".join(map(_line, choices))


def _line(choice):
    key = "" if is_made(choice) else f" {{{choice['key']}}}"
    return choice["label"] + (" ___" if choice.get("words") else "") + key


def faults(choices, least):
    """What is wrong with the lines, in words."""
    labels = Counter(choice["label"].casefold() for choice in choices)
    keys = Counter(choice["key"] for choice in choices)
    first = {choice["label"].casefold(): choice["label"] for choice in reversed(choices)}
    if len(choices) < least:
        yield ngettext("Write at least %(least)d line.", "Write at least %(least)d lines.", least) % {"least": least}
    if len(choices) > MOST:
        yield gettext("Write at most %(most)d lines; there are %(has)d.") % {"most": MOST, "has": len(choices)}
    for label, times in labels.items():
        if times > 1:
            yield gettext("“%(line)s” stands twice.") % {"line": first[label]}
    for key, times in keys.items():
        if times > 1:
            yield gettext("Two choices have the key “%(key)s”.") % {"key": key}
    for choice in choices:
        yield from _faults_of(choice["label"])


def _faults_of(label):
    if len(label) > LONGEST:
        told = gettext("Use at most %(most)d characters on a line; “%(line)s …” has %(has)d.")
        yield told % {"most": LONGEST, "line": label[:40], "has": len(label)}
    braces = BRACES.search(label)
    if braces:
        told = gettext("“{%(key)s}” is no key: use small letters, digits and single hyphens between the braces.")
        yield told % {"key": braces[1]}
