"""Which way a typed text reads: each by itself, whatever the page's language is."""

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

register = template.Library()

BLOCK = re.compile(r"<(p|h[1-6]|ul|ol|blockquote)(?=[\s>])(?![^>]*\sdir=)")
"""What Wagtail's rich text is made of. A list has one direction, its lines theirs by the style sheet."""


@register.filter
def directed(html):
    """Rich text whose every paragraph, heading and list reads in its own direction."""
    return mark_safe(BLOCK.sub(r'<\1 dir="auto"', str(html)))  # noqa: S308 - it was safe before


@register.filter
def isolated(value):
    """A name within a sentence of ours: what stands beside it keeps its place."""
    return format_html("<bdi>{}</bdi>", conditional_escape(value)) if value else ""
