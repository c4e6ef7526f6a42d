"""Keys: the names under which answers are stored, whatever becomes of the words of questions and choices."""

import hashlib
import re
from collections import defaultdict
from uuid import uuid4

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

KEY = RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", _("Use small letters, digits and single hyphens."))

MADE = re.compile("[0-9a-f]{10}")
"""A key that nobody gave."""


def key_block():
    return blocks.CharBlock(
        label=_("Key"),
        required=False,
        max_length=40,
        validators=[KEY],
        help_text=_(
            "Names this in lists and exports. Fixed once the form is published. Left empty, the portal gives one."
        ),
    )


def key_of(child, taken=()):
    """The key an editor gave, or one made from the block's own id, which copies in other languages share.

    A key that is taken gives way. A block that was never saved has no id yet: its key serves the preview only.
    """
    given = child.value["key"]
    return given if given and given not in taken else (child.id or uuid4().hex).replace("-", "")[:10]


def is_made(choice):
    return bool(MADE.fullmatch(choice["key"]))


def made(label, taken):
    """A key of the words that a choice first has: the same in every form, unless it is taken."""
    n = 0
    while (key := hashlib.sha256(f"{label}{n or ''}".encode()).hexdigest()[:10]) in taken:
        n += 1
    return key


def keyed(choices, used=()):
    """The choices, those without a key with one that no other has and that was not used before."""
    taken = {choice["key"] for choice in choices}.union(used)
    for choice in choices:
        if not choice["key"]:
            choice["key"] = made(choice["label"], taken)
            taken.add(choice["key"])
    return choices


def apart(choices):
    """The same, where two were given one key: the later gets another."""
    seen = set()
    for choice in choices:
        if choice["key"] in seen:
            choice = choice | {"key": made(choice["label"], seen)}
        seen.add(choice["key"])
        yield choice


def settled(choices, published):
    """The choices, with the keys under which answers to them are kept already.

    `published` are lists of choices as they were published: the page's own before those of its other languages. What has
    words that were published has their key, wherever it stands. What is worded anew in the place of another, with none
    added or taken away beside it, is that choice. All else is new, and gets no key that was ever among them.
    """
    keys = {n: choice["key"] for n, choice in enumerate(choices) if not is_made(choice)}
    used = set()
    for before in published:
        for n, key in _inherited([choice["label"] for choice in choices], before).items():
            if n not in keys and key not in used | set(keys.values()):
                keys[n] = key
        used |= {choice["key"] for choice in before}
    return keyed([choice | {"key": keys.get(n)} for n, choice in enumerate(choices)], used)


def _inherited(labels, before):
    """{place of a line: the key that it had}"""
    keys = {choice["label"]: choice["key"] for choice in before}
    old = _between([choice["label"] for choice in before], set(labels))
    found = {labels.index(label): key for label, key in keys.items() if label in labels}
    for above, places in _between(labels, keys).items():
        was = old.get(above, [])
        if len(was) == len(places):
            found |= {n: before[m]["key"] for n, m in zip(places, was, strict=True)}
    return found


def _between(labels, staying):
    """{line that stays, or None at the top: places of the other lines that follow it}"""
    above, found = None, defaultdict(list)
    for n, label in enumerate(labels):
        if label in staying:
            above = label
        else:
            found[above].append(n)
    return found
