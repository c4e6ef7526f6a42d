"""The way back: a form filled with an earlier version of its row. Nothing is stored until somebody saves it."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.log_actions import registry as logs

from .values import children, choices, fields, stored


@dataclass(frozen=True)
class Version:
    entry: object
    values: dict

    @property
    def words(self):
        when = date_format(localtime(self.entry.timestamp), "DATETIME_FORMAT")
        return {"when": when, "who": self.entry.user_display_name}


def version_of(row, asked):
    """What the row was after this line of its own log; 404 for any other."""
    key = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 19 else 0
    entry = logs.get_logs_for_instance(row).select_related("user").filter(pk=key).first()
    values = entry and entry.data.get("after")
    if not values:
        raise Http404
    return Version(entry, values)


def fill(row, version):
    """The row in memory as it was then; the initial data of fields that hold several rows. Rows inside that were
    deleted since come back as new ones; those that were added since stay."""
    values = version.values
    _set(row, values["fields"])
    now = stored(type(row), row.pk)["rows"]
    for relation, (model, _link) in children(type(row)).items():
        setattr(row, relation, _rows(model, values["rows"].get(relation, {}), now[relation]))
    return {field.name: values["fields"].get(field.name, []) for field in choices(type(row))}


def _rows(model, then, now):
    added = {key: values for key, values in now.items() if key not in then}
    return [_row(model, key, values, key in now) for key, values in (then | added).items()]


def _row(model, key, values, is_there):
    row = model(pk=int(key) if is_there else None)
    _set(row, values)
    for field in choices(model):
        remote = field.remote_field.model._base_manager
        setattr(row, field.name, list(remote.filter(pk__in=values.get(field.name, []))))
    return row


def _set(row, values):
    for field in fields(type(row)):
        if field.name in values:
            setattr(row, field.attname, _target(field).to_python(values[field.name]))


def _target(field):
    return field.target_field if field.remote_field else field
