"""Which events belong to a program: those below its page, and those that its editors chose for it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from portal.pages.mapped.map import the_map
from resources.models import EventPage, EventsPage


def program_events(page, since):
    """program_events: events of calendars that last until this day or longer, each once and in the page's language where it is
    translated. One below the page's translation belongs to the page as well. One query, none where it has no events."""
    keys = {spot.pk for spot in places(page) if spot.specific_class is EventPage}
    events = EventPage.objects.told().filter(ends__gte=since, pk__in=keys)
    return events.announced_at(page.depth).once(page.locale.language_code) if keys else []


def places(page):
    """Spots at which an event belongs to the program: an event stands under itself."""
    known = the_map()
    chosen = [known.spots[pk] for pk in page.chosen if pk in known.spots]
    keys = {spot.translation_key for spot in chosen if spot.specific_class in (EventPage, EventsPage)}
    tops = [*known.by_key.get(page.translation_key, {}).values()]
    tops += [
        spot for key in keys for spot in known.by_key[key].values() if spot.live or spot.specific_class is EventPage
    ]
    for top in tops:
        yield from (top, *known.under(top.path))


def changing_moments(now):
    """changing_moments: when an event with hours is over, which its page says from then on. Days end with the site's own."""
    near = (now - timedelta(days=2)).date(), (now + timedelta(days=2)).date()
    rows = EventPage.objects.filter(ends__range=near, end_time__isnull=False).order_by()
    for day, clock, zone in rows.values_list("ends", "end_time", "time_zone"):
        yield datetime.combine(day, clock, ZoneInfo(zone))
