"""What the frame around every public page needs; asks the database nothing, so that error pages can use it too."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def site_name():
    return settings.WAGTAIL_SITE_NAME
