"""An event as schema.org's Event. Whether it is held in person, and whether it was put off, no field says."""

from django.utils.translation import get_language

from portal.templatetags.frame import absolute


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
