"""Which programs take applications now, or will, for whoever asks for that."""

from home.search.weights import OPEN, SOON
from programs.offer.standing import ProgramState, standing, tells_state

WORTH = {ProgramState.OPEN: OPEN, ProgramState.SOON: SOON}


def availability(entries, now):
    """{key of a program: how well it answers}."""
    told = [entry for entry in entries if entry.program and tells_state(entry.program, entry.pages)]
    states = {entry.program.pk: standing(entry.program, now).state for entry in told}
    return {pk: WORTH[state] for pk, state in states.items() if state in WORTH}
