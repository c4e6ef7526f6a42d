"""What somebody typed, as terms: each may be found by its own words or by others that mean the same."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

from home.search.synonyms import UNSAID, groups
from portal.folding import folded, stem

MOST_CHARACTERS = 200
MOST_TERMS = 8
MOST_IN_WORD = 40
SHORT = 3


@dataclass(frozen=True)
class Term:
    typed: str
    phrases: tuple
    """Folded words; a text has the term if one of these begins anywhere in it at a word. A last word of up to three
    letters has to be the whole word (with a blank behind it): ALA is not Alaska."""

    def is_in(self, text):
        return any(f" {phrase}" in text for phrase in self.phrases)

    def is_whole_in(self, text):
        return any(f" {phrase.strip()} " in text for phrase in (self.typed, *self.phrases))


def terms(typed, hosts, language):
    """The terms of a query, at most MOST_TERMS. Names that are known as a whole, such as a host's, stay together."""
    words = [word[:MOST_IN_WORD] for word in folded(typed[:MOST_CHARACTERS]).split()]
    alike = _alike(hosts, language)
    found = {}
    while words and len(found) < MOST_TERMS:
        size = _longest_known(words, alike)
        typed, words = words[:size], words[size:]
        found[" ".join(typed)] = _term(typed, alike)
    said = [term for key, term in found.items() if key not in UNSAID.get(language, ())]
    return said or list(found.values())


def _term(words, alike):
    said = [words, *(other.split() for other in alike.get(_key(words), ()))]
    return term_for(" ".join(words), said)


def term_for(typed, said):
    """A term that is found by any of these lists of words."""
    return Term(typed, tuple(dict.fromkeys(chain.from_iterable(map(_beginnings, said)))))


def _alike(hosts, language):
    """For each known phrase, as stems, the phrases that may stand for it."""
    known = defaultdict(set)
    names = [[folded(host.acronym).strip(), folded(host.name).strip()] for host in hosts if host.acronym]
    for group in [*groups(language), *names]:
        for phrase in group:
            known[_key(phrase.split())] |= {other for other in group if other != phrase}
    return {phrase: sorted(others) for phrase, others in known.items()}


def _longest_known(words, alike):
    """How many of the first words make a known phrase; one if none does."""
    return next((size for size in range(min(len(words), 20), 1, -1) if _key(words[:size]) in alike), 1)


def _key(words):
    return tuple(map(stem, words))


def _beginnings(words):
    """A phrase whose last word may go on: “new member” finds “new members”."""
    *first, last = words
    endings = [stem(last)] if len(stem(last)) > SHORT else [f"{last} ", f"{stem(last)} ", f"{stem(last)}s "]
    return [" ".join([*first, ending]) for ending in endings]
