from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST, LAST = 1900, 2199
"""Years that somebody can mean. At the ends of what a computer can count, calendars and clocks break for everybody."""


class Dated(models.Model):
    """A row whose typed dates have a year that can be meant."""

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        dates = [
            field for field in self._meta.concrete_fields if isinstance(field, models.DateField) and field.editable
        ]
        wrong = [
            field.name for field in dates if (day := getattr(self, field.attname)) and not FIRST <= day.year <= LAST
        ]
        if wrong:
            told = _("Choose a day from %(first)d to %(last)d.")
            raise ValidationError(
                {name: ValidationError(told, params={"first": FIRST, "last": LAST}) for name in wrong}
            )
