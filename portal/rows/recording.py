"""Each change of a row stands in Wagtail's log, with what the row was before and after."""

from wagtail.log_actions import log
from wagtail.log_actions import registry as logs

from .values import stored

CREATED, CHANGED, DELETED = "wagtail.create", "wagtail.edit", "wagtail.delete"


def created(row, by):
    return record(row, CREATED, by, before=None)


def changed(row, by, *, before):
    return record(row, CHANGED, by, before=before)


def deleted(row, by):
    """To be called while the row is there."""
    values = stored(type(row), row.pk)
    return log(row, DELETED, user=by, deleted=True, data={"before": values, "after": None})


def record(row, action, by, *, before):
    after = stored(type(row), row.pk)
    data = {"before": before, "after": after}
    return log(row, action, user=by, data=data, content_changed=before != after)


def last_change(row):
    """The newest line of its log; None where it has none."""
    return logs.get_logs_for_instance(row).select_related("user").first()
