"""Every state of an application, every verb between states, and what a decision leaves behind."""

from functools import partial

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from programs.models import Application, Decision

from . import steps
from .steps import Refused, Table, Transition

Status = Application.Status

TRANSITIONS = {
    "accept": Transition(frozenset({Status.RECEIVED, Status.WAITLISTED}), Status.ACCEPTED, _("Accept"), _("accepted")),
    "waitlist": Transition(frozenset({Status.RECEIVED}), Status.WAITLISTED, _("Waitlist"), _("waitlisted")),
    "decline": Transition(
        frozenset({Status.RECEIVED, Status.WAITLISTED}), Status.DECLINED, _("Decline"), _("declined")
    ),
    "reopen": Transition(
        frozenset({Status.ACCEPTED, Status.WAITLISTED, Status.DECLINED}), Status.RECEIVED, _("Reopen"), _("reopened")
    ),
    # From declined too: an applicant who was not told yet must not learn it from a refusal.
    "withdraw": Transition(
        frozenset(set(Status) - {Status.WITHDRAWN}), Status.WITHDRAWN, _("Withdraw"), _("withdrawn"), letter="withdrawn"
    ),
    "junk": Transition(frozenset({Status.RECEIVED}), Status.JUNK, _("Junk"), _("marked as junk")),
    # From received too: a person looked at what was held there.
    "not-junk": Transition(
        frozenset({Status.JUNK, Status.RECEIVED}), Status.RECEIVED, _("Not junk"), _("taken for an honest application")
    ),
}
"""The whole table. Decisions, bulk actions, labels, log entries and tests are made from it."""

STANDS = {
    Status.RECEIVED: pgettext_lazy("how an application stands", "received"),
    Status.WAITLISTED: pgettext_lazy("how an application stands", "waitlisted"),
    Status.ACCEPTED: pgettext_lazy("how an application stands", "accepted"),
    Status.DECLINED: pgettext_lazy("how an application stands", "declined"),
    Status.WITHDRAWN: pgettext_lazy("how an application stands", "withdrawn"),
    Status.JUNK: pgettext_lazy("how an application stands", "marked as junk"),
}
"""Each state inside a sentence, after “the application is”."""


def last_decider(application):
    """Who decided last; nobody where the applicant withdrew since."""
    last = application.decisions.select_related("by").last()
    if application.status == Status.WITHDRAWN or last is None:
        return None
    return str(last.by or gettext("somebody"))


TABLE = Table(TRANSITIONS, STANDS, decider=last_decider)
verbs_from, overtaken = TABLE.verbs_from, TABLE.overtaken


def advance(application, verb, *, by, seen, reason=""):
    """Take a verb on an application that the person saw in state `seen`; see steps.advance.

    A decision verb leaves a Decision, silent until announced, which keeps its reason itself.
    """
    told = {} if verb in Decision.Verb.values else {"reason": reason}
    take = partial(_take, application, verb, by, reason)
    try:
        return steps.advance(application, verb, TABLE, by=by, seen=seen, taken=take, **told)
    except IntegrityError:  # of an address and a call one application stands
        application.refresh_from_db()
        raise Refused(replaced(application)) from None


def replaced(application):
    told = gettext("%(reference)s stays junk: the same address has sent another application for this role since.")
    return told % {"reference": application}


def _take(application, verb, by, reason):
    if verb in MARKS:
        _mark(application, **MARKS[verb]())
    if verb != "not-junk":
        _decide(application, verb, by, reason)


MARKS = {
    "junk": lambda: {"junked_at": timezone.now()},
    "not-junk": lambda: {"junked_at": None, "suspected": "", "network": ""},
}
"""What a verb writes beside the state. Cleared of suspicion, an application is not counted with its network any more, and
the letter it lacks is written by the next tick."""


def _mark(application, **fields):
    type(application).objects.filter(pk=application.pk).update(**fields)
    for name, value in fields.items():
        setattr(application, name, value)


def _decide(application, verb, by, reason):
    """Drop a decision that was not announced yet, and write the new one down.

    One that leads back to what the applicant already knows (a silent acceptance undone) leaves nothing to tell.
    """
    now = timezone.now()
    application.decisions.undisclosed().update(dropped_at=now)
    if verb in Decision.Verb.values:
        decision = Decision(application=application, verb=verb, reason=reason, by=by, at=now)
        if decision.disclosed_status == application.disclosed_status:
            decision.dropped_at = now
        decision.save()
