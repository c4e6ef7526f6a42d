"""Secret links: made when a letter is sent, known afterwards to its reader alone."""

import hashlib
import secrets

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from programs.models import AccessLink, Application, Letter, Reminder

PAGES = {Letter.Kind.CONFIRM: "remind_confirm", Letter.Kind.OPENED: "remind_leave"}
"""Where the link in a reminder's letter leads; every other letter's leads to an application's status page."""


def mint(application):
    """A new secret link to the application's status page. Earlier links stay good: older letters hold them."""
    return _minted("status_open", application.language, application=application)


def mint_for(letter):
    """A new secret link for this letter, made when it is sent."""
    if letter.reminder:
        return _minted(PAGES[letter.kind], letter.language, reminder=letter.reminder)
    return mint(letter.application)


def _minted(page, language, **opened):
    token = secrets.token_urlsafe(24)
    AccessLink.objects.create(token_hash=hash_of(token), **opened)
    with translation.override(language):
        return settings.SITE_URL + reverse(page, args=[token])


def application_for(token):
    """The application that this link opens, or None."""
    return Application.objects.with_program().filter(links__token_hash=hash_of(token)).first()


def reminder_for(token):
    """The reminder that this link is about, or None; also after it is forgotten."""
    return Reminder.objects.select_related("program").filter(links__token_hash=hash_of(token)).first()


def hash_of(token):
    return hashlib.sha256(token.encode()).hexdigest()
