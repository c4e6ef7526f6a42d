"""Programs that take applications now, as the front page shows them first: the deadline in large figures, and a button
for each role that leads straight to its form."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext, ngettext

from portal.texts import dates
from programs.offer.call_state import CallState, call_state
from programs.offer.catalog import reading_order

LAST = (True, 0)
MOST = 4
"""More would push the list out of sight, where they stand first as well."""


@dataclass(frozen=True)
class Deadline:
    day: str
    iso: str
    rest: str
    """Friday, 11:59 pm Central, 42 days left"""


@dataclass(frozen=True)
class Card:
    entry: object
    deadline: Deadline | None
    """None where the day alone would not say enough: then the sentence of the entry says all."""
    buttons: list
    """(role, address, whether it leads to another site), those who look for mentoring first."""


def cards(open_programs, roles, now):
    """`open_programs`: (brief program, its entry); `roles`: those of these programs by their keys. What closes first stands first."""
    found = [(open_calls(program, now), entry) for program, entry in open_programs]
    found = sorted(found, key=lambda pair: min(map(closing, pair[0]), default=LAST))[:MOST]
    return [Card(entry, deadline(calls, now), buttons(calls, roles)) for calls, entry in found]


def open_calls(program, now):
    calls = [call for round in program.rounds for call in round.calls]
    return sorted((call for call in calls if call_state(call, now) == CallState.OPEN), key=closing)


def closing(call):
    """For sorting: without a deadline last."""
    return (False, call.closes.timestamp()) if call.closes else LAST


def deadline(calls, now):
    """Of the call that closes first. A program is open as well when one has to ask how to apply: then there is none."""
    call = calls[0] if calls else None
    if call is None or not call.closes or call.preferred_by:
        return None
    zone = ZoneInfo(call.zone)
    local = call.closes.astimezone(zone)
    days = (local.date() - now.astimezone(zone).date()).days
    left = ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days} if days else gettext("today")
    told = {"weekday": formats.date_format(local, "l"), "clock": dates.clock(local.time()), "left": left}
    rest = gettext("%(weekday)s, %(clock)s %(zone)s, %(left)s") % (told | {"zone": dates.zone_words(call.zone)})
    return Deadline(dates.day(local), call.closes.isoformat(), rest)


def buttons(calls, roles):
    """One for each role: of two open calls for the same, that which closes first; the program's page tells of both."""
    first = {}
    for call in calls:
        first.setdefault(call.role_id, call)
    ordered = sorted(first, key=lambda pk: reading_order(roles[pk]))
    return [(roles[pk].said("name"), address(first[pk]), bool(first[pk].url)) for pk in ordered]


def address(call):
    return call.url or reverse("apply", args=[call.slug])
