"""The navigation of pages that stand together below one page."""

from django import template

from portal.pages.subpages import siblings

register = template.Library()
register.simple_tag(siblings)
