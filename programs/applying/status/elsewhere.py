"""Other programs that are open now to somebody who applied for such a role: a way on for whoever has no place here."""

from dataclasses import dataclass

from django.utils import timezone

from programs.listing.brief import IN_WORDS, add_roles, brief_programs
from programs.listing.pages import page_addresses
from programs.models import Program
from programs.offer.call_state import CallState, call_sentence, call_state

MOST = 4


@dataclass(frozen=True)
class Elsewhere:
    name: str
    summary: str
    url: str
    sentence: str


def open_elsewhere(request, application, now=None):
    """Those with an open call for the same side, soonest to close first."""
    now = now or timezone.now()
    others = Program.objects.filter(kind=Program.Kind.MENTORING).exclude(pk=application.program.pk)
    programs = brief_programs(others, now, *IN_WORDS)
    add_roles(programs)
    pages = page_addresses(request)
    side = application.call.role.side
    found = []
    for program in programs:
        calls = open_calls(program, side, now)
        if calls and program.pk in pages:
            found.append((calls[0], program))
    found.sort(key=lambda each: closes(each[0]))
    return [
        Elsewhere(program.said("name"), program.said("summary"), pages[program.pk][0], call_sentence(call, now=now))
        for call, program in found[:MOST]
    ]


def open_calls(program, side, now):
    calls = [call for round in program.rounds for call in round.calls if call.role.side == side]
    return sorted((call for call in calls if call_state(call, now) == CallState.OPEN), key=closes)


def closes(call):
    """For sorting: what has no end comes last."""
    return (call.ends_at is None, call.ends_at and call.ends_at.timestamp())
