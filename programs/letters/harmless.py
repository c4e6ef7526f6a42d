"""What somebody typed, made fit for a letter to an address that anybody may have typed: no link, no line of its own in the
head, no page of text."""

import re
from pathlib import Path

from portal.texts import lines

LONGEST_NAME = 60
LONGEST_QUOTE = 2000
"""Characters of typed answers in one letter."""

ADDRESS_AS_SUCH = re.compile(r"://|www\.|mailto:", re.IGNORECASE)
"""What a mail program makes a link of, whatever follows."""

AFTER_A_DOT = re.compile(r"(?<=\w)[.\u3002\uff0e\uff61](xn--[a-z0-9-]+|[^\W\d_]{2,})", re.IGNORECASE)
"""What may be the end of a host's name, wherever in a word it stands."""

TOP_LEVEL = frozenset((Path(__file__).parent / "tlds-alpha-by-domain.txt").read_text().lower().split("\n")[1:])
"""The top-level domains that exist, as IANA lists them: example.net is an address, Node.js and M.Lib. are none."""

DEGREES = frozenset(
    (
        *("b.sc", "m.sc", "d.sc", "b.soc.sc", "m.soc.sc", "m.sc.ed", "b.com", "m.com", "b.tech", "m.tech"),
        *("m.st", "m.is", "m.ba", "b.ba", "m.pub.admin", "dr.med", "dipl.ing", "dipl.inf", "mag.art"),
    )
)
"""Those whose letters happen to end like a host's name."""


INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Signs of no width that could stand inside a host's name and hide it. Joiners stay: words of some languages need them."""


def one_line(text):
    """The text as one line of a letter, however it was spaced, in the order of its letters."""
    return " ".join(lines.one_line(INVISIBLE.sub("", str(text))).split())


def name_to_greet(name):
    """The name, or nothing where what stands there may be no name but a message."""
    name = one_line(name)
    suspicious = len(name) > LONGEST_NAME or has_address(name) or set(name) & set("@/<>{}[]")
    return "" if suspicious else name


def quoted(answered, *, omitted, cut):
    """Typed answers as quoted lines: `omitted` stands for every web address, `cut` ends what is too long."""
    told = []
    left = LONGEST_QUOTE
    for label, texts in answered:
        told.append(one_line(label))
        for text in _each_line(texts):
            line = "> " + without_addresses(one_line(text), omitted)
            if len(line) > left:
                return "\n".join([*told, f"{line[:left]} …", cut])
            told.append(line)
            left -= len(line)
    return "\n".join(told)


def _each_line(texts):
    for text in texts:
        yield from str(text).splitlines() or [""]


def without_addresses(line, omitted):
    return " ".join(omitted if has_address(word) else word for word in line.split())


def has_address(text):
    """Whether a mail program would make a link of something in it."""
    if ADDRESS_AS_SUCH.search(text):
        return True
    return any(_is_host(word) for word in text.split())


def _is_host(word):
    if word.strip("()[]“”\"',;:.!?").lower() in DEGREES:
        return False
    return any(_is_top_level(end) for end in AFTER_A_DOT.findall(word))


def _is_top_level(end):
    end = end.lower()
    return (end if end.isascii() else f"xn--{end.encode('punycode').decode()}") in TOP_LEVEL
