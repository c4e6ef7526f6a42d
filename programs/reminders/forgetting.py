"""Forgetting: who left, who was told, and whoever never confirmed."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from programs.models import Letter, Reminder
from programs.people.erasing import erase

from .asking import DAYS_TO_CONFIRM, not_told_after_all

BATCH = 500


def forget_reminders(now=None):
    """Those that are done with; called every hour. A letter that a sender has in hand keeps its reminder a while.

    Whose letter was held back was told nothing and waits again.
    """
    not_told_after_all().update(told_at=None)
    for done in (told(), never_confirmed(now or timezone.now())):
        while erase(done, most=BATCH, wait=False):
            pass


def told():
    """Their letter was sent, or could not be for days."""
    done = Reminder.objects.filter(~Exists(_letters().waiting()), told_at__isnull=False)
    return done.exclude(pk__in=not_told_after_all())


def never_confirmed(now):
    in_hand = _letters().waiting().filter(leased_until__gt=now)
    too_long_ago = now - timedelta(days=DAYS_TO_CONFIRM)
    return Reminder.objects.filter(~Exists(in_hand), confirmed_at=None, asked_at__lte=too_long_ago)


def _letters():
    return Letter.objects.filter(correspondent=OuterRef("correspondent"), about=Reminder.about)
