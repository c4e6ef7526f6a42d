"""How page templates read rows and pages."""

from django import template
from django.utils.text import slugify

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
    """The sections of a body as (anchor, heading), for the page's own navigation."""
    found = [block.value["heading"] for block in body if block.block_type == "section"]
    return [(anchor(heading), heading) for heading in found]
