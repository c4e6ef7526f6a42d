"""Texts as search compares them: small letters without accents and marks, one blank between words."""

import re
import unicodedata

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ"))
UNDIVIDED = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ı": "i"}
    | {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th"}
)
"""Letters that Unicode does not take apart into a plain one and a mark."""
WORD = re.compile(r"[^\W_]+")
INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\. ?)+[^\W\d_](?:\.|\b)(?!\w)")
"""A.L.A., E. J."""
COMPOUND = re.compile(r"[^\W_]+(?:[-‐‑–/&][^\W_]+)+")
"""Sci/Tech, e-learning"""
HYPHENATED = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")


def folded(text):
    """Children’s Résumé → " childrens resume ", A.L.A. → " ala ". Blanks at both ends too, so that every word is found
    as " word"."""
    plain = INITIALS.sub(_joined, text if text.isascii() else without_marks(text))
    return f" {' '.join(WORD.findall(plain.casefold().translate(APOSTROPHES)))} "


def findable(text):
    """The folded text, and behind it the words that hyphens and slashes hold together, in one: sci-tech is scitech, and
    of pre-doc/post-doc each is a word, too."""
    compounds = dict.fromkeys(_joined(found) for kind in (COMPOUND, HYPHENATED) for found in kind.finditer(text))
    return folded(text) + folded(" ".join(compounds)).lstrip() if compounds else folded(text)


def in_one(text):
    """The folded text with only the one word for several that hyphens and slashes hold together."""
    return folded(COMPOUND.sub(_joined, text))


def _joined(found):
    return f"{''.join(WORD.findall(found[0]))} "


def without_marks(text):
    plain = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(plain).translate(UNDIVIDED)


def stem(word):
    """The beginning that a folded word's singular and plural, feminine and masculine share, in English and Spanish."""
    if len(word) > 5 and word.endswith(("ies", "y")):
        return word.removesuffix("ies").removesuffix("y")
    if len(word) > 3 and word.endswith("s"):
        word = word[:-1]
    return word[:-1] if len(word) > 5 and word[-1] in "aeo" else word
