"""For Wagtail's screens of deleting and unpublishing: which open calls need a page. Its own count knows references in
texts only."""

from django import template
from wagtail.models import Page

from programs.planning.in_the_middle import call_in_words
from programs.planning.publishing.harm import what_needs

register = template.Library()


@register.simple_tag
def open_calls_needing(page):
    """Sentences; `page` may be a row of a list of pages, or nothing."""
    page = page.get("item") if isinstance(page, dict) else page
    return [call_in_words(call) for call in what_needs(page)] if isinstance(page, Page) else []
