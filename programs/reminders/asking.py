"""Asking for a reminder, confirming it, and leaving: who is on a program's list, and who is not any more."""

from django.db import transaction
from django.utils import timezone

from programs.applying.intake import address_key
from programs.letters.writing import write
from programs.models import Letter, Reminder

DAYS_TO_CONFIRM = 7
"""What nobody confirms for so long is forgotten."""


def ask(program, email, language):
    """Write to the address for its owner's consent. Nothing happens where it was given, or where the address has had
    its three letters today; whoever asked is told the same."""
    with transaction.atomic():
        reminder, _ = Reminder.objects.select_for_update().get_or_create(
            program=program,
            email_key=address_key(email),
            defaults={"email": email, "language": language, "asked_at": timezone.now()},
        )
        if reminder.told_at:
            _begin_again(reminder)
        if reminder.confirmed_at:
            return
        reminder.language = language
        if write(Letter.Kind.CONFIRM, reminder, days=DAYS_TO_CONFIRM):
            reminder.asked_at = timezone.now()
            reminder.save()


def _begin_again(reminder):
    """Told, not forgotten yet, and the program is not open any more: what was to be told is out of date."""
    reminder.letters.waiting().filter(kind=Letter.Kind.OPENED).delete()
    reminder.confirmed_at = reminder.told_at = None


def confirm(reminder):
    """Once is enough: a second click changes nothing."""
    Reminder.objects.filter(pk=reminder.pk, confirmed_at=None).update(confirmed_at=timezone.now())


def waiting():
    """Confirmed and not told yet."""
    return Reminder.objects.confirmed().filter(told_at=None)


def waiting_count(program):
    """All that staff see of the list: how many wait. The addresses are nobody's to read."""
    return waiting().filter(program=program).count()
