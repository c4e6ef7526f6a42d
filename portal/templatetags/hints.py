"""Links in hints, which are plain text: [words](address), and bare addresses. Everything else is escaped."""

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeData, mark_safe
from django.utils.translation import gettext

register = template.Library()

ADDRESS = r"https?://[^\s<>\"'()\[\]]*[^\s<>\"'()\[\].,;:!?]"
LINK = re.compile(rf"\[(?P<words>[^\[\]\n]+)\]\((?P<to>{ADDRESS}|/(?!/)[^\s<>\"'()\\]*)\)|(?P<bare>{ADDRESS})")


@register.filter
def linked(text):
    """The text with its links. They open beside the form, so that nothing typed is lost, and say so."""
    if isinstance(text, SafeData):
        return text
    text, parts, last = str(text), [], 0
    for found in LINK.finditer(text):
        parts += [conditional_escape(text[last : found.start()]), _link(found)]
        last = found.end()
    return mark_safe("".join([*parts, conditional_escape(text[last:])]))  # noqa: S308 - each part is escaped


def _link(found):
    return format_html(
        '<a href="{}" target="_blank" rel="noopener">{}<span class="visually-hidden"> {}</span></a>',
        found["to"] or found["bare"],
        found["words"] or found["bare"],
        gettext("(opens in a new tab)"),
    )
