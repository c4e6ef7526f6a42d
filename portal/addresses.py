from urllib.parse import urlsplit

from django.conf import settings


def domain():
    """The portal's own name, such as mentoring.example.org: what makes a row's key one that no other site gives."""
    return urlsplit(settings.SITE_URL).hostname
