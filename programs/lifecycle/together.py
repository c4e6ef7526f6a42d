"""A verb on many applications at once, and what was decided silently undone."""

from functools import partial

from django.db import transaction

from programs.models import Application, Decision

from .applications import (
    TABLE,
    TRANSITIONS,
    advance,
    decide_all,
    is_told,
    overtaken,
    silent_among,
    told_statuses,
    written_by,
)
from .many import advance_many
from .steps import Refused

Status = Application.Status


def advance_all(seen, verb, *, by, reason=""):
    """Take a verb on every application of {key: state it was seen in}; returns those taken, and for each that was not a
    sentence that says why. In few queries, however many there are: see many.advance_many."""
    if verb == "not-junk":  # of which one may stay junk, and the others not because of it
        return _one_by_one(seen, verb, by=by, reason=reason)
    told = {} if verb in Decision.Verb.values else {"reason": reason}
    take = partial(_take, verb, by=by, reason=reason)
    rows = Application.objects.light()
    done = advance_many(rows, verb, TABLE, by=by, seen=seen, taken=take, **told)
    left = rows.filter(pk__in=seen.keys() - {application.pk for application in done}).order_by("pk")
    return done, [_why_left(application, verb, seen[application.pk]) for application in left]


def _one_by_one(seen, verb, **told):
    done, refusals = [], []
    for application in Application.objects.light().filter(pk__in=seen).order_by("pk"):
        try:
            done.append(advance(application, verb, seen=seen[application.pk], **told))
        except Refused as refused:
            refusals.append(str(refused))
    return done, refusals


def _why_left(application, verb, seen):
    if application.status != seen:
        return overtaken(application)
    if TABLE.leads_from(verb, seen):
        return is_told(application, seen)
    return TABLE.refusal(application, verb, seen)


BACK_TO = {
    Status.RECEIVED: "reopen",
    Status.ACCEPTED: "accept",
    Status.WAITLISTED: "waitlist",
    Status.DECLINED: "decline",
}
"""The verb that leads back to what an applicant was told."""


def take_back_all(seen, *, by):
    """Undo what was decided silently about these, {key: state}: each goes back to what its applicant knows, and nothing is
    left to announce. Returns those taken back."""
    known, done = told_statuses(seen), []
    silent = silent_among(seen)
    with transaction.atomic():
        for status, verb in BACK_TO.items():
            same = {key: state for key, state in seen.items() if key in silent and known[key] == status}
            done += advance_all(same, verb, by=by)[0] if same else []
    return done


def _take(verb, found, *, by, reason):
    """See many.advance_many."""
    silent = silent_among([application.pk for application in found])
    sources = TRANSITIONS[verb].sources
    taken = [one for one in found if one.status in sources or one.pk in silent]
    decide_all(taken, verb, by=by, reason=reason)
    return taken, written_by(verb)
