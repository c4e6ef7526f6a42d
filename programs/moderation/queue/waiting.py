"""How long applicants have waited, against the day on which their program promised them an answer."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import CharField, Count, Exists, F, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import ngettext, pgettext

from programs.letters.states import undelivered
from programs.models import Application, Call, Decision, Letter
from programs.offer import dates

Status = Application.Status


def with_silence(applications):
    """Marks as `silent` each application with a decision that the applicant was not told."""
    return applications.annotate(silent=Exists(Decision.objects.undisclosed().filter(application=OuterRef("pk"))))


APART = Q(status=Status.RECEIVED, proven_at__isnull=True)
"""Nobody has opened a letter's link yet: they take no place, and are listed when somebody asks for them."""

AFTER_SOFT_DEADLINE = Q(submitted_at__gt=F("call__preferred_by"))


def is_late(application):
    """Whether it came after the call's soft deadline: those before it are read first."""
    soft = application.call.preferred_by
    return bool(soft and application.submitted_at > soft)


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
    """Three queries, however many applications: received ones are counted by call, silent decisions by theirs, each from a
    small index of its own, and then the promises of these calls are asked."""
    total = Summary()
    received = applications.filter(status=Status.RECEIVED).order_by().values_list("call")
    counted = received.annotate(
        waiting=Count("call", filter=Q(proven_at__isnull=False)),
        apart=Count("call", filter=Q(proven_at__isnull=True)),
        suspects=Count("call", filter=~Q(suspected="")),
    )
    unheard = {}
    for call, waiting, apart, suspects in counted:
        total.waiting += waiting
        total.apart += apart
        total.suspected += suspects
        unheard[call] = waiting
    silent = Decision.objects.undisclosed().filter(application__in=applications.order_by().values("pk"))
    silent = silent.order_by().values_list("application__call")
    decided = silent.annotate(all=Count("pk"), others=Count("pk", filter=~Q(application__status=Status.RECEIVED)))
    for call, all_of_them, others in decided:
        total.silent += all_of_them
        unheard[call] = unheard.get(call, 0) + others
    promises = Call.objects.filter(pk__in=[call for call, number in unheard.items() if number]).order_by()
    for call, promised, time_zone in promises.values_list("pk", "round__decisions_by", "round__program__time_zone"):
        if days_overdue(promised, time_zone, now):
            total.overdue += unheard[call]
        elif promised:
            total.next_promised = min(promised, total.next_promised or promised)
    return total
