"""What an event's page says to machines."""

from django import template

from portal.pages.structured import data_block
from resources import calendars
from resources.structured import event_thing

register = template.Library()


@register.simple_tag
def event_data(page):
    return data_block(event_thing(page))


register.filter("google_calendar", calendars.google)
register.filter("outlook_calendar", calendars.outlook)
