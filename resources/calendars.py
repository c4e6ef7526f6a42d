"""One event for the calendars that people keep: addresses on their sites that open a filled-in entry."""

from datetime import UTC, timedelta
from urllib.parse import urlencode

from portal.site.addresses import absolute

HOUR = timedelta(hours=1)
"""An event whose end nobody gave is shown so long."""


def google(event):
    first, last = span(event)
    what = {"action": "TEMPLATE", "text": event.title, "dates": f"{compact(first)}/{compact(last)}"}
    return "https://calendar.google.com/calendar/render?" + urlencode(what | about(event, "details"))


def outlook(event):
    first, last = span(event)
    what = {"rru": "addevent", "subject": event.title, "startdt": first.isoformat(), "enddt": last.isoformat()}
    if not event.begins_at:
        what["allday"] = "true"
    return "https://outlook.live.com/calendar/0/deeplink/compose?" + urlencode(what | about(event, "body"))


def about(event, text):
    return {"location": event.place, text: absolute(event.url)}


def span(event):
    """Moments in UTC; of an event without hours its first day and the day after its last."""
    if not event.begins_at:
        return event.starts, event.ends + timedelta(days=1)
    last = event.ends_at or event.begins_at + HOUR
    return event.begins_at.astimezone(UTC), last.astimezone(UTC)


def compact(moment):
    """20270303T200000Z, or 20270303 for a day"""
    return moment.strftime("%Y%m%dT%H%M%SZ" if hasattr(moment, "hour") else "%Y%m%d")
