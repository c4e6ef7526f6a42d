"""How often something may be asked for: counted in the database, so that all processes count together."""

import ipaddress
from datetime import timedelta

from django.conf import settings
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.models import Allowance

PER = timedelta(hours=1)


def allowed(what, whose, *, most):
    """Counts once more; False when this was done `most` times within the hour that the first of them began.

    One UPDATE decides, so two at the same instant cannot both be the last. Who asked is kept as a keyed hash.
    """
    now = timezone.now()
    key = salted_hmac("portal.site.slowing", f"{what} {whose}", algorithm="sha256").hexdigest()
    Allowance.objects.bulk_create([Allowance(key=key, since=now)], ignore_conflicts=True)
    over = Q(since__lte=now - PER)
    return bool(
        Allowance.objects.filter(over | Q(count__lt=most), key=key).update(
            count=Case(When(over, then=Value(1)), default=F("count") + 1),
            since=Case(When(over, then=Value(now)), default=F("since")),
        )
    )


def network(request):
    """The asker's network: an IPv4 address, or the /64 that one household or server has of IPv6. Empty if unknown.

    Behind a server in front, that server is who connects; it notes last in X-Forwarded-For whom it speaks for.
    """
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2] if settings.BEHIND_PROXY else None
    try:
        address = ipaddress.ip_address((request.META.get("REMOTE_ADDR", "") if told is None else told).strip())
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    return str(ipaddress.ip_network((address, 64 if address.version == 6 else 32), strict=False))


def forget_allowances():
    """Those whose hour is over; run by `tick`."""
    Allowance.objects.filter(since__lte=timezone.now() - PER).delete()
