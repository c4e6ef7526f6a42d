"""What a program's page says to machines."""

from django import template
from django.utils import timezone

from portal.pages.structured import data_block
from programs.calendar.structured import program_thing

register = template.Library()


@register.simple_tag(takes_context=True)
def program_data(context):
    """Of the program and the page in this context."""
    return data_block(program_thing(context["program"], context["page"], timezone.now()))
