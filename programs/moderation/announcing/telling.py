"""Telling applicants what was decided: once, one letter a decision."""

from collections import Counter

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from programs.letters.writing import write
from programs.models import Application, Decision


def announce(decisions, *, by):
    """Disclose these decisions and write one letter for each; returns the letters.

    A decision is disclosed by an UPDATE that only finds it undisclosed, so that of two people announcing at once one
    writes the letter and the other passes over it. Those dropped or announced since are passed over, too. They are taken
    in the order of their applications, as bulk decisions are: two that lock the same rows in different orders would
    wait for each other.
    """
    letters = []
    with transaction.atomic():
        for decision in decisions.select_related(
            "application__call__round__program", "application__call__role", "application__correspondent"
        ).order_by("application_id", "pk"):
            if Decision.objects.undisclosed().filter(pk=decision.pk).update(announced_at=timezone.now()):
                application = decision.application
                letters.append(write(decision.verb, application))
                Decision.objects.filter(pk=decision.pk).update(letter=letters[-1])
                log(application, "programs.announce", user=by, data={"decision": decision.pk, "verb": decision.verb})
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
