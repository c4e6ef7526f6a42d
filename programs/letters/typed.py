"""What a stranger typed, made harmless before a letter carries it.

Anybody may type somebody else's address into a form. The letter that follows must not carry their message: no
link, no line of their own in the head, no page of text.
"""

import re
import unicodedata

LONGEST_NAME = 60
LONGEST_QUOTE = 2000
"""Characters of typed answers in one letter."""

WEB_ADDRESS = re.compile(r"://|www\.|\w\.[a-z]{2,}", re.IGNORECASE)
"""What a mail program would make a link of, somewhere in a word."""

DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text):
    """The text without line breaks, control characters and marks that turn the direction of what follows."""
    return " ".join("".join(map(_printable, str(text))).split())


def _printable(character):
    hidden = character in DIRECTION_MARKS or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
    return " " if hidden else character


def name_to_greet(name):
    """The name, or nothing where what stands there may be no name but a message."""
    name = one_line(name)
    suspicious = len(name) > LONGEST_NAME or WEB_ADDRESS.search(name) or set(name) & set("@/<>{}[]")
    return "" if suspicious else name


def quoted(answered, *, omitted, cut):
    """Typed answers as quoted lines: `omitted` stands for every web address, `cut` ends what is too long."""
    lines = []
    left = LONGEST_QUOTE
    for label, texts in answered:
        lines.append(one_line(label))
        for text in texts:
            line = "> " + without_addresses(one_line(text), omitted)
            if len(line) > left:
                return "\n".join([*lines, f"{line[:left]} …", cut])
            lines.append(line)
            left -= len(line)
    return "\n".join(lines)


def without_addresses(line, omitted):
    return " ".join(omitted if WEB_ADDRESS.search(word) else word for word in line.split())
