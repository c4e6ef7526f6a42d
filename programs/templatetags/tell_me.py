"""The form "Tell me when it opens" for pages that know nothing of it."""

from django import template

from programs.reminders.forms import ReminderForm

register = template.Library()


@register.simple_tag
def reminder_form():
    return ReminderForm()
