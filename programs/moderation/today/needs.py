"""What the admin's home asks of a committee today: what waits, by round and promise, and where each is done.

Each person is told what their duty lets them do something about. However many rounds and applications there are, it takes
the same few queries, of which those that count ask small indexes.
"""

from collections import Counter
from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Case, Count, Exists, F, OuterRef, Q, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from programs.access import ANNOUNCE, COUNT, DECIDE, LETTERS, READ, may, programs_for, scope
from programs.letters.states import State, undelivered
from programs.models import Application, Call, Decision, Letter, Look, Round
from programs.moderation.queue.waiting import days_overdue
from programs.moderation.waitlist.turns import given_back
from programs.offer import dates

WEEK = timedelta(days=7)
NAMED = 8
"""So many rounds, and calls, get a line each; what is more is counted in one."""


def needs_committee(user):
    """needs_editor: (sentence, address), only what this person may do something about."""
    yield from waiting(user)
    yield from unread(user)
    yield from suspected(user)
    yield from silent(user)
    yield from places_given_back(user)
    yield from failed_letters(user)
    yield from this_week(user)


def queue(**narrowed):
    return f"{reverse('application:index')}?{urlencode(narrowed)}"


def received(user, what):
    """Undecided ones on which the person may do `what`, by their calls, which are few."""
    rows = Application.objects.filter(status=Application.Status.RECEIVED).order_by()
    return rows if user.is_superuser else rows.filter(call__in=list(calls_for(user, what)))


def calls_for(user, what):
    return scope(Call.objects.order_by(), user, what).values_list("pk", flat=True)


def by_round(calls):
    """{round: how many} of {call: how many}, those promised first at first, with their programs. One query."""
    of_round = Counter()
    for call, round in Call.objects.filter(pk__in=list(calls)).order_by().values_list("pk", "round"):
        of_round[round] += calls[call]
    rounds = Round.objects.filter(pk__in=list(of_round)).select_related("program")
    rounds = rounds.order_by(F("decisions_by").asc(nulls_last=True), "program__name", "pk")
    return {round: of_round[round.pk] for round in rounds}


def waiting(user):
    if not may(user, READ):
        return
    counted = received(user, READ).exclude(proven_at=None).values_list("call").annotate(number=Count("pk"))
    rounds = list(by_round(dict(counted)).items())
    for round, number in rounds[:NAMED]:
        yield _waiting_words(round, number), queue(round=round.pk, status="received")
    more = sum(number for _round, number in rounds[NAMED:])
    if more:
        told = ngettext(
            "%(count)d more application waits for a decision in other rounds.",
            "%(count)d more applications wait for a decision in other rounds.",
            more,
        )
        yield told % {"count": more}, queue(status="received")


def _waiting_words(round, number):
    promised = round.decisions_by
    said = {"count": number, "round": round, "day": promised and dates.day(promised)}
    if promised and days_overdue(promised, round.program.time_zone):
        told = ngettext(
            "“%(round)s”: %(count)d application waits for a decision that was promised by %(day)s.",
            "“%(round)s”: %(count)d applications wait for decisions that were promised by %(day)s.",
            number,
        )
    elif promised:
        told = ngettext(
            "“%(round)s”: %(count)d application waits for a decision, promised by %(day)s.",
            "“%(round)s”: %(count)d applications wait for a decision, promised by %(day)s.",
            number,
        )
    else:
        told = ngettext(
            "“%(round)s”: %(count)d application waits for a decision.",
            "“%(round)s”: %(count)d applications wait for a decision.",
            number,
        )
    return told % said


def unread(user):
    """Of those that wait. An administrator is on every committee and reads for none."""
    if user.is_superuser or not may(user, READ):
        return
    since = Coalesce(OuterRef("changed_at"), OuterRef("submitted_at"))
    mine = Look.objects.filter(user=user, application=OuterRef("pk"), at__gte=since)
    number = received(user, READ).exclude(proven_at=None).filter(~Exists(mine)).count()
    if number:
        told = ngettext(
            "You have not read %(count)d application that waits for a decision.",
            "You have not read %(count)d applications that wait for a decision.",
            number,
        )
        yield told % {"count": number}, queue(status="received", unread="yes")


