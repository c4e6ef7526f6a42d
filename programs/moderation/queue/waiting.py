"""How long applicants have waited, against the day on which their program promised them an answer."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import ngettext, pgettext

from programs.models import Application, Decision
from programs.offer import dates

Status = Application.Status

UNHEARD = Q(status=Status.RECEIVED) | Q(silent=True)
"""Applicants who have no answer: nobody decided, or the decision is not announced. Needs with_silence()."""


def with_silence(applications):
    """Marks as `silent` each application with a decision that the applicant was not told."""
    return applications.annotate(silent=Exists(Decision.objects.undisclosed().filter(application=OuterRef("pk"))))


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
            waiting=Count("pk", filter=Q(status=Status.RECEIVED)),
            silent_ones=Count("pk", filter=Q(silent=True)),
            all=Count("pk"),
        )
    )
    for promised, time_zone, waiting, silent, unheard in promises:
        total.waiting += waiting
        total.silent += silent
        if days_overdue(promised, time_zone, now):
            total.overdue += unheard
        elif promised:
            total.next_promised = min(promised, total.next_promised or promised)
    return total
