"""Which events belong to a program: those below its page, and those that its editors chose for it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Page

from resources.models import EventPage, EventsPage


def program_events(page, since):
    """program_events: public events that last until this day or longer, each once and in the page's language where it is
    translated. One below the page's translation belongs to the page as well. Two queries."""
    events = EventPage.objects.public_ones().filter(ends__gte=since)
    return events.filter(Exists(places(page))).announced_at(page.depth).once(page.locale.language_code)


def places(page):
    """The pages under which an event, the outer row, belongs to the program: an event stands under itself."""
    chosen = [each.value for each in page.resources if each.value]
    keys = {each.translation_key for each in chosen if each.specific_class in (EventPage, EventsPage)}
    pages = Page.objects.filter(Q(translation_key=page.translation_key) | Q(live=True, translation_key__in=keys))
    event = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    return pages.alias(event=event).filter(event__startswith=F("path"))


def changing_moments(now):
    """changing_moments: when an event with hours is over, which its page says from then on. Days end with the site's own."""
    near = (now - timedelta(days=2)).date(), (now + timedelta(days=2)).date()
    rows = EventPage.objects.filter(ends__range=near, end_time__isnull=False).order_by()
    for day, clock, zone in rows.values_list("ends", "end_time", "time_zone"):
        yield datetime.combine(day, clock, ZoneInfo(zone))
