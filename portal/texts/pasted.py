"""Pasted text, cleaned of what nobody sees and nobody meant, without losing a letter.

Spaces that do not break become plain ones, invisible characters go. A joiner between letters that are not Latin stays:
some scripts are spelled with it. Furniture of other pages is not cut but reported: see portal/checks/reading/wording.py.
"""

import re

from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from portal.texts.lines import OneLines, one_line
from portal.texts.walking import is_prose, rewritten

FIXED = "\u00a0\u2007\u202f"
"""Spaces at which no line breaks."""
SPACES = re.compile(f"[ {FIXED}]+")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Word processors leave some behind; no feed (XML) may hold them."""
INVISIBLE = re.compile(
    "[\u200b\u2060\ufeff\u00ad]|(?<![^\u0000-\u024f])[\u200c\u200d]|[\u200c\u200d](?![^\u0000-\u024f])"
)


def tidy(text):
    return INVISIBLE.sub("", SPACES.sub(_plain, CONTROLS.sub(" ", text)))


def _plain(spaces):
    """A run of spaces as it was; one plain space where any of them was fixed."""
    return spaces[0] if spaces[0].isascii() else " "


def tidy_raw(block, raw):
    """The same for every text in what a block stores; what is typed on one line stays on one."""
    return rewritten(block, raw, _tidied)


def _tidied(block, value):
    if not isinstance(value, str):
        return value
    return one_line(tidy(value)) if isinstance(block, blocks.CharBlock) else tidy(value)


class Tidied(OneLines):
    """A page or row whose texts are cleaned, its short ones to one line, whenever it is validated: of a page, before it is
    stored by whatever way."""

    def full_clean(self, *args, **kwargs):
        for field in self._meta.concrete_fields:
            value = getattr(self, field.attname)
            if value and field.editable:
                self._tidy_field(field, value)
        super().full_clean(*args, **kwargs)

    def _tidy_field(self, field, value):
        if isinstance(field, StreamField):
            raw = field.stream_block.get_prep_value(value)
            clean = tidy_raw(field.stream_block, raw)
            if clean != raw:
                setattr(self, field.attname, clean)
        elif isinstance(field, RichTextField) or is_prose(field):
            setattr(self, field.attname, tidy(value))
