"""The words by which a text is found, and those that somebody asks for: in any order, whatever their case, accents,
apostrophes, hyphens and initials.
"""

import unicodedata

from portal.texts.folding import WORD, findable, folded, without_marks

MOST_CHARACTERS = 200
MOST_TERMS = 8
MOST_IN_WORD = 40


def words_in(*texts):
    """The set of words by which these are found. O’Neil by oneil, o and neil; García-López by garcia, lopez and
    garcialopez; J. R. by jr, j and r."""
    found = set()
    for text in map(_visible, texts):
        found.update(findable(text).split(), runs(text))
    return {word[:MOST_IN_WORD] for word in found}


def asked(typed):
    """What somebody typed, as terms, each a list of ways to have it, each way the beginnings of words: all of one way have to
    be there. `o'neil` → [[("oneil",), ("o", "neil")]]. None where nothing typed is a word."""
    terms = [_ways(piece) for piece in _visible(typed[:MOST_CHARACTERS]).split()]
    return [term for term in terms if term][:MOST_TERMS]


def chosen_word(question, choice):
    """Stands among the words of an application for a choice that was chosen, by the keys; nobody can type it."""
    return f"={question}:{choice}"


def _ways(piece):
    words = folded(piece).split()
    ways = (words, runs(piece), ["".join(words)])
    return list(dict.fromkeys(tuple(word[:MOST_IN_WORD] for word in way) for way in ways if any(way)))


def runs(text):
    """Every run of letters and digits."""
    return WORD.findall(without_marks(text).casefold())


def _visible(text):
    """Without soft hyphens and other signs that nobody sees and pasted texts are full of."""
    return text if text.isascii() else "".join(c for c in text if unicodedata.category(c) != "Cf")
