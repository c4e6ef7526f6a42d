"""Letters that were held back when an application came: written later, so that a flood causes few and nobody waits in vain.

What came without any suspicion gets its letter within minutes; the rest of a network that sends many a few an hour; what
only machines send none, until a person has looked ("Not junk") or its owner asks for a link on the page "My application".
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone

from portal.site.slowing import allowed, mailbox, used_up
from programs.letters.applicants import write_received
from programs.letters.writing import write
from programs.models import Application, Letter
from programs.models.applying.application import STRONG

from .judging import UNPROVEN

A_WHILE = timedelta(minutes=1)
"""After which one knows whether it was the beginning of a flood."""

SOON, LATER = 25, 4
"""Letters an hour to one network: as long as it sends no more than people do, and when it does."""

A_ROUND = 25
"""Letters that one tick writes for one network at most."""

REMIND_AFTER, REMIND_UNTIL = timedelta(hours=20), timedelta(days=14)
REMINDERS = 6
"""Reminders an hour to one network."""


def owed():
    """Received and unproven, with no letter yet and nothing that a person has to look at first."""
    strong = Q()
    for word in STRONG:
        strong |= Q(suspected__contains=word)
    return Application.objects.unproven().filter(~Exists(letters_of_row("received"))).exclude(strong)


def letters_of_row(kind):
    """Letters of this kind about the application of the outer query."""
    about = Concat(Value("application:"), OuterRef("reference"), output_field=CharField())
    return Letter.objects.filter(correspondent=OuterRef("correspondent"), kind=kind, about=about)


def write_owed(*, now=None):
    """Run by `tick`; how many were written."""
    late = owed().filter(submitted_at__lte=(now or timezone.now()) - A_WHILE).order_by()
    return sum(_write_to(late, network) for network in late.values_list("network", flat=True).distinct())


def _write_to(late, network):
    """Those without a suspicion first, then in the order they came."""
    rows = late.filter(network=network).with_program().order_by("suspected", "submitted_at", "pk")[:A_ROUND]
    return sum(_write_one(row) for row in rows if may_be_written(row))


def may_be_written(row):
    if not row.network:  # a person cleared it
        return True
    if not row.suspected and not used_up("unproven", row.network, most=UNPROVEN):
        return allowed("letters soon", row.network, most=SOON)
    return allowed("letters later", row.network, most=LATER)


def _write_one(row):
    """Under a lock on the row, so that of two ticks one writes."""
    with transaction.atomic():
        locked = Application.objects.select_for_update(skip_locked=True).filter(pk=row.pk)
        return bool(list(locked) and owed().filter(pk=row.pk).exists() and write_received(row))


def to_remind(now):
    """Their letter went out yesterday and nobody has opened its link; nobody is reminded twice."""
    sent = letters_of_row("received").filter(sent_at__lte=now - REMIND_AFTER, sent_at__gt=now - REMIND_UNTIL)
    rows = Application.objects.unproven().filter(Exists(sent), ~Exists(letters_of_row("prove")))
    return rows.filter(suspected="").with_program().order_by("submitted_at", "pk")


def remind_unproven(*, now=None):
    """One letter to who has not opened the link. Run by `tick`; how many were written."""
    return sum(_remind(row) for row in to_remind(now or timezone.now())[:200])


def _remind(row):
    if row.network and not allowed("reminders to prove", row.network, most=REMINDERS):
        return False
    if not allowed("reminder to prove", mailbox(row.email), most=1):
        return False
    with transaction.atomic():
        locked = Application.objects.select_for_update(skip_locked=True).filter(pk=row.pk)
        without = Application.objects.unproven().filter(~Exists(letters_of_row("prove")), pk=row.pk)
        return bool(list(locked) and without.exists() and write("prove", row))
