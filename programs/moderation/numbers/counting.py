"""How many applied to a round, role by role, and how they stand: supply and demand, without a name or an answer."""

from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import ngettext

from programs.access.shown_to import total_answered
from programs.models import Application, Decision, Role

Status = Application.Status

PLACES = "places"
"""The key of the number by which a form asks a mentor how many people they can take."""

STATES = (Status.RECEIVED, Status.ACCEPTED, Status.WAITLISTED, Status.DECLINED, Status.WITHDRAWN)
"""As they stand in the table. Junk is nobody's application."""


@dataclass
class CallNumbers:
    """What of one call may be counted. `offered`: how many people those who give mentoring can take; None: not known."""

    call: object
    by_state: dict = field(default_factory=dict)
    apart: int = 0
    silent: int = 0
    offered: int | None = None

    @property
    def standing(self):
        """Those with a proven address who were not declined and have not withdrawn: the supply, or the demand."""
        return sum(self.by_state.get(state, 0) for state in STATES[:3])

    @property
    def states(self):
        return [(state, state.label, self.by_state.get(state, 0)) for state in STATES]

    @property
    def words(self):
        """61 mentees; 18 mentors with 27 places"""
        role, number = self.call.role, self.standing
        who = f"{number} {role.said('name') if number == 1 else role.said('plural')}"
        if self.offered is None:
            return who
        told = ngettext("%(who)s with %(places)d place", "%(who)s with %(places)d places", self.offered)
        return told % {"who": who, "places": self.offered}


def numbers_of(round):
    """[CallNumbers of each call], those who receive mentoring first. Four queries, and the answers of those who give it
    where their form asks for places."""
    calls = list(round.calls.select_related("role", "round__program"))
    calls.sort(key=lambda call: (call.role.side != Role.Side.RECEIVES, call.role.side, call.role.key))
    found = {call.pk: CallNumbers(call) for call in calls}
    rows = Application.objects.filter(call__in=list(found)).order_by()
    unproven = Q(status=Status.RECEIVED, proven_at=None)
    counted = rows.values_list("call", "status").annotate(all=Count("pk"), apart=Count("pk", filter=unproven))
    for call, status, number, apart in counted:
        found[call].by_state[status] = number - apart
        found[call].apart += apart
    decided = Decision.objects.undisclosed().filter(application__call__in=list(found)).order_by()
    for call, number in decided.values_list("application__call").annotate(number=Count("pk")):
        found[call].silent = number
    for numbers in found.values():
        if numbers.call.role.side == Role.Side.GIVES:
            numbers.offered = places_offered(numbers, round)
    return list(found.values())


def places_offered(numbers, round):
    """As they said themselves, where their form asks for it; else as many as the round lets one mentor take."""
    standing = Application.objects.filter(call=numbers.call, status__in=STATES[:3]).exclude(proven_at=None)
    said = total_answered(standing.select_related("version").order_by(), PLACES)
    if said is not None:
        return int(said)
    return numbers.standing * round.most_mentees if round.most_mentees else None


def balance(numbers):
    """61 mentees, 18 mentors with 27 places"""
    return ", ".join(one.words for one in numbers)


def with_numbers(rounds):
    """Rounds of a list with how many `applied`, wait (`waiting`) and are `accepted`: counted for the rows of its page only."""
    return rounds.annotate(
        applied=_number(Application.objects.counted()),
        waiting=_number(Application.objects.awaiting_decision()),
        accepted=_number(Application.objects.filter(status=Status.ACCEPTED)),
    )


def _number(applications):
    mine = applications.filter(call__round=OuterRef("pk")).order_by().values("call__round")
    return Coalesce(Subquery(mine.annotate(number=Count("pk")).values("number")), 0)
