"""Values of rows as people read them: the names of what is chosen, days with their weekday, moments on the row's clock.

A row may say how its moments read (`moment_in_words`), and a row inside another by which of its fields it is known
(`known_by`).
"""

from django.db import models
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from django.utils.formats import date_format, time_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext
from wagtail.fields import StreamField

from portal.texts.searchable import block_texts

from .values import children

NOTHING = "–"


class Words:
    """Reads values of one row, of any of its versions. `versions`: those that will be read, so that each kind of row
    that they name is asked for once."""

    def __init__(self, row, versions):
        self.row, self.inside = row, children(type(row))
        self.versions = [version for version in versions if version]
        self.names = {}

    def label(self, name, relation="", values=None):
        """Closes; or, of a row inside, Call “mentee”: closes."""
        field = self.field(name, relation)
        if not relation:
            return capfirst(str(field.verbose_name))
        return gettext("%(row)s: %(field)s") % {"row": self.title(relation, values or {}), "field": field.verbose_name}

    def title(self, relation, values):
        """Call “mentee”"""
        model = self.inside[relation][0]
        kind, known_by = capfirst(str(model._meta.verbose_name)), getattr(model, "known_by", "")
        name = self.value(known_by, values.get(known_by), relation, values) if known_by else ""
        return gettext("%(kind)s “%(name)s”") % {"kind": kind, "name": name} if name else kind

    def summary(self, relation, values):
        """All that a row inside says, but for what is empty."""
        told = {name: self.value(name, value, relation, values) for name, value in values.items()}
        said = gettext("%(field)s: %(value)s")
        known_by = getattr(self.inside[relation][0], "known_by", "")
        return "; ".join(
            said % {"field": capfirst(str(self.field(name, relation).verbose_name)), "value": words}
            for name, words in told.items()
            if name != known_by and values[name] not in (None, "", [], False)
        )

    def field(self, name, relation=""):
        return (self.inside[relation][0] if relation else type(self.row))._meta.get_field(name)

    def value(self, name, value, relation="", values=None):
        if value is None or value == "" or value == []:
            return NOTHING
        field = self.field(name, relation)
        if field.remote_field:
            return self._named(field, value)
        if isinstance(field, StreamField):
            return "; ".join(filter(None, block_texts(field.stream_block, value))) or NOTHING
        if isinstance(value, list):
            listed = getattr(field.model, "listed", {}).get(name, {})
            return ", ".join(str(listed.get(each, each)) for each in value)
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if isinstance(value, bool):
            return gettext("Yes") if value else gettext("No")
        return self._date(field, value, relation, values or {})

    def _date(self, field, value, relation, values):
        """What cannot be read is told as it was typed."""
        if isinstance(field, models.DateTimeField):
            at = parsed(parse_datetime, value)
            return self._moment(at, relation, values) if at else str(value)
        if isinstance(field, models.DateField):
            day = parsed(parse_date, value)
            return f"{capfirst(date_format(day, 'l'))}, {date_format(day)}" if day else str(value)
        if isinstance(field, models.TimeField):
            time = parsed(parse_time, value)
            return time_format(time) if time else str(value)
        return str(value)

    def _moment(self, at, relation, values):
        row = self._rebuilt(relation, values) if relation else self.row
        told = getattr(row, "moment_in_words", None)
        return told(at) if told else date_format(localtime(at), "DATETIME_FORMAT")

    def _rebuilt(self, relation, values):
        """The row inside as it was, as far as its clock depends on it."""
        model, link = self.inside[relation]
        scalars = {name: value for name, value in values.items() if isinstance(value, bool)}
        return model(**scalars | {link.name: self.row})

    def _named(self, field, value):
        keys = value if isinstance(value, list) else [value]
        model = field.remote_field.model
        if model not in self.names:
            self.names[model] = model._base_manager.in_bulk(self._keys_of(model))
        known = self.names[model]
        return ", ".join(str(known.get(key) or gettext("deleted since")) for key in keys)

    def _keys_of(self, model):
        """Every key of this model that any of the versions names."""
        found = set()
        for version in self.versions:
            for relation, rows in [
                ("", [version["fields"]]),
                *((name, version["rows"][name].values()) for name in version["rows"]),
            ]:
                for values in rows:
                    found.update(self._keys_in(model, relation, values))
        return found

    def _keys_in(self, model, relation, values):
        for name, value in values.items():
            remote = self.field(name, relation).remote_field
            if remote and remote.model is model and value:
                yield from (key for key in (value if isinstance(value, list) else [value]) if isinstance(key, int))


def parsed(read, value):
    try:
        return read(value)
    except (TypeError, ValueError):
        return None
