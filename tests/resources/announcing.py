"""Events and their pages for tests, published as an editor publishes them."""

from itertools import count

from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage
from resources.models import EventPage, EventsPage

number = count(1)


def home():
    return HomePage.objects.get(locale=Locale.get_default())


def make_events_page(parent=None, **fields):
    n = next(number)
    page = EventsPage(**{"title": "Events", "slug": f"events-{n}"} | fields)
    return (parent or home()).add_child(instance=page)


def make_event(parent, **fields):
    """Of today, unless a test says otherwise."""
    n, today = next(number), timezone.localdate()
    starts = fields.get("starts", today)
    page = EventPage(**{"title": f"Event {n}", "slug": f"event-{n}", "starts": starts, "ends": starts} | fields)
    parent.add_child(instance=page)
    return publish(page)


def publish(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def in_spanish(page, **texts):
    """The published translation; a page above it that has none gets one."""
    spanish = Locale.objects.get(language_code="es")
    above = page.get_parent()
    if above.depth > 1 and not above.has_translation(spanish):
        in_spanish(above.specific)
    copy = page.copy_for_translation(spanish)
    for field, text in texts.items():
        setattr(copy, field, text)
    return publish(copy)


def lock(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
