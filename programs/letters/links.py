"""Secret links: made when a letter is sent, known afterwards to its reader alone."""

import hashlib
import secrets

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from programs.models import AccessLink, Application


def mint(application):
    """A new secret link to the application's status page. Earlier links stay good: older letters hold them."""
    token = secrets.token_urlsafe(24)
    AccessLink.objects.create(application=application, token_hash=hash_of(token))
    with translation.override(application.language):
        return settings.SITE_URL + reverse("status_open", args=[token])


def application_for(token):
    """The application that this link opens, or None."""
    return Application.objects.with_program().filter(links__token_hash=hash_of(token)).first()


def hash_of(token):
    return hashlib.sha256(token.encode()).hexdigest()
