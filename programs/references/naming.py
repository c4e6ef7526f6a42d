"""Who is named: in an application, in a change of it, or later by its owner. Nothing is written here: see asking.py."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from portal.site.slowing import allowed, mailbox
from programs.access.shown_to import answers_of_type
from programs.models import Receipt, Referee
from programs.people.correspondents import address_key, correspondent_for
from programs.people.erasing import erase
from programs.people.secret_links import close_links

from .standing import Status, locked, takes_references

TYPE = "referee"
"""The type of question in which somebody is named, as a form's definition calls it."""
PEOPLE, MONTH = 5, timedelta(days=30)
"""So many people may be named for one application, beside those of its form, in so long."""


def settle(application, now=None):
    """Take over whom an application names that has just been stored, or changed. Only what the change changes counts: who was
    named meanwhile on the application's page stays."""
    kinds = [Receipt.Kind.FIRST, Receipt.Kind.CHANGE]
    receipts = application.receipts.filter(kind__in=kinds).select_related("version").order_by("-created_at", "-pk")[:2]
    named, *before = [answers_of_type(receipt, TYPE) for receipt in receipts]
    before = before[0] if before else {}
    for question in {**named, **before}:
        person = named.get(question)
        if not is_same(person, before.get(question)):
            name_person(application, question, person, now)


def is_same(one, other):
    return (one and address_key(one["email"])) == (other and address_key(other["email"]))


def name_person(application, question, person, now=None):
    """From now on this person, {"name", "email"}, is the one for this question; nobody, for None. Whether that is so: a
    reference that is here stays."""
    now = now or timezone.now()
    with transaction.atomic():
        row = locked(application.referees.filter(question=question))
        if row and row.status == Status.ANSWERED:
            return False
        if row and person and address_key(row.email) == address_key(person["email"]):
            Referee.objects.filter(pk=row.pk).update(name=person["name"])
            return True
        if row:
            replace(row, now)
        if person:
            _add(application, question, person, now)
    return True


def _add(application, question, person, now):
    program = application.call.round.program
    correspondent = correspondent_for(
        program, person["email"], language=application.language, name=person["name"], named_by_others=True
    )
    Referee.objects.create(
        application=application, correspondent=correspondent, question=question, name=person["name"], named_at=now
    )


def replace(row, now):
    """Of whom nobody has written to, nothing is kept. Others stay, for the committee to see who was asked; their link opens
    nothing any more, and they are written to no more."""
    if row.status == Status.NAMED:
        erase(Referee.objects.filter(pk=row.pk))
    else:
        Referee.objects.filter(pk=row.pk).update(replaced_at=now)
        row.letters.waiting().filter(leased_until=None).delete()
        close_links(row)


def name_another(row, person, now=None):
    """Somebody else in the place of this one, as long as a reference may come. Whether it was done."""
    application = row.application
    if not takes_references(application, now):
        return False
    if not allowed("people named for", application.pk, most=PEOPLE, per=MONTH):
        return False
    return name_person(application, row.question, person, now)


def refusal(row, email):
    """Why this address cannot be the referee's, as a word; nothing where it can."""
    box = mailbox(email)
    if box == mailbox(row.application.email):
        return "own"
    others = row.application.referees.current().exclude(pk=row.pk).values_list("correspondent__email", flat=True)
    return "twice" if box in map(mailbox, others) else ""
