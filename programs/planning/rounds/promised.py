"""Calls whose stored moments are no longer what was promised, because the law of a zone has changed since they were typed."""

from datetime import timedelta
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Q

from portal.rows.recording import recorded
from programs.models import Call, Round
from programs.offer.promised import MOMENTS, moved

MOST = timedelta(days=2)
"""By more than this no law moves a clock."""


def moved_calls(now):
    """[(call, {name: the moment that was promised})] of calls with anything to come; one query."""
    coming = reduce(or_, (Q(**{f"{name}__gt": now - MOST}) for name in MOMENTS))
    calls = Call.objects.filter(coming).select_related("round__program", "role").order_by("pk")
    return [(call, found) for call in calls if (found := moved(call, now))]


def mend(call, promised):
    """Stores the promised moments, so that every clock time stays; the round's history tells of it. ValidationError where
    the call's dates would come out of order."""
    for name, at in promised.items():
        setattr(call, name, at)
    call.validate_constraints(exclude={"round", "role"})
    with transaction.atomic(), recorded(call.round, None):
        call.save()
        Round.objects.get(pk=call.round_id).save(update_fields=["changed_at"])