def suspected(user):
    number = received(user, DECIDE).exclude(suspected="").count() if may(user, DECIDE) else 0
    if number:
        told = ngettext(
            "%(count)d application may be junk. Its sender gets no letter before you have looked.",
            "%(count)d applications may be junk. Their senders get no letters before you have looked.",
            number,
        )
        yield told % {"count": number}, queue(apart="suspected")


def silent(user):
    """Decided and not announced: those who applied know nothing of it."""
    if not may(user, ANNOUNCE):
        return
    decisions = Decision.objects.undisclosed().order_by()
    if not user.is_superuser:
        decisions = decisions.filter(application__call__in=list(calls_for(user, ANNOUNCE)))
    counted = dict(decisions.values_list("application__call").annotate(number=Count("pk")))
    rounds = list(by_round(counted).items())
    for round, number in rounds[:NAMED]:
        told = ngettext(
            "“%(round)s”: %(count)d decision is not announced.",
            "“%(round)s”: %(count)d decisions are not announced.",
            number,
        )
        yield told % {"round": round, "count": number}, queue(round=round.pk, silent="yes")
    more = sum(number for _round, number in rounds[NAMED:])
    if more:
        told = ngettext(
            "%(count)d more decision in other rounds is not announced.",
            "%(count)d more decisions in other rounds are not announced.",
            more,
        )
        yield told % {"count": more}, queue(silent="yes")


def places_given_back(user):
    """An accepted person withdrew or was taken back, and somebody waits for the place."""
    if not may(user, DECIDE):
        return
    calls = given_back(scope(Call.objects.order_by("pk"), user, DECIDE), timezone.localdate())
    for call in calls.select_related("round__program", "role")[:NAMED]:
        told = ngettext(
            "“%(call)s”: %(count)d place was given back. %(name)s waits next.",
            "“%(call)s”: places were given back, %(count)d are free. %(name)s waits next.",
            call.free,
        )
        yield told % {"call": call, "count": call.free, "name": call.next}, reverse("waitlist:call", args=[call.pk])


def failed_letters(user):
    if not may(user, LETTERS):
        return
    number = undelivered(scope(Letter.objects.order_by(), user, LETTERS)).count()
    if number:
        told = ngettext("%(count)d letter could not be delivered.", "%(count)d letters could not be delivered.", number)
        outbox = reverse("mentoring_outbox_modeladmin_index")
        yield told % {"count": number}, f"{outbox}?state={State.GAVE_UP}"


def this_week(user):
    """Calls that open or close within seven days, for whoever may at least count their applications."""
    if not may(user, COUNT):
        return
    now = timezone.now()
    soon = Q(opens__gt=now, opens__lte=now + WEEK) | Q(closes__gt=now, closes__lte=now + WEEK)
    calls = scope(Call.objects.filter(soon), user, COUNT).filter(
        round__draft=False, round__called_off=False, round__program__paused=False
    )
    read = set() if user.is_superuser else set(programs_for(user, READ).values_list("pk", flat=True))
    calls = calls.annotate(at=Case(When(opens__gt=now, then="opens"), default="closes"))
    for call in calls.select_related("round__program", "role").order_by("at", "pk")[:NAMED]:
        opens = call.at == call.opens
        told = gettext("“%(call)s” opens %(when)s.") if opens else gettext("“%(call)s” closes %(when)s.")
        reads = not opens and (user.is_superuser or call.round.program_id in read)
        address = queue(call=call.pk) if reads else reverse("numbers:round", args=[call.round_id])
        yield told % {"call": call, "when": dates.moment(call.at, call.zone)}, address
