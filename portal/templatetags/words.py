"""How page templates read rows and pages."""

from django import template

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
