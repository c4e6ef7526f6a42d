"""The site's address is the variable SITE_URL. Wagtail keeps a row with an address of its own: it follows."""

from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.checks import Warning as Told
from django.db import DatabaseError


def wanted():
    """(host, port) of SITE_URL."""
    parts = urlsplit(settings.SITE_URL)
    return parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def default_site():
    """Asked for by name: the check is registered before there are models."""
    return apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True).first()


def place_site():
    """Gives the row the address and the name that the environment says. Whether anything was to be changed."""
    site = default_site()
    hostname, port = wanted()
    meant = {"hostname": hostname, "port": port, "site_name": settings.WAGTAIL_SITE_NAME}
    if all(getattr(site, name) == value for name, value in meant.items()):
        return False
    for name, value in meant.items():
        setattr(site, name, value)
    site.save()
    return True


def difference():
    """A sentence where the row says another address, or nothing."""
    site = default_site()
    if site is None or (site.hostname, site.port) == wanted():
        return ""
    return (
        f"SITE_URL is {settings.SITE_URL}, and Wagtail's row of the site says {site.root_url}. SITE_URL counts: run "
        "`manage.py start_site`, which writes it into the row."
    )


def check_address(app_configs=None, databases=None, **options):
    """`manage.py check --database default`, and every `migrate`."""
    try:
        told = difference() if databases else ""
    except DatabaseError:  # not migrated yet
        return []
    return [Told(told, id="home.W001")] if told else []
