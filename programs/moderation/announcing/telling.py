"""Telling applicants what was decided: once, one letter a decision."""

from collections import Counter

from django.db import transaction
from django.utils import timezone

from programs.letters.writing import write_all
from programs.lifecycle import locked, log_many, lots
from programs.models import Application, Call, Decision


def announce(decisions, *, by):
    """Disclose these decisions and write one letter for each; returns the letters.

    Whatever is done to an application begins with its row: so the rows are locked first, in the order of their keys, as bulk
    decisions lock them. What was dropped, announced or withdrawn since is passed over; of two people announcing at once one
    writes the letters. Few queries, however many decisions.
    """
    letters = []
    with transaction.atomic():
        keys = decisions.undisclosed().order_by("application").values_list("application", "pk")
        for lot in lots(list(keys)):
            letters += _announce(dict(lot), by)
    return letters


def _announce(keys, by):
    """Those of {application's key: decision's key} that are still undisclosed, now that nobody can change them."""
    applications = {one.pk: one for one in locked(Application.objects.light().select_related("correspondent"), keys)}
    decisions = list(Decision.objects.undisclosed().filter(pk__in=keys.values()).order_by("application"))
    calls = Call.objects.select_related("round__program", "role").in_bulk(
        {one.call_id for one in applications.values()}
    )
    for application in applications.values():
        application.call = calls[application.call_id]
    for decision in decisions:
        decision.application = applications[decision.application_id]
    letters = write_all([(decision.verb, decision.application, {}) for decision in decisions])
    now = timezone.now()
    for decision, letter in zip(decisions, letters, strict=True):
        decision.announced_at, decision.letter = now, letter
    same = {"unique_fields": ["pk"], "update_fields": ["announced_at", "letter"]}
    Decision.objects.bulk_create(decisions, update_conflicts=True, **same)  # bulk_update takes longer than all the rest
    data = [{"decision": decision.pk, "verb": decision.verb} for decision in decisions]
    log_many([decision.application for decision in decisions], "programs.announce", data, user=by)
    return letters


def silent_decisions(round):
    """What was decided in this round and not announced."""
    return Decision.objects.undisclosed().filter(application__call__round=round)


def counted(decisions):
    """How many of each verb, in the order of the verbs: [("accept", "Accept", 3), ...]."""
    numbers = Counter(decision.verb for decision in decisions)
    return [(verb, label, numbers[verb]) for verb, label in Decision.Verb.choices if numbers[verb]]


def undecided(round):
    """Applications of this round that nobody has decided."""
    return Application.objects.awaiting_decision().filter(call__round=round)
