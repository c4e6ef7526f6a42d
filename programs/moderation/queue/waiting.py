"""How long applicants have waited, against the day on which their program promised them an answer."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import CharField, Count, Exists, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import ngettext, pgettext

from programs.letters.states import undelivered
from programs.models import Application, Decision, Letter
from programs.offer import dates

Status = Application.Status

UNHEARD = Q(status=Status.RECEIVED) | Q(silent=True)
"""Applicants who have no answer: nobody decided, or the decision is not announced. Needs with_silence()."""


def with_silence(applications):
    """Marks as `silent` each application with a decision that the applicant was not told."""
    return applications.annotate(silent=Exists(Decision.objects.undisclosed().filter(application=OuterRef("pk"))))


APART = Q(status=Status.RECEIVED, proven_at__isnull=True)
"""Nobody has opened a letter's link yet: they take no place, and are listed when somebody asks for them."""


def with_marks(applications):
    """Marks as `undelivered` each application one of whose letters could not be delivered, and was not sent again."""
    about = Concat(Value("application:"), OuterRef("reference"), output_field=CharField())
    letters = undelivered(Letter.objects.filter(correspondent=OuterRef("correspondent"), about=about))
    return applications.annotate(undelivered=Exists(letters))


def days_waiting(application, now=None):
    """Whole days since it came, by the program's calendar; None once it is decided or withdrawn."""
    if application.status != Status.RECEIVED:
        return None
    zone = ZoneInfo(application.program.time_zone)
    return ((now or timezone.now()).astimezone(zone).date() - application.submitted_at.astimezone(zone).date()).days


def days_overdue(promised, time_zone, now=None):
    """Days past the promised date; 0 on that day, before it and where none was promised."""
    today = (now or timezone.now()).astimezone(ZoneInfo(time_zone)).date()
    return max((today - promised).days, 0) if promised else 0


def waiting_words(application):
    """3 days"""
    days = days_waiting(application)
    return "" if days is None else ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


def overdue_words(application):
    """Overdue by 3 days, for an applicant who has no answer. Needs with_silence()."""
    round = application.call.round
    days = days_overdue(round.decisions_by, round.program.time_zone)
    if not days or not (application.status == Status.RECEIVED or application.silent):
        return ""
    return ngettext("Overdue by %(days)d day", "Overdue by %(days)d days", days) % {"days": days}


def promised_words(application):
    promised = application.call.round.decisions_by
    return dates.day(promised) if promised else pgettext("promised date", "None")


@dataclass
class Summary:
    """What waits among some applications."""

    waiting: int = 0
    apart: int = 0
    suspected: int = 0
    silent: int = 0
    overdue: int = 0
    next_promised: object = None


def summary(applications, now=None):
    """One query, however many applications: they are counted by promised date."""
    total = Summary()
    promises = (
        with_silence(applications)
        .filter(UNHEARD)
        .order_by()
        .values_list("call__round__decisions_by", "call__round__program__time_zone")
        .annotate(
            waiting=Count("pk", filter=Q(status=Status.RECEIVED) & ~APART),
            apart=Count("pk", filter=APART),
            suspects=Count("pk", filter=Q(status=Status.RECEIVED) & ~Q(suspected="")),
            silent_ones=Count("pk", filter=Q(silent=True)),
            all=Count("pk", filter=~APART),
        )
    )
    for promised, time_zone, waiting, apart, suspects, silent, unheard in promises:
        total.waiting += waiting
        total.apart += apart
        total.suspected += suspects
        total.silent += silent
        if not unheard:
            continue
        if days_overdue(promised, time_zone, now):
            total.overdue += unheard
        elif promised:
            total.next_promised = min(promised, total.next_promised or promised)
    return total
