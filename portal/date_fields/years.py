from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST, LAST = 1900, 2199
"""Years that somebody can mean. At the ends of what a computer can count, calendars and clocks break for everybody."""


def out_of_range(year):
    """What to tell whoever typed the year; None where it can be meant."""
    if FIRST <= year <= LAST:
        return None
    return ValidationError(_("Choose a day from %(first)d to %(last)d."), params={"first": FIRST, "last": LAST})


class Dated(models.Model):
    """A row whose typed dates have a year that can be meant."""

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        dates = [
            field for field in self._meta.concrete_fields if isinstance(field, models.DateField) and field.editable
        ]
        typed = {field.name: getattr(self, field.attname) for field in dates}
        wrong = {name: out_of_range(day.year) for name, day in typed.items() if day}
        if any(wrong.values()):
            raise ValidationError({name: told for name, told in wrong.items() if told})
