"""What a reader of a format found: one record, as a CSL item or with the reason why it is none."""

from dataclasses import dataclass, field

from django.utils.translation import gettext

LONGEST = 200_000
"""Letters of one record; the longest of real exports, with thousands of authors, have half as many."""


@dataclass
class Record:
    """`line` is the first line of its `text` in what was read, from 1. With a `reason` there is no item.

    `passed` is no record at all: a heading between records, which a reader goes over.
    """

    line: int
    text: str
    item: dict = field(default_factory=dict)
    reason: str = ""
    passed: bool = False


def too_long(line, text):
    """The failed record for a text that is too long to be one work; None for any other."""
    if len(text) <= LONGEST:
        return None
    reason = gettext("The record is longer than %(count)d letters: that is no single work.") % {"count": LONGEST}
    return Record(line, f"{text[:500]} …", reason=reason)


def squeeze(text):
    return " ".join(str(text).split())


def numbered(items):
    """Items whose ids differ: what has none, or one that was given before, gets a number."""
    seen = set()
    for place, item in enumerate(items, start=1):
        wanted = squeeze(item.get("id") or f"citation-{place}")
        found = wanted
        while found.lower() in seen:
            found = f"{wanted}-{place}"
            place += 1
        seen.add(found.lower())
        yield item | {"id": found}


def extras(item, name):
    """The fields of a format that CSL has no variable for, as they were read; of anything else, none."""
    found = item.get(name)
    return found.items() if isinstance(found, dict) else []
