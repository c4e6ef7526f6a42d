"""How often something may be asked for: counted in the database, so that all processes count together."""

import ipaddress
from datetime import timedelta

from django.conf import settings
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.crypto import salted_hmac

from portal.models import Allowance

from .refusals import too_many

PER = timedelta(hours=1)
DAY = timedelta(days=1)

PREFIXES = {4: 24, 6: 64}
"""How much of an address of IPv4 and of IPv6 stands for one network: what one house, or one sender of junk, is given."""


def key_of(what, whose):
    return salted_hmac("portal.site.slowing", f"{what} {whose}", algorithm="sha256").hexdigest()


def allowed(what, whose, *, most, per=PER, by=1):
    """Counts once more, or `by` so many; False when this makes more than `most` within the time that began with the first of
    them, and then it is not counted.

    One UPDATE decides, so two at the same instant cannot both be the last. Who asked is kept as a keyed hash.
    """
    now = timezone.now()
    key = key_of(what, whose)
    Allowance.objects.bulk_create([Allowance(key=key, ends=now + per)], ignore_conflicts=True)
    over = Q(ends__lte=now)
    return bool(
        by <= most
        and Allowance.objects.filter(over | Q(count__lte=most - by), key=key).update(
            count=Case(When(over, then=Value(by)), default=F("count") + by),
            ends=Case(When(over, then=Value(now + per)), default=F("ends")),
        )
    )


def used_up(what, whose, *, most):
    """Whether it was done `most` times in the time that is running; counts nothing."""
    rows = Allowance.objects.filter(key=key_of(what, whose), count__gte=most, ends__gt=timezone.now())
    return rows.exists()


def give_back(what, whose):
    """Counts one less: it turned out to be nothing that has to be slowed."""
    rows = Allowance.objects.filter(key=key_of(what, whose), count__gt=0, ends__gt=timezone.now())
    rows.update(count=F("count") - 1)


def seconds_left(what, whose):
    """In how many seconds the counting begins anew, at least one."""
    ends = Allowance.objects.filter(key=key_of(what, whose)).values_list("ends", flat=True).first()
    return max(int((ends - timezone.now()).total_seconds()) + 1, 1) if ends else 1


def slowed(request, what, *, most, by=1):
    """The page that asks to wait, where this network has done it `most` times in the hour; otherwise nothing."""
    where = network(request)
    return None if allowed(what, where, most=most, by=by) else too_many(request, seconds_left(what, where))


def network(request):
    """The asker's network: the /24 of an IPv4 address, or the /64 of IPv6. Empty if unknown.

    Behind servers in front, one of them is who connects; each notes last in X-Forwarded-For whom it speaks for. Only as
    many of these words are believed as TRUSTED_PROXIES says: what stands before them anybody may have written.
    """
    try:
        address = ipaddress.ip_address(_told(request).strip())
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    return str(ipaddress.ip_network((address, PREFIXES[address.version]), strict=False))


def _told(request):
    if not settings.TRUSTED_PROXIES:
        return request.META.get("REMOTE_ADDR", "")
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    return told[-settings.TRUSTED_PROXIES] if len(told) >= settings.TRUSTED_PROXIES else ""


def mailbox(email):
    """The address as it counts for limits: me+one@example.org and me+two@example.org reach one person."""
    name, _at, host = email.strip().lower().rpartition("@")
    return f"{name.partition('+')[0] or name}@{host}"


def forget_allowances():
    """Those whose time is over; run by `tick`."""
    Allowance.objects.filter(ends__lte=timezone.now()).delete()
