from datetime import date, datetime, timedelta

from django.db import models
from django.utils import timezone

from portal.texts.words import Worded

KEPT = timedelta(days=365)
"""So long calendars still tell of a date that is over or cancelled; who has not asked by then has stopped following."""


class CancelledDateQuerySet(models.QuerySet):
    def forgotten(self):
        return self.filter(at__lt=timezone.now() - KEPT)


class CancelledDate(Worded, models.Model):
    """A date that stood in the program's calendar and was deleted. A calendar that only leaves it out would keep showing it
    to those who follow it."""

    program = models.ForeignKey("Program", on_delete=models.CASCADE, related_name="cancelled_dates")
    key = models.CharField(max_length=60)
    summary = models.CharField(max_length=500)
    summary_es = models.CharField(max_length=500, blank=True)
    starts = models.CharField(max_length=40)
    ends = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = CancelledDateQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["program", "key"], name="one_cancelled_date_of_a_key")]

    def __str__(self):
        return f"{self.key} of {self.program_id}"

    @property
    def first(self):
        """Its day, or its moment where it had a time."""
        return day_or_moment(self.starts)

    @property
    def last(self):
        return day_or_moment(self.ends) if self.ends else None


def day_or_moment(text):
    """Back from isoformat()."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
