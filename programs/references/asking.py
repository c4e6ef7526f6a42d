"""Asking for references and reminding, by letter, run by `tick`. Applicants can name anybody: so nobody is written to before
the applicant's address is proven, and nobody more than a few times, whoever names them and however often.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from portal.site.slowing import DAY, allowed, mailbox, used_up
from programs.letters.writing import write
from programs.models import Referee

from .standing import Status, ends_at, is_waited_for, locked, perhaps_waited_for, take

TO_ONE = 5
"""Letters a day to one mailbox, of all that this room writes, whatever stands after a + in its address."""
ASKED, MONTH = 20, timedelta(days=30)
"""So often somebody is asked in so long: what is more waits, and comes too late if need be."""
A_ROUND = 100
"""Letters of each kind in one tick."""
FIRST_AFTER, LAST_BEFORE = timedelta(days=7), timedelta(days=3)
"""The two reminders: so long after the letter, and so long before the end."""
APART = timedelta(days=2)
"""No letter about one reference follows another one sooner by itself."""
REMINDERS = 2
AGAIN = 1
"""So often a day an applicant may have the letter sent once more."""


def ask_referees(now=None):
    """Write to whoever was named by somebody with a proven address; how many letters that were. Whose mailbox has had its
    share is asked another day."""
    now = now or timezone.now()
    named = Referee.objects.filter(status=Status.NAMED, application__proven_at__isnull=False)
    return _each(perhaps_waited_for(named, now), ask, now)


def remind_referees(now=None):
    """Write to whoever was asked and has not answered, twice at most; how many letters that were."""
    now = now or timezone.now()
    asked = Referee.objects.filter(status=Status.ASKED, reminders__lt=REMINDERS, asked_at__lte=now - APART)
    return _each(perhaps_waited_for(asked, now), remind, now)


def _each(rows, act, now):
    """Under a lock on each, so that of two ticks one writes. Whoever may get no letter now keeps nobody waiting."""
    written, full = 0, set()
    for pk, email in rows.order_by("pk").values_list("pk", "correspondent__email"):
        box = mailbox(email)
        if box in full or had_enough(box):
            full.add(box)
            continue
        with transaction.atomic():
            row = locked(Referee.objects.filter(pk=pk), skip_locked=True)
            written += bool(row and act(row, now))
        if written == A_ROUND:
            break
    return written


def had_enough(box):
    return used_up("letters to a referee", box, most=TO_ONE)


def ask(row, now):
    """Whether the letter was written. Needs a lock on the row."""
    proven = row.application.proven_at is not None
    if row.status != Status.NAMED or not proven or not is_waited_for(row, now):
        return False
    if not allowed("asked as a referee", mailbox(row.email), most=ASKED, per=MONTH) or not _write("referee", row):
        return False
    take(row, "ask", asked_at=now)
    return True


def remind(row, now):
    """The same for a reminder that is due."""
    if row.status != Status.ASKED or not is_due(row, now) or not is_waited_for(row, now):
        return False
    if not _write("referee_reminder", row):
        return False
    Referee.objects.filter(pk=row.pk).update(reminders=row.reminders + 1, reminded_at=now)
    return True


def is_due(row, now):
    """One reminder a week after the letter; one in the last three days."""
    end, last = ends_at(row.application), row.reminded_at or row.asked_at
    if row.reminders >= REMINDERS or now - last < APART:
        return False
    if end and now >= end - LAST_BEFORE:
        return last < end - LAST_BEFORE
    return row.reminders == 0 and now - row.asked_at >= FIRST_AFTER


def ask_again(row, now=None):
    """The letter once more, because the applicant wishes it; whether it was written."""
    now = now or timezone.now()
    with transaction.atomic():
        row = locked(Referee.objects.filter(pk=row.pk))
        if row is None or row.status != Status.ASKED or not is_waited_for(row, now):
            return False
        if not allowed(f"referee {row.pk} once more", "", most=AGAIN, per=DAY) or not _write("referee", row):
            return False
        Referee.objects.filter(pk=row.pk).update(reminded_at=now)
    return True


def _write(kind, row):
    return allowed("letters to a referee", mailbox(row.email), most=TO_ONE, per=DAY) and write(kind, row)
