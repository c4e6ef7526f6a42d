from django import template
from wagtail.models import Locale

from home.models import StandardPage

register = template.Library()


@register.simple_tag
def site_pages():
    """The pages that every page links to, by purpose, in the reader's language: {"privacy": page, ...}. One query."""
    pages = StandardPage.objects.live().exclude(purpose="").filter(locale=Locale.get_active())
    return {page.purpose: page for page in pages}
