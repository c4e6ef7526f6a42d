"""What an event's page says to machines: schema.org's Event. Whether it is held in person, and whether it was put off,
no field says."""

from django import template
from django.utils.translation import get_language

from portal.pages.structured import data_block
from portal.site.addresses import absolute
from resources import calendars

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
        "endDate": page.ends_at or page.ends,
        "location": {"@type": "Place", "name": page.place} if page.place else None,
        "recordedIn": {"@type": "CreativeWork", "url": page.recording} if page.recording else None,
        "inLanguage": get_language(),
    }


register.filter("google_calendar", calendars.google)
register.filter("outlook_calendar", calendars.outlook)
