from django import template
from django.utils.translation import get_language

from home.models import StandardPage
from portal.caching.remembering import remembered
from portal.pages.mapped.map import the_map

register = template.Library()


@register.simple_tag(takes_context=True)
def site_pages(context):
    """The pages that every page links to, by purpose, in the reader's language: {"privacy": page, ...}. Asked for once a page,
    however often it asks."""
    asked = context.render_context.dicts[0]
    if site_pages not in asked:
        asked[site_pages] = in_language(get_language())
    return asked[site_pages]


def in_language(language):
    known, purposes = the_map(), remembered("site pages", pages_by_purpose)
    found = [(purpose, known.spots.get(pk)) for pk, purpose in purposes]
    return {
        purpose: spot for purpose, spot in found if spot and spot.is_public and spot.locale.language_code == language
    }


def pages_by_purpose():
    return list(StandardPage.objects.for_the_site().values_list("pk", "purpose"))
