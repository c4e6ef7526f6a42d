"""How page templates read rows and pages."""

from django import template
from django.utils.text import slugify

from portal.blocks import Headed

register = template.Library()


@register.filter
def said(row, field):
    """A row's text in the reader's language: {{ role|said:"plural" }}."""
    return row.said(field)


@register.filter
def anchor(heading):
    """Where the page's own navigation leads: a heading as an id, the same on every rendering."""
    return slugify(heading, allow_unicode=True) or "section"


@register.filter
def headings(body):
    """The parts of a body that have a heading and are shown, as (anchor, heading), for the page's own navigation."""
    found = [block.value.title for block in body if isinstance(block.value, Headed) and block.value.is_shown]
    return [(anchor(heading), heading) for heading in found]
