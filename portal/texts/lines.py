"""A text that is one line: whatever field it was typed into, it can start no other and turns nothing that follows it."""

import re

from django.db import models

TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Invisible signs that turn the direction of what follows. A name needs none: it is shown in its own direction."""
BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Ends of lines and of pages, tabs, and controls that no reader sees."""
GAPS = re.compile(f"(?:\\s|{BREAKS.pattern})+")


def one_line(text):
    """The text on one line: every break of it is one space; not a letter goes."""
    return GAPS.sub(_space, TURNING.sub("", text)).strip()


def _space(gap):
    return " " if BREAKS.search(gap[0]) else gap[0]


def is_one_line(field):
    """A model's field with one line of words in it: no choice and no address."""
    other = (models.SlugField, models.URLField, models.EmailField)
    return isinstance(field, models.CharField) and not isinstance(field, other) and not field.choices


class OneLines:
    """A row whose short texts are one line each from the moment it is validated."""

    def full_clean(self, *args, **kwargs):
        for field in filter(is_one_line, self._meta.concrete_fields):
            value = getattr(self, field.attname)
            if value and field.editable:
                setattr(self, field.attname, one_line(value))
        super().full_clean(*args, **kwargs)
