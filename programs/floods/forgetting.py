"""What is not kept: junk, and from which network an application came. Run by `tick`."""

from datetime import timedelta

from django.utils import timezone

from programs.models import Application
from programs.people.erasing import erase

from .owed import owed

KEPT_JUNK = KEPT_NETWORKS = timedelta(days=30)
AT_MOST = 500
"""People whose junk goes at one time; the next tick goes on."""


def erase_junk():
    """A month is time enough to find an honest one among it; how many went."""
    over = Application.objects.filter(status=Application.Status.JUNK, junked_at__lte=timezone.now() - KEPT_JUNK)
    return erase(over, most=AT_MOST, wait=False)


def forget_networks():
    """Proofs forget theirs at once. An application whose letter still waits keeps it: it says how many may be written."""
    old = Application.objects.exclude(network="").filter(submitted_at__lte=timezone.now() - KEPT_NETWORKS)
    return old.exclude(pk__in=owed().order_by().values("pk")).update(network="")
