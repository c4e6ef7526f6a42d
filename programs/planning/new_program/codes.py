"""A code for a new program: the host's acronym, or else the first letters of the program's name."""

import re
import unicodedata
from itertools import count

from programs.models import Program

LONGEST = Program._meta.get_field("code").max_length


def proposed(name, host):
    """Free, and made of capital letters and digits."""
    wanted = _plain(host.acronym)[:LONGEST] if host.acronym else ""
    wanted = wanted or "".join(word[0] for word in _words(name))[:LONGEST]
    if len(wanted) < 2 or not wanted[0].isalpha():
        wanted = f"P{wanted}"[:LONGEST] if wanted else "PROGRAM"
    taken = set(Program.objects.values_list("code", flat=True))
    numbered = (f"{wanted[: LONGEST - len(str(n))]}{n}" if n > 1 else wanted for n in count(1))
    return next(code for code in numbered if code not in taken and len(code) > 1)


def _plain(text):
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().upper()
    return re.sub(r"[^A-Z0-9]", "", letters)


def _words(name):
    return [
        plain for plain in map(_plain, name.split()) if plain and plain not in {"OF", "THE", "AND", "FOR", "DE", "LA"}
    ]
