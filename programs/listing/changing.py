"""When what is told of programs changes its words by itself: hook "changing_moments"."""

from django.db.models import Min, Q

from portal.caching.moments import midnights
from programs.models import Call, Program

MOMENTS = ("opens", "closes", "preferred_by")


def changing_moments(now):
    """The next opening, closing and soft deadline of any call, and the next midnight on every program's clock. Two queries."""
    soonest = {name: Min(name, filter=Q(**{f"{name}__gt": now})) for name in MOMENTS}
    zones = Program.objects.order_by().values_list("time_zone", flat=True).distinct()
    return [*Call.objects.order_by().aggregate(**soonest).values(), *midnights(now, zones)]
