from django import template
from django.utils.translation import get_language

from home.models import StandardPage
from portal.pages.readable import for_everybody

register = template.Library()


@register.simple_tag(takes_context=True)
def site_pages(context):
    """The pages that every page links to, by purpose, in the reader's language: {"privacy": page, ...}. One query a page,
    however often it asks; none where the door to the resources has asked for them."""
    if "door" in context:
        return context["door"].site_pages
    asked = context.render_context.dicts[0]
    if site_pages not in asked:
        pages = for_everybody(StandardPage.objects.for_the_site().filter(locale__language_code=get_language()))
        asked[site_pages] = {page.purpose: page for page in pages}
    return asked[site_pages]
