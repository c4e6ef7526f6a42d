"""Which entries have the terms, best first; with spelling mended where a word is in none of them."""

from dataclasses import dataclass, field

from django.utils import timezone

from home.search.findable.index import pages_with
from home.search.weights import ABOVE, BODY, OPEN, SOON, WHOLE
from home.search.words.spelling import mended
from programs.offer.standing import ProgramState, standing, tells_state

WORTH = {ProgramState.OPEN: OPEN, ProgramState.SOON: SOON}


@dataclass
class Found:
    entries: list
    terms: list
    mended: list = field(default_factory=list)
    """(typed, shown instead)"""
    has_all: bool = True
    """False: nothing has all the terms; these have some."""


def find(terms, entries):
    asks_to_apply = any(term.is_about_applying for term in terms)
    taking = availability(entries, timezone.now()) if asks_to_apply else {}
    scores = _scores(terms, entries, taking)
    unknown = [n for n in range(len(terms)) if not any(row[n] for row in scores)]
    unknown = [terms[n] for n in unknown if not terms[n].is_about_applying]
    instead = mended(unknown, entries)
    if instead:
        terms = [instead.get(term, term) for term in terms]
        scores = _scores(terms, entries, taking)
    rows = [(row, entry) for row, entry in zip(scores, entries, strict=True) if any(row)]
    needed = _needed(terms)
    full = [(row, entry) for row, entry in rows if all(row[n] for n in needed)]
    ranked = sorted(full or rows, key=_rank)
    pairs = [(term.typed, new.typed) for term, new in instead.items()]
    return Found([entry for _, entry in ranked], terms, pairs, bool(full) or not rows)


def availability(entries, now):
    """{key of a program: how well it answers} for whoever asks which programs take applications now, or will."""
    told = [entry for entry in entries if entry.program and tells_state(entry.program, entry.pages)]
    states = {entry.program.pk: standing(entry.program, now).state for entry in told}
    return {pk: WORTH[state] for pk, state in states.items() if state in WORTH}


def _needed(terms):
    """The places of the terms that a result must have. “ALSC deadline” asks for ALSC, open or not."""
    others = [n for n, term in enumerate(terms) if not term.is_about_applying]
    return others or range(len(terms))


def _rank(scored):
    """More terms, then better places, then programs, then by name."""
    row, entry = scored
    return -sum(map(bool, row)), -sum(row), entry.program is None, entry.title.casefold()


def _scores(terms, entries, taking):
    """A row of numbers for each entry: how well it has each term, 0 for not at all."""
    bodies = pages_with(terms)
    return [[_score(term, entry, body, taking) for term, body in zip(terms, bodies, strict=True)] for entry in entries]


def _score(term, entry, body, taking):
    places = [weight + WHOLE * term.is_whole_in(text) for weight, text in entry.texts if term.is_in(text)]
    if any(page.pk in body for page in entry.pages):
        places.append(BODY)
    if term.is_about_applying and entry.program and entry.program.pk in taking:
        places.append(taking[entry.program.pk])
    if term.is_in(entry.above):
        places.append(ABOVE)
    return max(places, default=0)
