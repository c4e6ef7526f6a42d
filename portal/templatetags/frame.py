"""What the frame around every public page needs; asks the database nothing, so that error pages can use it too."""

from django import template
from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import to_locale

from portal.pages.mapped.map import the_map
from portal.site.addresses import absolute

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


register.filter(absolute)


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


@register.simple_tag(takes_context=True)
def address_of(context, page):
    """Of a page, or of its spot on the map; the one thing here that the database may be asked for."""
    return the_map().address(page.url_path, context.get("request"))
