"""Many programs at once, as light as programs.standing can read them: plain records of what states are derived from.

A program with a hundred rounds behind it costs no more than one with two: of the rounds that are over only the one that
is still told of is read. programs.standing.standing() says of a brief program what it says of the row with all its rounds.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from types import SimpleNamespace
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.db.models import Case, Count, F, Max, OuterRef, Q, Subquery, When

from portal.texts.words import Worded
from programs.models import Call, Program, Role, Round
from programs.offer.dates import ANYWHERE_ON_EARTH
from programs.offer.windows import Window

IN_WORDS = [field.name for field in Program._meta.fields if field.name.partition("_")[0] in {"name", "summary"}]
"""The columns that said("name") and said("summary") read."""

OF_CALLS = (
    "role",
    "slug",
    "opens",
    "opens_precision",
    "opens_around",
    "closes",
    "closes_precision",
    "closes_around",
    "to_check",
    "anywhere_on_earth",
    "preferred_by",
    "url",
)
"""Columns of a call as BriefCall has them, between its round and its form."""


class Rows(list):
    """Records that are read as related rows are."""

    def all(self):
        return self


class BriefProgram(Worded, SimpleNamespace):
    """pk, paused, time_zone, rounds, and the columns that were asked for. Never a draft."""

    draft = False


@dataclass(slots=True, eq=False)
class BriefRound:
    draft: ClassVar = False
    program: BriefProgram
    called_off: bool
    standing: bool
    decisions_by: date | None
    starts: date | None
    ends: date | None
    calls: Rows = field(default_factory=Rows)


@dataclass(slots=True, eq=False)
class BriefForm:
    live: bool


class BriefRole(Worded, SimpleNamespace):
    """What a sentence about a call says of its role."""


@dataclass(eq=False)
class BriefCall(Window):
    pk: int
    round: BriefRound
    role_id: int
    slug: str
    opens: datetime | None
    opens_precision: str
    opens_around: date | None
    closes: datetime | None
    closes_precision: str
    closes_around: date | None
    to_check: bool
    anywhere_on_earth: bool
    preferred_by: datetime | None
    url: str
    form: BriefForm
    limit: int | None
    taken: int | None
    role: BriefRole | Role
    """The row where add_roles() has brought it."""

    zone = Call.zone


def brief_programs(programs, now, *columns):
    """Each program of a queryset with these columns, its rounds and calls as they matter now. Three queries."""
    wanted = {"pk", "paused", "time_zone", *columns}
    programs = programs.public()
    found = {row["pk"]: BriefProgram(rounds=Rows(), **row) for row in programs.values(*wanted)}
    rounds = add_rounds(found, programs.order_by(), now)
    add_calls(rounds, now)
    return list(found.values())


def add_rounds(found, programs, now):
    """The rounds that still tell something by their keys, in the order of Round.Meta."""
    rounds = {}
    columns = ("pk", "program", "called_off", "standing", "decisions_by", "starts", "ends")
    wanted = Round.objects.filter(telling(programs, now), draft=False).order_by("-starts", "-pk")
    for pk, program, *values in wanted.values_list(*columns):
        if program in found:
            rounds[pk] = BriefRound(found[program], *values)
            found[program].rounds.append(rounds[pk])
    return rounds


def add_calls(rounds, now):
    """All calls of these rounds; of a round whose own days say enough only those that are not closed."""
    today = ended_everywhere(now)
    speaking = [pk for pk, round in rounds.items() if not days_say_enough(round, today)]
    words = [field.name for field in Role._meta.fields if field.name.partition("_")[0] == "plural"]
    calls = Call.objects.with_taken().filter(Q(round__in=speaking) | running(now)).order_by("role__side", "role__key")
    columns = ("form__live", "limit", "taken", *(f"role__{name}" for name in words))
    for pk, round, *row in calls.values_list("pk", "round", *OF_CALLS, *columns):
        if round in rounds:
            values, (live, limit, taken, *said) = row[: len(OF_CALLS)], row[len(OF_CALLS) :]
            role = BriefRole(**dict(zip(words, said, strict=True)))
            call = BriefCall(pk, rounds[round], *values, BriefForm(bool(live)), limit, taken, role)
            rounds[round].calls.append(call)


def add_roles(programs):
    """Of brief programs the roles of their calls. One query."""
    calls = [call for program in programs for round in program.rounds for call in round.calls]
    roles = Role.objects.in_bulk({call.role_id for call in calls})
    for call in calls:
        call.role = roles[call.role_id]


def telling(programs, now):
    """The rounds that are not over and, of each program, the one to tell of when all are."""
    running_ones = Call.objects.order_by().filter(running(now)).values("round")
    going_on = Q(called_off=False) & (to_come(now) | Q(pk__in=running_ones))
    over = Q(called_off=True) | Q(ends=None) | Q(ends__lt=ended_everywhere(now))
    told = Round.objects.filter(over, draft=False, program=OuterRef("pk")).order_by(*told_first(now)).values("pk")[:1]
    return going_on | Q(pk__in=programs.annotate(told=Subquery(told)).values("told"))


def ended_everywhere(now):
    """The earliest day that is still today somewhere. Programs keep their own clocks: by this day's, a round too many
    may seem to go on, and never one too few."""
    return now.astimezone(ZoneInfo(ANYWHERE_ON_EARTH)).date()


def to_come(now):
    """Rounds with a day to come, or begun without a known end."""
    today = ended_everywhere(now)
    begun = Q(starts__isnull=False, ends=None)
    return Q(decisions_by__gte=today) | Q(starts__gte=today) | Q(ends__gte=today) | begun


def days_say_enough(round, today):
    """Whether it is being mentored in or over, whatever calls have closed: it began or ended, and promises nothing."""
    begun = round.starts and round.starts <= today
    ended = round.ends and round.ends < today
    return (begun or ended) and not (round.decisions_by and round.decisions_by >= today)


def running(now):
    """A closing that is only known roughly counts as to come; the rows decide."""
    return Q(closes=None) | Q(closes__gt=now)


def told_first(now):
    """Of rounds that are over: the one that ended last; where no end is known, the one whose call closed last."""
    calls = Call.objects.order_by().filter(round=OuterRef("pk")).values("round")
    closed = calls.annotate(last=Max("closes"), open=Count("pk") - Count("closes")).filter(last__lte=now, open=0)
    last = Case(When(ends=None, then=Subquery(closed.values("last"))))
    return "called_off", F("ends").desc(nulls_last=True), last.desc(nulls_last=True), "-starts", "-pk"
