from django.http import HttpResponse


def robots(request):
    """Search engines stay out of the admin and of pages that concern one person."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /status/",
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
