"""The proof that an address is its sender's: somebody opened the letter's link. From then on the application counts."""

from django.db import transaction
from django.utils import timezone

from portal.site.slowing import give_back
from programs.models import Application, Call


def prove(application, *, now=None):
    """Note that a link of a letter was opened; whether it was the first time.

    Under a lock on the call, so that its last place is taken once. Who comes after it stands, marked: the committee
    decides. The network is forgotten, and may send one more.
    """
    with transaction.atomic():
        limit = Call.objects.select_for_update().values_list("limit", flat=True).get(pk=application.call_id)
        taken = Application.objects.counted().filter(call=application.call_id).exclude(pk=application.pk).count()
        first = Application.objects.filter(pk=application.pk, proven_at=None)
        proven = {"proven_at": now or timezone.now(), "network": ""}
        if not first.update(**proven, after_limit=limit is not None and taken >= limit):
            return False
    if application.network:
        give_back("unproven", application.network)
    application.refresh_from_db(fields=["proven_at", "network", "after_limit"])
    return True
