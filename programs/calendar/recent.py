"""The rounds that calendars and the feed still tell of: those with a date in the last year or to come."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Exists, Min, OuterRef, Prefetch, Q
from django.utils import timezone

from programs.listing.brief import OF_CALLS
from programs.models import Call, Milestone, Program, Round
from programs.models.offer.cancelled_date import KEPT
from programs.offer.over import LONGEST

from .feed import SOON


def with_recent_rounds():
    """Programs with these rounds, their milestones and calls, as far as calendars tell of them: four queries, however long
    their history is. What a form holds, and how many have applied, stands in no calendar."""
    calls = (
        Call.objects.select_related("role").order_by("pk").only("round", *OF_CALLS, "role__plural", "role__plural_es")
    )
    rounds = Round.objects.filter(_recent(timezone.localdate() - KEPT - LONGEST), draft=False).order_by("pk")
    found = rounds.prefetch_related("milestones", Prefetch("calls", queryset=calls))
    return Program.objects.prefetch_related(Prefetch("rounds", queryset=found))


def _recent(since):
    midnight = datetime.combine(
        since, time(), ZoneInfo(settings.TIME_ZONE)
    )  # not __date: databases have zones of their own
    exact = Q(opens__gte=midnight) | Q(closes__gte=midnight)
    rough = Q(opens_around__gte=since) | Q(closes_around__gte=since)
    calls = Call.objects.filter(exact | rough, round=OuterRef("pk"))
    lines = Milestone.objects.filter(Q(starts__gte=since) | Q(ends__gte=since), round=OuterRef("pk"))
    own = Q(decisions_by__gte=since) | Q(starts__gte=since) | Q(ends__gte=since)
    return own | Q(Exists(calls.order_by())) | Q(Exists(lines.order_by()))


def changing_moments(now):
    """changing_moments: when the feed begins to tell that a call closes in a week, and when it tells of something no more."""
    rows = [
        (Call.objects.all(), "closes", -SOON),
        (Call.objects.all(), "closes", KEPT),
        (Call.objects.all(), "closes", KEPT - SOON),
        (Call.objects.all(), "opens", KEPT),
        (Round.objects.filter(called_off=True), "called_off_at", KEPT),
    ]
    for found, name, later in rows:
        soonest = found.order_by().filter(**{f"{name}__gt": now - later}).aggregate(soonest=Min(name))["soonest"]
        yield soonest and soonest + later
