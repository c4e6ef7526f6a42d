"""Every state of an application, every verb between states, and the one door: advance()."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from .models import Application, Decision

Status = Application.Status


@dataclass(frozen=True)
class Transition:
    """A verb: from which states it may be taken, where it leads, and how it reads."""

    sources: frozenset
    target: Status
    label: str
    done: str


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
        frozenset(set(Status) - {Status.WITHDRAWN}), Status.WITHDRAWN, _("Withdraw"), _("withdrawn")
    ),
}
"""The whole table. Decisions, bulk actions, labels, log entries and tests are made from it."""

STANDS = {
    Status.RECEIVED: pgettext_lazy("how an application stands", "received"),
    Status.WAITLISTED: pgettext_lazy("how an application stands", "waitlisted"),
    Status.ACCEPTED: pgettext_lazy("how an application stands", "accepted"),
    Status.DECLINED: pgettext_lazy("how an application stands", "declined"),
    Status.WITHDRAWN: pgettext_lazy("how an application stands", "withdrawn"),
}
"""Each state inside a sentence, after “the application is”."""


class Refused(Exception):
    """The verb cannot be taken now. Its text is for the person who tried."""


def verbs_from(status):
    """The verbs an application in this state allows."""
    return [verb for verb, transition in TRANSITIONS.items() if status in transition.sources]


def advance(application, verb, *, by, seen, reason=""):
    """Take a verb on an application that the person saw in state `seen`.

    One UPDATE whose WHERE holds that state, so that of two people deciding at once one is refused and told what the
    other did. A decision verb leaves a Decision, silent until announced. Raises Refused; then nothing has changed.
    `by` is a user, or None for the applicant.
    """
    transition = TRANSITIONS[verb]
    if seen not in transition.sources:
        raise Refused(_refusal(application, transition, seen))
    with transaction.atomic():
        if not Application.objects.filter(pk=application.pk, status=seen).update(status=transition.target):
            raise Refused(overtaken(application))
        application.status = transition.target
        _decide(application, verb, by, reason)
        told = {} if verb in Decision.Verb.values else {"reason": reason}  # a decision keeps its reason itself
        log(application, f"programs.{verb}", user=by, data={"from": seen, "to": transition.target} | told)
    return application


def _refusal(application, transition, seen):
    return gettext("%(reference)s is %(state)s and cannot be %(done)s.") % {
        "reference": application.reference,
        "state": STANDS[seen],
        "done": transition.done,
    }


def overtaken(application):
    """Who changed it since this person looked, and to what, in a sentence."""
    application.refresh_from_db()
    last = application.decisions.select_related("by").last()
    if application.status == Status.WITHDRAWN or last is None:
        told = gettext("%(reference)s is %(state)s by now. Look at it again before you decide.")
        who = ""
    else:
        told = gettext("%(reference)s is %(state)s by now: %(who)s decided. Look at it again before you decide.")
        who = str(last.by or gettext("somebody"))
    return told % {"reference": application.reference, "state": STANDS[application.status], "who": who}


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
