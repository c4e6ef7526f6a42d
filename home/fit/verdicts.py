"""What every program is to one reader: their fit for its roles, and whether there is a call to answer."""

from collections import defaultdict
from dataclasses import dataclass

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programs.listing.brief import IN_WORDS, brief_programs, running
from programs.listing.pages import page_addresses
from programs.models import Call, Program
from programs.offer.call_state import CallState, call_sentence, call_state
from programs.offer.fit import Answer, fit
from programs.offer.standing import Standing, standing


class Verdict(models.TextChoices):
    YES = "yes", _("Yes")
    PERHAPS = "perhaps", _("Perhaps")
    NOT_NOW = "not-now", _("Not now")
    NO = "no", _("No")


BEST = list(Verdict)


@dataclass(frozen=True)
class RoleVerdict:
    name: str
    verdict: Verdict
    reasons: list
    also: list
    call: str = ""
    """What its call says of itself, where it has one that is open or to come."""
    apply_url: str = ""


@dataclass(frozen=True)
class ProgramVerdict:
    program: object
    url: str
    language: str
    standing: Standing
    verdict: Verdict
    reason: str
    """Where there is no role to tell of."""
    roles: list
    contact: str
    """Who answers questions, where the coordinator can make exceptions."""


def calls_asking_otherwise(programs, now):
    """{key: call} of those that are not over and ask otherwise than their role does."""
    calls = Call.objects.order_by().filter(running(now), own_conditions=True, round__program__in=programs)
    return {call.pk: call for call in calls.prefetch_related("member_of", "member_also")}


def verdicts(reader, side, roles, own, *, request, now):
    """One for each mentoring program, the best first. `own`: see calls_asking_otherwise()."""
    of_program = defaultdict(list)
    for role in roles:
        of_program[role.program_id].append(role)
    programs = Program.objects.public().filter(kind=Program.Kind.MENTORING)
    columns = ("url", "reply_to", "contact", "contact_es", *IN_WORDS)
    pages = page_addresses(request)
    found = [
        program_verdict(program, of_program[program.pk], own, reader, side, pages.get(program.pk), now)
        for program in brief_programs(programs, now, *columns)
    ]
    return sorted(found, key=lambda each: BEST.index(each.verdict))


def program_verdict(program, roles, own, reader, side, page, now):
    calls = {role.pk: calls_of(program, role, now) for role in roles}
    wanted = [role for role in roles if side in ("", role.side)]
    found = sorted(
        (role_verdict(role, fit(asked(role, own, calls), reader), calls[role.pk], now) for role in wanted),
        key=lambda each: BEST.index(each.verdict),
    )
    url, language = page or (program.url, "")
    exceptional = any(asked(role, own, calls).exceptions for role in wanted)
    return ProgramVerdict(
        program,
        url,
        language,
        standing(program, now),
        found[0].verdict if found else Verdict.NO if roles else Verdict.NOT_NOW,
        "" if found else no_role(roles),
        found,
        program.said("contact") or program.reply_to if exceptional else "",
    )


def asked(role, own, calls):
    """Whose conditions count: those of the call that is told of, if it has its own."""
    return own.get(calls[role.pk][0][1].pk, role) if calls[role.pk] else role


def no_role(roles):
    return gettext("It has no such role.") if roles else gettext("It does not say yet who can take part.")


def calls_of(program, role, now):
    """The role's calls that are open or to come, open ones first."""
    states = [
        (call_state(call, now), call) for round in program.rounds for call in round.calls if call.role_id == role.pk
    ]
    wanted = [CallState.OPEN, CallState.UPCOMING]
    return sorted(((state, call) for state, call in states if state in wanted), key=lambda each: wanted.index(each[0]))


def role_verdict(role, fit, calls, now):
    state, call = calls[0] if calls else (None, None)
    is_open = state == CallState.OPEN
    takes = {Answer.YES: Verdict.YES, Answer.PERHAPS: Verdict.PERHAPS} if is_open else {}
    verdict = Verdict.NO if fit.answer == Answer.NO else takes.get(fit.answer, Verdict.NOT_NOW)
    return RoleVerdict(
        role.said("name"),
        verdict,
        fit.reasons,
        fit.also,
        call_sentence(call, state, now) if call and verdict != Verdict.NO else "",
        reverse("apply", args=[call.slug]) if verdict in takes.values() else "",
    )
