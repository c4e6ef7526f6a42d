"""Secret links: made when a letter is sent, known afterwards to its reader alone."""

import hashlib
import secrets

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from programs.models import AccessLink


def mint(item, page):
    """A new secret link to this page about what `item`, a letter or a row, is about. Earlier links stay good."""
    token = secrets.token_urlsafe(24)
    AccessLink.objects.create(token_hash=hash_of(token), correspondent_id=item.correspondent_id, about=item.about)
    with translation.override(item.language):
        return settings.SITE_URL + reverse(page, args=[token])


def opened(token, matter):
    """The one row of this matter that the link is about, or None; also after that is forgotten."""
    link = AccessLink.objects.filter(token_hash=hash_of(token)).first()
    return link and matter.row(link)


def hash_of(token):
    return hashlib.sha256(token.encode()).hexdigest()
