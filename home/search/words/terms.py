"""What somebody typed, as terms: each may be found by its own words or by others that mean the same."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, islice, product

from home.search.words.spellings import american, spellings
from home.search.words.synonyms import ABOUT_APPLYING, UNSAID, groups
from portal.caching.remembering import remembered
from portal.texts.folding import HYPHENATED, folded, stem

MOST_CHARACTERS = 200
MOST_TERMS = 8
MOST_IN_WORD = 40
MOST_SPELLINGS = 12
SHORT = 3


@dataclass(frozen=True)
class Term:
    typed: str
    phrases: tuple
    """Folded words; a text has the term if one of these begins anywhere in it at a word. A last word of up to three
    letters has to be the whole word (with a blank behind it): ALA is not Alaska."""
    is_about_applying: bool = False
    """Whoever types it looks for programs that take applications."""

    def is_in(self, text):
        return any(f" {phrase}" in text for phrase in self.phrases)

    def is_whole_in(self, text):
        return any(f" {phrase.strip()} " in text for phrase in (self.typed, *self.phrases))


def terms(typed, hosts):
    """The terms of a query, at most MOST_TERMS. What belongs together stays so: names that are known as a whole, such as
    a host's, letters of an acronym, words with a hyphen."""
    typed = typed[:MOST_CHARACTERS]
    words = [word[:MOST_IN_WORD] for word in folded(typed).split()]
    joined = [folded(found[0]).split() for found in HYPHENATED.finditer(typed)]
    alike = remembered("alike", lambda: _alike(hosts))
    found = {}
    while words and len(found) < MOST_TERMS:
        size = max(_longest_known(words, alike), _letters(words), _hyphenated(words, joined))
        typed, words = words[:size], words[size:]
        found[" ".join(typed)] = _term(typed, alike)
    said = [term for key, term in found.items() if key not in UNSAID]
    return said or list(found.values())


def _term(words, alike):
    said = [words, *(other.split() for other in alike.get(_key(words), ()))]
    if len(words) > 1:
        said.append(["".join(words)])
    return term_for(" ".join(words), said)


def term_for(typed, said):
    """A term that is found by any of these lists of words."""
    phrases = tuple(dict.fromkeys(chain.from_iterable(map(_beginnings, said))))
    return Term(typed, phrases, any(_key(words) in _APPLYING for words in said))


def _alike(hosts):
    """For each known phrase the phrases that may stand for it. By an acronym that hosts share each of them is found; by
    the name of one, the others are not."""
    known = defaultdict(set)
    for group in groups():
        for phrase in group:
            known[_key(phrase.split())] |= {other for other in group if other != phrase}
    for host in hosts:
        acronym, name = folded(host.acronym).strip(), folded(host.name).strip()
        if acronym and name:
            known[_key(acronym.split())].add(name)
            known[_key(name.split())] |= set() if host.acronym_is_shared else {acronym}
    return {phrase: sorted(others) for phrase, others in known.items()}


def _longest_known(words, alike):
    """How many of the first words make a known phrase; one if none does."""
    return next(
        (
            size
            for size in range(min(len(words), 20), 1, -1)
            if (key := _key(words[:size])) in alike or key in _APPLYING
        ),
        1,
    )


def _letters(words):
    """How many single letters stand first: A L A."""
    return next((n for n, word in enumerate(words) if len(word) > 1), len(words))


def _hyphenated(words, joined):
    return next((len(parts) for parts in joined if words[: len(parts)] == parts), 1)


def _key(words):
    """The same for a phrase in any of its spellings: as one word or several, British or American."""
    return "".join(stem(american(word)) for word in words)


def _beginnings(words):
    """A phrase whose last word may go on: “new member” finds “new members”."""
    for *first, last in islice(product(*map(spellings, words)), MOST_SPELLINGS):
        endings = [stem(last)] if len(stem(last)) > SHORT else [f"{last} ", f"{stem(last)} ", f"{stem(last)}s "]
        yield from (" ".join([*first, ending]) for ending in endings)


_APPLYING = {_key(folded(phrase).split()) for phrase in ABOUT_APPLYING}
