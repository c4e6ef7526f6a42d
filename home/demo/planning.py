"""What planners did to the demo's rounds: a deadline that was moved, places that were added, a next round that is a draft.
INVENTED, as the rounds are."""

from datetime import timedelta

from portal.rows import recording
from programs.planning.next_round.proposal import days_of, propose, store
from programs.planning.next_round.shifting import by_months

EXTENDED = timedelta(days=7)
YEAR = 12


def add_planning(round, by):
    """The round ends as it was planned: its history begins a little earlier."""
    call = round.calls.get(role__key="mentee")
    closes, places = call.closes, call.places
    move(call, closes=closes - EXTENDED, places=places - 5)
    recording.created(round, by)
    with recording.recorded(round, by):
        move(call, places=places)
    with recording.recorded(round, by):
        move(call, closes=closes)
    store(propose(round, by_months(YEAR, days_of(round, with_weekday=True))), by)


def move(call, **values):
    type(call).objects.filter(pk=call.pk).update(**values)
