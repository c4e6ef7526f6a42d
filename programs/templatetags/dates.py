"""Days and moments in templates, as programs.dates words them."""

from django import template

from programs.offer import dates

register = template.Library()
register.filter("day", dates.day)
register.filter("moment", dates.moment)
