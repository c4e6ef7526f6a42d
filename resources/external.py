"""Where citations lead on other sites, for whoever checks links."""

from django.urls import reverse

from .models import Citation


def external_links():
    """external_links: (url, title, address in the admin) of every citation that readers may see."""
    for citation in Citation.objects.filter(draft=False):
        if citation.is_public and citation.address:
            yield (
                citation.address,
                str(citation),
                reverse("wagtailsnippets_resources_citation:edit", args=[citation.pk]),
            )
