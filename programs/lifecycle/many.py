"""The same door for many rows at once: the guard of steps.advance, in few statements however many rows there are."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import get_active_log_context, registry

AT_A_TIME = 500
"""Rows of one statement."""


def advance_many(rows, verb, table, *, by, seen, taken, **told):
    """Take a verb on many of `rows` that the person saw, {key: state}; returns the rows that were taken. Those that are left
    have another state by now, or the verb does not lead from theirs, or `taken` left them.

    Each is taken in the state it was seen in and no other, and is locked in it. Everybody locks rows in the order of their
    keys: two who act on the same ones wait for each other once, and never in a circle. `taken` is called with the rows of a
    lot in the same transaction, does what else belongs to the verb, and gives back those that may be taken with what else is
    written into them: ([row, ...], {field: value}). `told` is kept in the log.
    """
    target = table.transitions[verb].target
    done = []
    with transaction.atomic():
        for keys in lots(sorted(key for key, state in seen.items() if table.leads_from(verb, state))):
            found = [row for row in locked(rows, keys) if getattr(row, table.field) == seen[row.pk]]
            lot, written = taken(found)
            rows.model._default_manager.filter(pk__in=[row.pk for row in lot]).update(**{table.field: target} | written)
            log_many(lot, f"{table.app}.{verb}", [{"from": seen[row.pk], "to": target} | told for row in lot], user=by)
            done += lot
    return done


def locked(rows, keys):
    """Those of these keys, in the order of their keys, nobody else's until the transaction ends."""
    return rows.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",), no_key=True)


def lots(items):
    """In lists of AT_A_TIME."""
    return [items[begin : begin + AT_A_TIME] for begin in range(0, len(items), AT_A_TIME)]


def log_many(rows, action, data, *, user):
    """What Wagtail's log() writes of one row, for rows of one model, each with its data, in one statement."""
    if not registry.action_exists(action):
        raise ValueError(action)
    if not rows:
        return
    context = get_active_log_context()
    same = {"action": action, "timestamp": timezone.now(), "user": user or context.user, "uuid": context.uuid}
    same["content_type"] = ContentType.objects.get_for_model(rows[0], for_concrete_model=False)
    entries = registry.get_log_model_for_instance(rows[0])
    entries.objects.bulk_create(
        entries(object_id=str(row.pk), label=str(row), data=each, **same) for row, each in zip(rows, data, strict=True)
    )
