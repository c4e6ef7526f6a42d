from django.conf import settings
from django.http import HttpResponse

from portal.caching.keeping import kept


@kept
def robots(request):
    """Search engines stay out of the admin and of pages that concern one person."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /status/",
        "Disallow: /remind/",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
