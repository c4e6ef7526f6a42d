"""Records of tagged lines that go on set in, as PubMed and Web of Science write them."""

from dataclasses import dataclass, field


@dataclass
class Found:
    """`tags` holds for each tag its values, in order; a value has a line for each line of the file."""

    line: int
    text: str = ""
    tags: dict = field(default_factory=dict)
    ended: bool = False

    def all(self, tag):
        """Every value of a tag, its lines joined."""
        return [" ".join(parts) for parts in self.tags.get(tag, [])]

    def first(self, *tags):
        return next((value for tag in tags for value in self.all(tag) if value), "")

    def each_line(self, tag):
        return [line for parts in self.tags.get(tag, []) for line in parts if line]


def split(text, pattern, begins, ends=None):
    """Found for every record. `pattern` has the tag and the value; a record begins at a tag, or ends at one."""
    lines = text.splitlines()
    start, held, last = 0, None, None
    for number, line in enumerate([*lines, None]):
        match = pattern.match(line) if line is not None else None
        tag = match[1] if match else ""
        if held is not None and (line is None or tag == begins):
            yield _closed(held, lines[start:number])
            held = None
        if line is None:
            return
        if tag == begins:
            start, held = number, Found(number + 1)
        if held is None:
            continue
        if tag == ends:
            held.ended = True
            yield _closed(held, lines[start : number + 1])
            held = None
        elif match:
            last = [match[2].strip()]
            held.tags.setdefault(tag, []).append(last)
        elif last is not None and line.strip():
            last.append(line.strip())


def _closed(held, lines):
    held.text = "\n".join(lines).rstrip()
    return held
