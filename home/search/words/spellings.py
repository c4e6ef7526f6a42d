"""One word as it is spelled on either side of the Atlantic, by rule: for catalogue, color and organisation alike.

Rules also make spellings that nobody uses. That does no harm: nothing is found by them.
"""

from itertools import chain

ENDINGS = [
    # British, American, what may follow
    ("ogue", "og", ["", "s"]),
    ("ogu", "og", ["ing", "ed", "er", "ers"]),
    ("our", "or", ["", "s", "ed", "ing", "able", "al", "ful", "ite", "ites", "er", "ers"]),
    ("is", "iz", ["e", "es", "ed", "ing", "er", "ers", "ation", "ations", "ational"]),
    ("ys", "yz", ["e", "es", "ed", "ing", "er", "ers"]),
    ("tre", "ter", ["", "s"]),
    ("bre", "ber", ["", "s"]),
    ("tred", "tered", [""]),
    ("ence", "ense", ["", "s"]),
    ("ll", "l", ["ed", "ing", "ings", "er", "ers", "or", "ors"]),
    ("ol", "oll", ["", "s", "ment", "ments"]),
    ("il", "ill", ["", "s", "ment", "ful"]),
    ("alment", "allment", ["", "s"]),
    ("amme", "am", ["", "s"]),
    ("dgement", "dgment", ["", "s"]),
    ("viser", "visor", ["", "s"]),
    ("practis", "practic", ["e", "es", "ed", "ing"]),
    ("grey", "gray", ["", "s"]),
]
PAIRS = [(british + more, usual + more) for british, usual, added in ENDINGS for more in added]
DIGRAPHS = ("ae", "oe")
"""Archaeology, foetal: American English writes an e."""
LONG = 6
"""Letters of a word in which a digraph may be."""


def american(word):
    """The one spelling by which both are known."""
    word = next((word.removesuffix(end) + usual for end, usual in PAIRS if word.endswith(end)), word)
    return word.replace("ae", "e").replace("oe", "e") if len(word) > LONG else word


def spellings(word):
    """The word first, then how it may be spelled elsewhere."""
    return list(dict.fromkeys([word, *_endings(word), *(_digraphs(word) if len(word) >= LONG else [])]))


def _endings(word):
    for one, other in chain(PAIRS, ((usual, british) for british, usual in PAIRS)):
        if word.endswith(one):
            yield word.removesuffix(one) + other


def _digraphs(word):
    yield from (word.replace(pair, "e") for pair in DIGRAPHS)
    for place, letter in enumerate(word):
        if letter == "e":
            yield from (word[:place] + pair + word[place + 1 :] for pair in DIGRAPHS)
