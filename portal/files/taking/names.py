"""Names of files as people gave them: shown, never used as a place."""

import re
import unicodedata
from pathlib import PurePath

LONGEST = 120
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Kinds of signs that nobody sees, such as one that turns the rest around so that an .exe reads as a .pdf."""


def ending(name):
    return PurePath(name).suffix.lower().lstrip(".")


def clean_name(name):
    """The last part of a path in any system's spelling, without signs that nobody sees; a long one loses its middle."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in UNSEEN)
    plain = re.sub(r"\s+", " ", seen).strip(" .")
    stem, dot, end = plain.rpartition(".")
    if len(plain) <= LONGEST:
        return plain or "file"
    return f"{(stem or end)[: LONGEST - 12].rstrip()}…{dot}{end[:10]}"
