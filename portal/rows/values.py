"""A row and the rows inside it as plain values, such as JSON holds: what people typed, and nothing that follows from it."""

from datetime import UTC, date, datetime, time

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue


def fields(model):
    """The columns that people fill, and the place of a row among its like."""
    order = getattr(model, "sort_order_field", None)
    return [
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and not isinstance(field, ParentalKey) and (field.editable or field.name == order)
    ]


def choices(model):
    """The fields that hold several rows."""
    return [field for field in model._meta.many_to_many if field.editable]


def children(model):
    """{name: (model, key to the parent)} of the rows that are edited inside their parent."""
    return {rel.get_accessor_name(): (rel.related_model, rel.field) for rel in get_all_child_relations(model)}


def stored(model, key):
    """What the database holds of a row now, always with as many queries. None where there is no such row."""
    own = _stored(model, models.Q(pk=key))
    if not own:
        return None
    inside = {name: _stored(child, models.Q(**{link.attname: key})) for name, (child, link) in children(model).items()}
    return {"fields": own[str(key)], "rows": inside}


def _stored(model, which):
    """{key: {field: value}} of the model's rows."""
    found = {
        str(row.pk): {field.name: plain(field.value_from_object(row)) for field in fields(model)}
        for row in model._base_manager.filter(which)
    }
    for field in choices(model):
        chosen = _chosen(field, found)
        for key, row in found.items():
            row[field.name] = sorted(chosen.get(key, []))
    return found


def _chosen(field, keys):
    source, target = (f"{name}_id" for name in (field.m2m_field_name(), field.m2m_reverse_field_name()))
    links = field.remote_field.through._base_manager.filter(**{f"{source}__in": list(keys)})
    found = {}
    for key, other in links.values_list(source, target):
        found.setdefault(str(key), []).append(other)
    return found


def plain(value):
    """The same of a value that a form or a row gives."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, models.QuerySet) or (isinstance(value, (list, tuple)) and _holds_rows(value)):
        return sorted(row.pk for row in value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(second=0, microsecond=0).isoformat()  # as people type it
    if isinstance(value, StreamValue):
        return list(value.get_prep_value())
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value


def _holds_rows(values):
    return any(isinstance(value, models.Model) for value in values)


def same(one, other):
    """Browsers send the ends of lines their own way, and an empty field may be kept as nothing."""
    return _bare(one) == _bare(other)


def _bare(value):
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    return "" if value is None or value == [] else value
