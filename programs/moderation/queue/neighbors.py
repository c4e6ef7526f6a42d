"""The application before and the one after in the list somebody came from: by its filter and order, in one query.

Told by the place where the application stands or would stand: once it is decided it may have left the list, and the next one
is still the next one.
"""

from django.db.models import F, Q, Subquery

from programs.models import Application

from .columns import MAY_BE_UNKNOWN


def neighbors(view, application):
    """The keys of the one before and the one after in the list of a QueueView; None where there is none."""
    down, field = view.ordering.startswith("-"), view.ordering.removeprefix("-")
    rows = view.get_queryset()
    value = _place(view, field, application)
    after = rows.filter(_beyond(field, value, application.pk, down)).order_by(*view.order)
    before = rows.filter(_beyond(field, value, application.pk, not down, back=True)).order_by(*_turned(field, down))
    both = [Subquery(found.values("pk")[:1]) for found in (before, after)]
    return Application.objects.filter(pk=application.pk).values_list(*both).get()


def _place(view, field, application):
    """What the list is ordered by, of the application; nothing where the list does not have it."""
    if field == "average":
        return view.get_base_queryset().filter(pk=application.pk).values_list(field, flat=True).first()
    value = application
    for name in field.split("__"):
        value = getattr(value, name)
    return value


def _beyond(field, value, pk, down, back=False):
    """What stands on one side of a place. What is not known stands last, whichever way the list runs."""
    step = "lt" if down else "gt"
    alike = Q(**{field: value}) if value is not None else Q(**{f"{field}__isnull": True})
    found = alike & Q(**{f"pk__{step}": pk})
    if value is not None:
        found |= Q(**{f"{field}__{step}": value})
    if field in MAY_BE_UNKNOWN and back == (value is None):
        found |= Q(**{f"{field}__isnull": not back})
    # Said once more, so that a database begins at this place of its index.
    return found & Q(**{f"{field}__{step}e": value}) if field not in MAY_BE_UNKNOWN else found


def _turned(field, down):
    if field in MAY_BE_UNKNOWN:
        key = F(field).asc(nulls_first=True) if down else F(field).desc(nulls_first=True)
    else:
        key = field if down else f"-{field}"
    return (key, "id" if down else "-id")
