"""Texts as search compares them: small letters without accents and marks, one blank between words."""

import re
import unicodedata

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ"))
WORD = re.compile(r"[^\W_]+")


def folded(text):
    """Children’s Résumé → " childrens resume ". Blanks at both ends too, so that every word is found as " word"."""
    plain = text if text.isascii() else _without_marks(text)
    return f" {' '.join(WORD.findall(plain.casefold().translate(APOSTROPHES)))} "


def _without_marks(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def stem(word):
    """The beginning that a folded word's singular and plural, feminine and masculine share, in English and Spanish."""
    if len(word) > 5 and word.endswith(("ies", "y")):
        return word.removesuffix("ies").removesuffix("y")
    if len(word) > 3 and word.endswith("s"):
        word = word[:-1]
    return word[:-1] if len(word) > 5 and word[-1] in "aeo" else word
