"""How a reference stands: its states and verbs, and until when it is waited for."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from programs.lifecycle.steps import Table, Transition, advance
from programs.models import Application, Referee
from programs.offer import dates
from programs.offer.windows import last_day

Status = Referee.Status

AFTER_CLOSING = timedelta(days=14)
"""So long a reference may come after its call has closed, where no day is promised for decisions."""
AT_LEAST = timedelta(days=14)
"""So long it may come after its application, however late that was sent."""

TABLE = Table(
    {
        "ask": Transition(
            frozenset({Status.NAMED}), Status.ASKED, _("Ask for a reference"), _("asked for a reference")
        ),
        "answer": Transition(
            frozenset({Status.ASKED, Status.DECLINED}), Status.ANSWERED, _("Give a reference"), _("answered")
        ),
        "change": Transition(frozenset({Status.ANSWERED}), Status.ANSWERED, _("Change a reference"), _("changed")),
        "decline": Transition(frozenset({Status.ASKED}), Status.DECLINED, _("Give no reference"), _("declined")),
    },
    {
        Status.NAMED: pgettext_lazy("how a reference stands", "not asked for yet"),
        Status.ASKED: pgettext_lazy("how a reference stands", "asked for"),
        Status.ANSWERED: pgettext_lazy("how a reference stands", "here"),
        Status.DECLINED: pgettext_lazy("how a reference stands", "declined"),
    },
    app="references",
)


def ends_at(application):
    """The instant from which no reference is taken any more; None where nobody knows when the call or its deciding ends.

    The day on which decisions are promised is the last one; without it, 14 days after closing. Whoever applies late leaves
    whom they named 14 days.
    """
    call, round = application.call, application.call.round
    if round.decisions_by:
        zone = ZoneInfo(round.program.time_zone)
        known = datetime.combine(round.decisions_by + timedelta(days=1), time(), zone)
    elif call.ends_at:
        known = call.ends_at + AFTER_CLOSING
    else:
        return None
    return max(known, application.submitted_at + AT_LEAST)


def last_day_in_words(application):
    """Friday, January 29, 2027; nothing where there is no end."""
    end = ends_at(application)
    return end and dates.weekday_and_day(last_day(end, application.program.time_zone))


def takes_references(application, now=None):
    """Whether a reference for it may come, or be changed. Hangs on what was announced, never on a silent decision."""
    now, call = now or timezone.now(), application.call
    end = ends_at(application)
    if not has_form(call) or call.round.called_off or (end and now >= end):
        return False
    return application.disclosed_status == Application.Status.RECEIVED


def has_form(call):
    return bool(call.reference_form and call.reference_form.live and not call.url)


def is_waited_for(row, now=None):
    """Whether a letter may still ask for it: nobody is asked for what is decided, silently or not."""
    waits = row.status in {Status.NAMED, Status.ASKED} and row.replaced_at is None
    undecided = row.application.status == Application.Status.RECEIVED
    return waits and undecided and not row.application.held and takes_references(row.application, now)


def perhaps_waited_for(rows, now):
    """Of these rows all but those whose time is surely over, so that nobody looks at those of old rounds again and again."""
    call = "application__call"
    no_day = Q(**{f"{call}__round__decisions_by": None})
    not_over = (
        Q(application__submitted_at__gt=now - AT_LEAST)
        | Q(**{f"{call}__round__decisions_by__gte": (now - timedelta(days=1)).date()})
        | (no_day & (Q(**{f"{call}__closes": None}) | Q(**{f"{call}__closes__gt": now - AFTER_CLOSING})))
    )
    undecided = {"application__status": Application.Status.RECEIVED, f"{call}__reference_form__live": True}
    return rows.current().filter(not_over, **undecided)


def take(row, verb, **noted):
    """Take a verb on a row that is locked, and note what belongs to it."""

    def note():
        Referee.objects.filter(pk=row.pk).update(**noted)
        for name, value in noted.items():
            setattr(row, name, value)

    return advance(row, verb, TABLE, by=None, seen=row.status, taken=note)


def locked(rows, **waiting):
    """The one row among these, locked and read with all that its rules ask; None where it is not there."""
    return rows.current().with_program().select_for_update(of=("self",), **waiting).first()
