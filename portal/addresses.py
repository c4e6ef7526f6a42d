"""Addresses as other sites and programs need them: whole, at the portal's own name."""

from urllib.parse import urljoin, urlsplit

from django.conf import settings


def absolute(address):
    """A path with the portal's name in front; an address that is whole stays as it is."""
    return urljoin(settings.SITE_URL, address)


def domain():
    """The portal's own name, such as mentoring.example.org."""
    return urlsplit(settings.SITE_URL).hostname
