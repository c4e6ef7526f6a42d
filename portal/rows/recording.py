"""Each change of a row stands in Wagtail's log, with what the row was before and after."""

from contextlib import contextmanager

from django.db import transaction
from wagtail.log_actions import log
from wagtail.log_actions import registry as logs

from .opened import locked
from .values import stored

CREATED, CHANGED, DELETED = "wagtail.create", "wagtail.edit", "wagtail.delete"


def created(row, by):
    return record(row, CREATED, by, before=None)


def changed(row, by, *, before):
    return record(row, CHANGED, by, before=before)


@contextmanager
def recorded(row, by):
    """Around a change that comes from elsewhere than the row's form. Gives what the row was; nobody else saves it before
    the end. Where nothing changed, nothing is recorded."""
    with transaction.atomic():
        before = locked(type(row), row.pk)
        yield before
        if before != stored(type(row), row.pk):
            changed(row, by, before=before)


def deleted(row, by):
    """To be called while the row is there."""
    values = stored(type(row), row.pk)
    return log(row, DELETED, user=by, deleted=True, data={"before": values, "after": None})


def record(row, action, by, *, before):
    after = stored(type(row), row.pk)
    data = {"before": before, "after": after}
    return log(row, action, user=by, data=data, content_changed=before != after)


def last_change(row, values):
    """The newest line of its log, where that is what made the row what it is; else None."""
    entry = logs.get_logs_for_instance(row).select_related("user").first()
    return entry if entry and entry.data.get("after") == values else None
