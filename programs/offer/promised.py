"""What was typed of a moment, kept beside it as RFC 9557 writes it: 2027-01-29T23:59:00-05:00[America/New_York].

The clock and the zone are what was promised; the distance from UTC is what the zone's law was then, and so tells which
moment was stored with it. A law may change later: then the same clock gives another moment.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

MOMENTS = ("opens", "preferred_by", "closes")


def written(instant, zone):
    return f"{instant.astimezone(ZoneInfo(zone)).isoformat()}[{zone}]"


def read(text):
    """(the moment as it was typed, its zone's name)."""
    typed, _, zone = text.rstrip("]").partition("[")
    return datetime.fromisoformat(typed), zone


def stands_for(text, instant, zone):
    """Whether this is what was typed of that moment, and neither it nor its zone was changed since."""
    return bool(text) and read(text) == (instant, zone)


def kept(call):
    """What is to stand beside the moments of a call: what was typed of those that are as they were, and of others what the
    zone's clocks show of them now."""
    moments = {name: getattr(call, name) for name in MOMENTS}
    return {
        name: call.clocks[name] if stands_for(call.clocks.get(name), at, call.zone) else written(at, call.zone)
        for name, at in moments.items()
        if at
    }


def given_now(text):
    """The moment at which the zone's clocks show what was typed. Of a time that comes twice the one at the distance from UTC
    that was kept; a time that is skipped counts on from the law before the change, as RFC 5545 has it."""
    typed, zone = read(text)
    both = [typed.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1)]
    same = [at for at in both if at.utcoffset() == typed.utcoffset()]
    return (same or both)[0].astimezone(UTC)


def moved(call, now):
    """{name: the moment that was promised} where the law has changed and another one is stored; what is over stays."""
    found = {}
    for name in MOMENTS:
        at, text = getattr(call, name), call.clocks.get(name)
        if at and stands_for(text, at, call.zone) and (promised := given_now(text)) != at and max(at, promised) > now:
            found[name] = promised
    return found
