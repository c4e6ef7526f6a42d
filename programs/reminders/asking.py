"""Asking for a reminder, confirming it, and leaving: who is on a program's list, and who is not any more."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from programs.letters.writing import write
from programs.models import Letter, Reminder
from programs.people.correspondents import correspondent_for

DAYS_TO_CONFIRM = 7
"""What nobody confirms for so long is forgotten."""


def ask(program, email, language):
    """Write to the address for its owner's consent. Nothing happens where it was given, or where the address has had
    its three letters today; whoever asked is told the same."""
    with transaction.atomic():
        person = correspondent_for(program, email, language=language)
        reminder, _ = Reminder.objects.get_or_create(correspondent=person, defaults={"asked_at": timezone.now()})
        if reminder.told_at:
            _begin_again(reminder)
        if reminder.confirmed_at:
            return
        if write("confirm", reminder, days=DAYS_TO_CONFIRM):
            reminder.asked_at = timezone.now()
            reminder.save()


def _begin_again(reminder):
    """Told, not forgotten yet, and the program is not open any more: what was to be told is out of date."""
    reminder.letters.waiting().filter(kind="opened").delete()
    reminder.confirmed_at = reminder.told_at = None


def confirm(reminder):
    """Once is enough: a second click changes nothing."""
    Reminder.objects.filter(pk=reminder.pk, confirmed_at=None).update(confirmed_at=timezone.now())


def waiting():
    """Confirmed and not told yet."""
    return Reminder.objects.confirmed().filter(told_at=None)


def not_told_after_all():
    """Their letter was held back, for the program had closed again when it was to be sent."""
    of_this = {"correspondent": OuterRef("correspondent"), "held_at__gte": OuterRef("told_at")}
    return Reminder.objects.filter(Exists(Letter.objects.filter(kind="opened", **of_this)))


def waiting_count(program):
    """All that staff see of the list: how many wait. The addresses are nobody's to read."""
    return waiting().filter(correspondent__program=program).count()
