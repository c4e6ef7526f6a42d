"""The association's own check, where MEMBERSHIP_CHECK names one: asked by `tick`, so that no applicant waits for it.

It is a function of a number and a Program, and says True; anything else leaves the application to be verified.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from programs.models import Application, Claim

from .claims import note_missing, number_of

logger = logging.getLogger(__name__)

AGAIN = timedelta(days=1)
"""After so long somebody who was not known is asked for once more: memberships begin late."""
MOST = 50
"""In one go."""


def check_memberships(now=None):
    """Whether there is more to do at once; run by `tick`."""
    note_missing()
    if not settings.MEMBERSHIP_CHECK:
        return False
    check, now = import_string(settings.MEMBERSHIP_CHECK), now or timezone.now()
    due = list(_due(now)[:MOST])
    for claim in due:
        said_yes = ask(check, claim.application)
        Claim.objects.filter(pk=claim.pk, digest=claim.digest).update(
            asked_at=now, **({"confirmed_at": now} if said_yes else {})
        )
    return len(due) == MOST


def _due(now):
    open_ones = Claim.objects.filter(Q(asked_at=None) | Q(asked_at__lte=now - AGAIN), confirmed_at=None)
    standing = open_ones.exclude(digest="").exclude(application__status=Application.Status.WITHDRAWN)
    related = ("application__version", "application__call__round__program")
    return standing.select_related(*related).order_by("asked_at", "pk")


def ask(check, application):
    """A check that fails is asked again another day; the application stands to be verified meanwhile."""
    try:
        return check(number_of(application)[1], application.program) is True
    except Exception:
        logger.exception("MEMBERSHIP_CHECK failed for %s.", application.reference)
        return False
