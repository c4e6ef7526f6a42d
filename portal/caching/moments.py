"""The next moment at which any date on the site changes a word: until then, and no longer, what was rendered is true.

One moment for the whole site, so that no page has to say which dates it shows, and none can forget one. Hook
"changing_moments": a function of an instant that gives the moments after it that a room knows of.
"""

import threading
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from wagtail import hooks

ANYWHERE_ON_EARTH = "Etc/GMT+12"


class _Found:
    """The answer for a word of the content holds until its own moment has come."""

    lock = threading.Lock()
    word, since, until = None, None, None


def next_change(word, now):
    """The moment after `now`, with the content of this word."""
    with _Found.lock:
        if word == _Found.word and _Found.since <= now < _Found.until:
            return _Found.until
    found = soonest(now)
    with _Found.lock:
        _Found.word, _Found.since, _Found.until = word, now, found
    return found


def soonest(now):
    told = [moment for declared in hooks.get_hooks("changing_moments") for moment in declared(now)]
    return min(moment for moment in [*told, *midnights(now)] if moment and moment > now)


def midnights(now, zones=()):
    """When the next day begins on each of these clocks, on the site's own, on UTC and where a day ends last."""
    return [midnight(zone, now) for zone in {settings.TIME_ZONE, "UTC", ANYWHERE_ON_EARTH, *zones}]


def midnight(zone, now):
    """Where clocks are changed at midnight, and there is none, the day begins with the change."""
    tomorrow = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), ZoneInfo(zone)).astimezone(UTC)
