"""How much a word is worth where it stands."""

from portal.texts.folding import findable

OPEN, SOON = 20, 10
"""Of a program that takes applications now, or will, to whoever asks for that."""
NAME, ABOUT, SHOWN, BODY, ABOVE = 8, 4, 2, 2, 1
"""In a name, in what is said in short, in an entry that a page shows, in a page's text, in the program's names above."""
WHOLE = 2
"""Added where a word stands as it was typed, and does not only begin so."""


def together(texts):
    """Several short texts as one folded text."""
    return findable(" | ".join(texts))
