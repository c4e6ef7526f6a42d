"""What the frame around every public page needs; asks the database nothing, so that error pages can use it too."""

from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.utils.encoding import iri_to_uri
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import to_locale

register = template.Library()

TERRITORIES = {"en": "en_US", "es": "es_US"}
"""Sharing tags name a language with a territory: here, the readers'."""


@register.simple_tag
def site_name():
    return settings.WAGTAIL_SITE_NAME


@register.simple_block_tag
def keep(content):
    """What a block renders, in one line, to be said in several places: {% keep as title %}{% block title %}…"""
    return mark_safe(" ".join(content.split()).replace('"', "&quot;"))  # noqa: S308 (rendered by a template)


@register.filter
def absolute(address):
    """An address without its query, under SITE_URL and not under whatever name a request came in by."""
    plain = urlsplit(address)._replace(query="", fragment="").geturl() if "://" in address else address.split("?")[0]
    return plain if "://" in address else settings.SITE_URL + iri_to_uri(plain)


@register.simple_tag(takes_context=True)
def canonical(context):
    """The one address of what is shown; an alias gives that of the page it repeats."""
    original = getattr(context.get("page"), "alias_of", None)
    return escape(absolute(original.url if original and original.live else context["request"].path))


@register.simple_tag
def site_language():
    """The language for readers who know none of ours."""
    return settings.LANGUAGE_CODE


@register.filter
def territory(language):
    return TERRITORIES.get(language, to_locale(language))
