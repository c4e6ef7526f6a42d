"""Who waits next for a place in a call: those on its waiting list, in the order that the committee gave them.

Whom nobody has moved stands behind the others, by when they applied. A rank is kept when somebody leaves the list: a silent
decision undone puts them back where they stood.
"""

from django.db import transaction
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from wagtail.log_actions import log

from programs.lifecycle import Refused
from programs.models import Application, Call, Decision

Status = Application.Status

LAST = 2_147_483_647
"""Stands for no rank, behind every one."""

IN_TURN = (F("rank").asc(nulls_last=True), "submitted_at", "pk")

MOVES = {
    "first": lambda place, last: 0,
    "up": lambda place, last: max(place - 1, 0),
    "down": lambda place, last: min(place + 1, last),
    "last": lambda place, last: last,
}
"""Where each leads from a place, both counted from 0."""


def waiting_list(call):
    """Those who wait for a place in it, who waits next at first."""
    rows = Application.objects.filter(call=call, status=Status.WAITLISTED).light()
    return rows.order_by(*IN_TURN)


def with_turn(applications):
    """Marks as `turn` each that is waitlisted with its place, 1 for who waits next; others with None."""
    rank, mine = Coalesce("rank", Value(LAST)), Coalesce(OuterRef("rank"), Value(LAST))
    earlier = Q(submitted_at__lt=OuterRef("submitted_at")) | Q(
        submitted_at=OuterRef("submitted_at"), pk__lt=OuterRef("pk")
    )
    before = Application.objects.filter(call=OuterRef("call"), status=Status.WAITLISTED).annotate(at=rank).order_by()
    before = (
        before.filter(Q(at__lt=mine) | Q(earlier, at=mine)).values("call").annotate(number=Count("pk")).values("number")
    )
    return applications.annotate(turn=Case(When(status=Status.WAITLISTED, then=Coalesce(Subquery(before), 0) + 1)))


def given_back(calls, today):
    """Those of the calls with a place that somebody accepted has left, and that somebody waits for; each with how many are
    `free`, and the name of who waits `next`. Not of rounds that are over, or are not held."""
    of_it = Application.objects.filter(call=OuterRef("pk")).order_by()
    accepted = of_it.filter(status=Status.ACCEPTED).values("call").annotate(number=Count("pk")).values("number")
    left = Decision.objects.filter(verb="accept", application__call=OuterRef("pk"))
    left = left.exclude(application__status=Status.ACCEPTED)
    held = calls.filter(Q(round__ends=None) | Q(round__ends__gte=today), round__called_off=False, places__isnull=False)
    waiting = of_it.filter(status=Status.WAITLISTED).order_by(*IN_TURN)
    waited_for = held.filter(Exists(left), Exists(waiting)).annotate(next=Subquery(waiting.values("name")[:1]))
    return waited_for.annotate(free=F("places") - Coalesce(Subquery(accepted), 0)).filter(free__gt=0)


def move(call, key, where, *, by, seen):
    """Move one on the list that the person saw as `seen`, keys in their order. Raises Refused where it is another by now;
    then nothing has changed. Rows are locked as many.locked locks them, so that who moves and who decides never wait in a circle.
    """
    with transaction.atomic():
        Call.objects.select_for_update(of=("self",), no_key=True).get(pk=call.pk)
        rows = list(waiting_list(call).order_by("pk").select_for_update(of=("self",), no_key=True))
        rows.sort(key=lambda row: (LAST if row.rank is None else row.rank, row.submitted_at, row.pk))
        if [row.pk for row in rows] != seen:
            raise Refused(gettext("The waiting list has changed since you looked. It is shown as it is now."))
        place = seen.index(key)
        to = MOVES[where](place, len(rows) - 1)
        if to == place:
            return
        moved = rows.pop(place)
        rows.insert(to, moved)
        changed = [row for number, row in enumerate(rows, 1) if row.rank != number]
        for number, row in enumerate(rows, 1):
            row.rank = number
        Application.objects.bulk_update(changed, ["rank"], batch_size=500)
        log(moved, "programs.rank", user=by, data={"from": place + 1, "to": to + 1})
