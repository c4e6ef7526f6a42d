from django import template
from django.utils.translation import get_language

from home.models import StandardPage

register = template.Library()


@register.simple_tag
def site_pages():
    """The pages that every page links to, by purpose, in the reader's language: {"privacy": page, ...}. One query."""
    pages = StandardPage.objects.live().exclude(purpose="").filter(locale__language_code=get_language())
    return {page.purpose: page for page in pages}
