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
    "accept": Transition(
        frozenset({Status.RECEIVED, Status.WAITLISTED}),
        Status.ACCEPTED,
        _("Accept"),
        _("accepted"),
        silent=frozenset({Status.DECLINED}),
    ),
    "waitlist": Transition(
        frozenset({Status.RECEIVED}),
        Status.WAITLISTED,
        _("Waitlist"),
        _("waitlisted"),
        silent=frozenset({Status.ACCEPTED, Status.DECLINED}),
    ),
    "decline": Transition(
        frozenset({Status.RECEIVED, Status.WAITLISTED}),
        Status.DECLINED,
        _("Decline"),
        _("declined"),
        silent=frozenset({Status.ACCEPTED}),
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
    take = partial(_take, application, verb, by=by, seen=seen, reason=reason)
    try:
        return steps.advance(application, verb, TABLE, by=by, seen=seen, taken=take, **told)
    except IntegrityError:  # of an address and a call one application stands
        application.refresh_from_db()
        raise Refused(replaced(application)) from None


def silent_among(keys):
    """The keys of those with a decision that the applicant was not told."""
    return set(Decision.objects.undisclosed().filter(application__in=keys).values_list("application", flat=True))


def is_silent(application):
    return application.decisions.undisclosed().exists()


def told_statuses(keys):
    """{key: the state that the applicant was told}, of those that have not withdrawn; one query."""
    told = dict.fromkeys(keys, Status.RECEIVED)
    announced = Decision.objects.filter(application__in=keys, announced_at__isnull=False)
    told |= {
        decision.application_id: decision.disclosed_status for decision in announced.order_by("announced_at", "id")
    }
    return told


def replaced(application):
    told = gettext("%(reference)s stays junk: the same address has sent another application for this role since.")
    return told % {"reference": application}


def is_told(application, state):
    told = gettext("The applicant of %(reference)s was told that it is %(state)s. Reopen it first.")
    return told % {"reference": application, "state": STANDS[state]}


def _take(application, verb, *, by, seen, reason):
    if seen not in TRANSITIONS[verb].sources and not is_silent(application):
        raise Refused(is_told(application, seen))
    if written := written_by(verb):
        type(application).objects.filter(pk=application.pk).update(**written)
        for name, value in written.items():
            setattr(application, name, value)
    if verb != "not-junk":
        decide_all([application], verb, by=by, reason=reason)


def written_by(verb):
    """What a verb writes beside the state: {field: value}. Cleared of suspicion, an application is not counted with its network
    any more, and the letter it lacks is written by the next tick."""
    return {
        "junk": {"junked_at": timezone.now()},
        "not-junk": {"junked_at": None, "suspected": "", "network": ""},
    }.get(verb, {})


def decide_all(applications, verb, *, by, reason):
    """Drop decisions that were not announced yet, and write the new ones down.

    One that leads back to what the applicant already knows (a silent acceptance undone) leaves nothing to tell.
    """
    now = timezone.now()
    keys = [application.pk for application in applications]
    Decision.objects.undisclosed().filter(application__in=keys).update(dropped_at=now)
    if verb not in Decision.Verb.values:
        return
    known = told_statuses(keys)
    same = {"verb": verb, "reason": reason, "by": by, "at": now}
    made = [Decision(application=application, **same) for application in applications]
    for decision in made:
        if decision.disclosed_status == known[decision.application_id]:
            decision.dropped_at = now
    Decision.objects.bulk_create(made)
