"""How page templates read rows and pages."""

import re

from django import template
from django.utils.safestring import mark_safe

from portal.pages import blocks

register = template.Library()


@register.filter
def said(row, field):
    """A row's text in the reader's language: {{ role|said:"plural" }}."""
    return row.said(field)


@register.filter
def anchored(body):
    """A body's blocks with ids that no two of them share, the same on every rendering."""
    return blocks.anchored(body)


@register.filter
def headings(body):
    """The parts of a body that have a heading and are shown, as (anchor, heading), for the page's own navigation."""
    values = [block.value for block in blocks.anchored(body) if isinstance(block.value, blocks.Headed)]
    return [(value.anchor, value.title) for value in values if value.is_shown]


@register.filter
def below_title(text):
    """Rich text that stands right below the page's own title: what editors write as h3 is the next level there, h2."""
    return mark_safe(re.sub(r"(</?)h3\b", r"\1h2", str(text)))  # noqa: S308
