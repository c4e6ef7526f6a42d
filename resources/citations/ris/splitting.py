"""A RIS text as records of tags: where each begins and ends, and what stands between them."""

import re
from dataclasses import dataclass, field

TAG = re.compile(r"^\s{0,3}([A-Z][A-Z0-9])(?:\s{1,2}-(?:\s+(.*))?|\s{2}-(\S.*))$")
END = re.compile(r"^\s{0,3}ER\s*-?\s*$")
GLUED = re.compile(r"(?<!\s)\s{3,}([A-Z][A-Z0-9]) {2}- ")
LISTS = {"KW", "N1", "AD", "DB", "SN", "UR", "AU", "A1", "A2", "A3", "A4", "ED", "L1", "L2", "C1", "C3"}
"""Tags of which every flush line below is one more value; a line that is set in goes on with the last."""


@dataclass
class Found:
    """`tags` are (tag, value) in their order, without TY and ER; `glued` those that stood behind another's value."""

    line: int
    text: str
    kind: str | None = None
    ended: bool = False
    tags: list = field(default_factory=list)
    glued: list = field(default_factory=list)

    @property
    def is_heading(self):
        return self.kind is None and not self.tags


def split(text):
    """Every record of the text, and every stretch of lines between them, as Found."""
    lines = text.splitlines()
    start, held = 0, None
    for number, line in enumerate(lines):
        found = TAG.match(line)
        tag = found[1] if found else ""
        ends = held is not None and bool(END.match(line))
        if held is not None and (tag == "TY" or (held.is_heading and found)):
            yield _closed(held, lines[start:number])
            held = None
        if held is None:
            if not line.strip():
                continue
            start, held = number, Found(number + 1, "")
        if ends:
            held.ended = True
            yield _closed(held, lines[start : number + 1])
            held = None
        elif tag == "TY":
            held.kind = (found[2] or found[3] or "").strip()
        elif found:
            _take(held, tag, found[2] or found[3] or "")
        elif held.tags and line.strip():
            _go_on(held.tags[-1], line)
    if held is not None:
        yield _closed(held, lines[start:])


def _take(held, tag, value):
    pieces = GLUED.split(value)
    held.tags.append([tag, [pieces[0].strip()]])
    for glued, text in zip(pieces[1::2], pieces[2::2], strict=True):
        held.tags.append([glued, [text.strip()]])
        held.glued.append(f"{glued}  - {text.strip()}")


def _go_on(last, line):
    tag, parts = last
    separate = tag in LISTS and not line[:1].isspace()
    parts.append(("\n" if separate else " ") + line.strip())


def _closed(held, lines):
    held.text = "\n".join(lines).rstrip()
    held.tags = [(tag, value) for tag, parts in held.tags for value in _values(tag, parts)]
    return held


def _values(tag, parts):
    whole = "".join(parts).strip()
    return [" ".join(value.split()) for value in (whole.split("\n") if tag in LISTS else [whole])]
