"""What a program is now, from its rounds and their calls: always derived, never stored.

Overlapping rounds are defined here and nowhere else.
"""

from dataclasses import dataclass
from operator import attrgetter
from zoneinfo import ZoneInfo

from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from . import dates
from .call_state import CallState, call_sentence, call_state

RUNS_HERE = "mentoring"
"""The kind of program that runs here; the others are told about and linked."""


class ProgramState(models.TextChoices):
    PAUSED = "paused", _("Paused")
    OPEN = "open", _("Applications open")
    SOON = "soon", _("Opening soon")
    DECIDING = "deciding", _("Deciding")
    MENTORING = "mentoring", _("Mentoring under way")
    FINISHED = "finished", _("Finished")
    NOTHING = "nothing", _("No dates yet")


@dataclass(frozen=True)
class Standing:
    """A program's state with the sentence that says since or until when."""

    state: ProgramState
    sentence: str = ""

    @property
    def label(self):
        return self.state.label


def tells_state(program, page):
    """Whether readers are told its state. `page`: its published page, if any. Of a program that is only told about here,
    the state is not known; that it pauses is always told."""
    runs_here = program.kind == RUNS_HERE and (page or program.rounds.all())
    return bool(runs_here or program.paused)


def standing(program, now=None):
    """The program's state: paused > open > opening soon > deciding > mentoring > finished > nothing planned.

    Where several rounds overlap, the first of these that any of them is in. Reads program.rounds and their calls; readers know of
    no drafts.
    """
    now = now or timezone.now()
    if program.paused:
        return Standing(ProgramState.PAUSED)
    known = [round for round in program.rounds.all() if not round.draft]
    rounds = [round for round in known if not round.called_off]
    states = {call: call_state(call, now) for round in rounds for call in round.calls.all()}
    today = now.astimezone(ZoneInfo(program.time_zone)).date()
    return (
        taking(states, now)
        or deciding(rounds, states, today, now)
        or mentoring(rounds, today)
        or past(rounds, states, today, now)
        or Standing(ProgramState.NOTHING, not_yet(states, now) if rounds else called_off(known))
    )


def called_off(rounds):
    """What is to say where every round is called off; empty where there is none."""
    if not rounds:
        return ""
    return gettext("The round that was planned is called off.")


def taking(states, now):
    """Of the open calls the one that closes first, those with a form before the others; else of those to come the one
    that opens first."""
    for state, program_state, date in (
        (CallState.OPEN, ProgramState.OPEN, attrgetter("ends_at")),
        (CallState.WITHDRAWN, ProgramState.OPEN, attrgetter("ends_at")),
        (CallState.UPCOMING, ProgramState.SOON, attrgetter("opens_first")),
    ):
        found = [call for call in states if states[call] == state]
        if found:
            known = [call for call in found if date(call)]
            first = min(known, key=date, default=found[0])
            sentence = any_time(found) if state == CallState.OPEN else ""
            return Standing(program_state, sentence or call_sentence(first, state, now))
    return None


def any_time(calls):
    """Where nothing is open but calls that stand all year and never close: for whom; else empty."""
    if not all(call.round.standing and call.goes_on for call in calls):
        return ""
    roles = ", ".join(dict.fromkeys(call.role.said("plural") for call in calls))
    return gettext("%(roles)s: apply any time.") % {"roles": capfirst(roles)}


def deciding(rounds, states, today, now):
    """A round that takes no more applications and whose promised date, or else first day, is still to come."""
    for round in rounds:
        found = [states[call] for call in round.calls.all()]
        if not found or not set(found) <= {CallState.CLOSED, CallState.FULL}:
            continue
        if round.decisions_by and today <= round.decisions_by:
            told = gettext("Applicants hear by %(when)s.") % {"when": dates.weekday_and_day(round.decisions_by)}
            return Standing(ProgramState.DECIDING, told)
        if round.starts and today < round.starts:
            told = gettext("Mentoring begins on %(when)s.") % {"when": dates.day(round.starts)}
            return Standing(ProgramState.DECIDING, told)
    return None


def mentoring(rounds, today):
    for round in rounds:
        if round.starts and round.starts <= today and (round.ends is None or today <= round.ends):
            if round.ends:
                return Standing(
                    ProgramState.MENTORING,
                    gettext("The present round ends on %(when)s.") % {"when": dates.day(round.ends)},
                )
            return Standing(ProgramState.MENTORING)
    return None


def past(rounds, states, today, now):
    """The round that ended last; where no end is known, the call that closed last in a round that takes no more."""
    ended = [round.ends for round in rounds if round.ends and round.ends < today]
    if ended:
        told = gettext("The last round ended on %(when)s.") % {"when": dates.day(max(ended))}
        return Standing(ProgramState.FINISHED, told)
    over = [round for round in rounds if all(states[call] == CallState.CLOSED for call in round.calls.all())]
    closed = [call for round in over for call in round.calls.all()]
    if closed:
        last = max(closed, key=attrgetter("ends_at"))
        return Standing(ProgramState.FINISHED, call_sentence(last, CallState.CLOSED, now))
    return None


def not_yet(states, now):
    """What is to say of calls that are neither open, to come nor over."""
    for state in (CallState.FULL, CallState.UNKNOWN):
        for call in (call for call in states if states[call] == state):
            if state == CallState.FULL or call.opens_about:
                return call_sentence(call, state, now)
    return gettext("The next dates are yet to be announced.")
