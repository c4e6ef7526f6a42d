"""A program as readers meet it: its rounds, calls and states at an instant. Asks no query of its own; the row comes
from Program.objects.with_rounds()."""

from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, ngettext

from . import call_state as state
from . import commitment, eligibility, standing
from .over import is_over
from .timeline import timeline

LATE = {state.CallState.UNKNOWN}
"""Shown where a month was announced and has passed: readers who wait for it are told so."""


@dataclass
class OfferedCall:
    """A call as a page shows it."""

    row: object
    state: state.CallState
    sentence: str
    names_round: bool = False
    """Whether calls of other rounds are offered as well."""

    @property
    def role(self):
        return self.row.role

    @property
    def round_name(self):
        """Empty where all calls that are offered belong to one round, and where it stands all year: that is no round."""
        return self.row.round.said("name") if self.names_round and not self.row.round.standing else ""

    @property
    def is_open(self):
        return self.state == state.CallState.OPEN

    @property
    def asks_here(self):
        """Whether it can be applied to now, with a form of ours."""
        return self.is_open and bool(self.row.form_id) and not self.row.url


@dataclass
class DatedRound:
    row: object
    lines: list
    pairs: str
    """How many people one mentor takes; empty where that is not said."""


class OfferedProgram:
    """A program row and what readers are told about it at an instant."""

    def __init__(self, row):
        self.row = row

    def standing(self, now):
        return standing.standing(self.row, now)

    @cached_property
    def _rounds(self):
        """Those that readers know of."""
        return [round for round in self.row.rounds.all() if not round.draft]

    def _dated(self, rounds, now):
        today = now.astimezone(ZoneInfo(self.row.time_zone)).date()
        return [
            DatedRound(
                round,
                [] if round.called_off else timeline(round, today),
                pairs_in_words(round.most_mentees, self.row.roles.all()),
            )
            for round in rounds
        ]

    def rounds(self, now):
        """What goes on or comes, the round that begins first at the top, one without dates last."""
        dated = self._dated([round for round in self._rounds if not is_over(round, now)], now)
        return sorted(dated, key=lambda round: round.lines[0].sort[:3] if round.lines else (2,))

    def past_rounds(self, now):
        return self._dated([round for round in self._rounds if is_over(round, now)], now)

    def offered_calls(self, now):
        """Calls that are open or still to open, the ones a reader can act on first; none while the program is paused."""
        shown = {
            state.CallState.OPEN: 0,
            state.CallState.WITHDRAWN: 1,
            state.CallState.UPCOMING: 2,
            state.CallState.FULL: 3,
        }
        found = {call: state.call_state(call, now) for round in self._rounds for call in round.calls.all()}
        calls = [call for call in found if found[call] in shown or (found[call] in LATE and call.opens_about)]
        several = len({call.round for call in calls}) > 1
        offered = [
            OfferedCall(call, found[call], state.call_sentence(call, found[call], now), several) for call in calls
        ]
        return sorted(offered, key=lambda call: (shown.get(call.state, len(shown)), *reading_order(call.role)))

    def who_can_apply(self, calls=()):
        """("mentors, mentees", sentences) of the roles that have conditions; those with the same ones stand together.
        Of these offered calls, one that asks otherwise than its role is told of by itself."""
        names = {}
        for role in sorted(self.row.roles.all(), key=reading_order):
            offered = [call.row for call in calls if call.role.pk == role.pk]
            if not offered or not all(call.own_conditions for call in offered):
                names.setdefault(tuple(eligibility.sentences(role)), []).append(role.said("plural"))
            for call in (call for call in offered if call.own_conditions):
                named = f"{role.said('plural')} ({call.round.said('name')})"
                sentences = eligibility.sentences(call) or [gettext("Anybody can apply.")]
                names.setdefault(tuple(sentences), []).append(named)
        return [(", ".join(roles), sentences) for sentences, roles in names.items() if sentences]

    def relationships(self):
        return commitment.relationships_in_words(self.row)

    def asks(self):
        return commitment.in_words(self.row)


def reading_order(role):
    """Those who look for mentoring come first: they are most of the readers."""
    return role.side != role.Side.RECEIVES, role.key


def pairs_in_words(most, roles):
    """“At most 2 mentees for each mentor.”, in the program's own words; empty where it has no such two roles."""
    giving = next((role for role in roles if role.side == role.Side.GIVES), None)
    receiving = next((role for role in roles if role.side == role.Side.RECEIVES), None)
    if not (most and giving and receiving):
        return ""
    told = ngettext("One %(mentee)s for each %(mentor)s.", "At most %(count)d %(mentees)s for each %(mentor)s.", most)
    words = {"mentor": giving.said("name"), "mentee": receiving.said("name"), "mentees": receiving.said("plural")}
    return told % (words | {"count": most})
