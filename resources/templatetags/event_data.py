"""What an event's page says to machines: schema.org's Event, and entries for the calendars that people keep. Whether it is
held in person, and whether it was put off, no field says."""

from datetime import UTC, timedelta
from urllib.parse import urlencode

from django import template
from django.utils.translation import get_language

from portal.pages.structured import data_block
from portal.site.addresses import absolute

register = template.Library()


@register.simple_tag
def event_data(page):
    return data_block(event_thing(page))


def event_thing(page):
    address = absolute(page.url)
    return {
        "@type": "Event",
        "@id": f"{address}#event",
        "name": page.title,
        "description": page.search_description,
        "url": address,
        "sameAs": page.link,
        "startDate": page.begins_at or page.starts,
        "eventStatus": "https://schema.org/EventCancelled" if page.called_off else None,
        "endDate": page.ends_at or page.ends,
        "location": {"@type": "Place", "name": page.place} if page.place else None,
        "recordedIn": {"@type": "CreativeWork", "url": page.recording} if page.recording else None,
        "inLanguage": get_language(),
    }


HOUR = timedelta(hours=1)
"""An event whose end nobody gave is shown so long."""


@register.filter("google_calendar")
def google(event):
    """An address that opens a filled-in entry."""
    first, last = span(event)
    what = {"action": "TEMPLATE", "text": event.title, "dates": f"{compact(first)}/{compact(last)}"}
    return "https://calendar.google.com/calendar/render?" + urlencode(what | about(event, "details"))


@register.filter("outlook_calendar")
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
