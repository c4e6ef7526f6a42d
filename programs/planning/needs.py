"""What the admin's home asks of whoever plans programs: calls without a form, programs without a next round."""

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from programs import access
from programs.models import Call, Program, Round
from programs.offer.dates import moment
from programs.offer.over import LONGEST

from .rounds.checks import SOON, unsettled

NAMED = 5
"""So many programs get a line each; more are counted in one."""


def needs_planner(user):
    """needs_editor: only what this person may plan."""
    now = timezone.now()
    yield from calls_without_form(user, now)
    yield from late_drafts(user, now)
    yield from months_begun(user, now)
    yield from programs_without_round(user, now)


def calls_without_form(user, now):
    """Those that open within a week, or did and are not over."""
    calls = access.scope(Call.objects.all(), user, access.PLAN).filter(
        Q(form=None) | Q(form__live=False),
        Q(closes=None) | Q(closes__gt=now),
        url="",
        round__called_off=False,
        round__program__paused=False,
    )
    for call in calls.begun(now + SOON).select_related("round__program", "role").order_by("opens", "pk"):
        told = gettext("“%(call)s” opens %(when)s, and its form is not published.")
        if not call.opens:
            told = gettext("“%(call)s” is open, and its form is not published.")
        sentence = told % {"call": call, "when": call.opens and moment(call.opens, call.zone)}
        yield sentence, reverse("round:edit", args=[call.round_id])


def late_drafts(user, now):
    """Calls that would open within a week, or be open, if their round were no draft."""
    calls = access.scope(Call.objects.all(), user, access.PLAN).filter(
        Q(closes=None) | Q(closes__gt=now), round__draft=True, round__called_off=False
    )
    for call in calls.filter(opens__lte=now + SOON).select_related("round__program", "role").order_by("opens", "pk"):
        told = gettext("“%(call)s” opens %(when)s, and its round is a draft still.")
        yield told % {"call": call, "when": moment(call.opens, call.zone)}, reverse("round:edit", args=[call.round_id])


def months_begun(user, now):
    """Calls that were announced for a month which has begun, and nobody made the day exact."""
    calls = access.scope(Call.objects.all(), user, access.PLAN).exclude(opens_precision="")
    calls = calls.filter(round__called_off=False, round__program__paused=False, opens_around__lte=now + LONGEST)
    for call in calls.select_related("round__program", "role").order_by("opens_around", "pk"):
        for told in unsettled(call, now):
            yield f"{call}: {told}", reverse("round:edit", args=[call.round_id])


def programs_without_round(user, now):
    programs = access.programs_for(user, access.PLAN).filter(
        ~Exists(Round.objects.not_over(now).filter(called_off=False, program=OuterRef("pk"))),
        kind=Program.Kind.MENTORING,
        paused=False,
        url="",
    )
    found = list(programs.order_by("name"))
    if len(found) > NAMED:
        told = ngettext("%(count)d program has no next round.", "%(count)d programs have no next round.", len(found))
        yield told % {"count": len(found)}, reverse("program:index")
        return
    for program in found:
        told = gettext("“%(program)s” has no next round.")
        yield told % {"program": program}, reverse("round:add", query={"program": program.pk})
