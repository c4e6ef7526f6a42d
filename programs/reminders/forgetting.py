"""Forgetting: who left, who was told, and whoever never confirmed."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from programs.models import Letter, Reminder

from .asking import DAYS_TO_CONFIRM

BATCH = 500


def forget_reminders(now=None):
    """Those that are done with; called every hour. A letter that a sender has in hand keeps its reminder a while."""
    for done in (told(), never_confirmed(now or timezone.now())):
        while forget(done[:BATCH]):
            pass


def told():
    """Their letter was sent, or could not be for days."""
    return Reminder.objects.filter(~Exists(_letters().waiting()), told_at__isnull=False)


def never_confirmed(now):
    in_hand = _letters().waiting().filter(leased_until__gt=now)
    too_long_ago = now - timedelta(days=DAYS_TO_CONFIRM)
    return Reminder.objects.filter(~Exists(in_hand), confirmed_at=None, asked_at__lte=too_long_ago)


def _letters():
    return Letter.objects.filter(reminder=OuterRef("pk"))


def forget(reminders):
    """Delete these with their letters and links; how many there were.

    Under a lock, so that no sender mints a link for a reminder that goes.
    """
    with transaction.atomic():
        keys = list(reminders.select_for_update().values_list("pk", flat=True))
        Reminder.objects.filter(pk__in=keys).delete()
    return len(keys)
