"""What a reader of a format found: one record, as a CSL item or with the reason why it is none."""

from dataclasses import dataclass, field


@dataclass
class Record:
    """`line` is the first line of its `text` in what was read, from 1. With a `reason` there is no item."""

    line: int
    text: str
    item: dict = field(default_factory=dict)
    reason: str = ""


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
