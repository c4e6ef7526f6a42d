"""Secret links: made when a letter is sent, known afterwards to its reader alone.

Of one matter the links of the last three letters open. That is asked whenever one is opened, so that letters sent at the
same moment cannot make it four.
"""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation

from programs.models import AccessLink, Letter, letter_kinds

MOST_OPEN = 3
"""Letters about one matter whose links open; a newer one closes the oldest."""

REMEMBERED = timedelta(days=90)
"""How long a link is known to have ended, so that its reader is told so and does not look for a lost piece."""


def mint(item, page):
    """A new secret link to this page about what `item`, a letter or a row, is about. Earlier ones stay good, up to three."""
    token = secrets.token_urlsafe(24)
    AccessLink.objects.create(
        token_hash=hash_of(token),
        correspondent_id=item.correspondent_id,
        about=item.about,
        letter_id=item.pk if isinstance(item, Letter) else None,
        expires_at=_ends(item),
    )
    with translation.override(item.language):
        return settings.SITE_URL + reverse(page, args=[token])


def mint_all(letters):
    """A new secret link for each of these letters, in one query: {key of the letter: address}."""
    kinds, links, addresses = letter_kinds(), [], {}
    for letter in letters:
        token, kind = secrets.token_urlsafe(24), kinds[letter.kind]
        links.append(
            AccessLink(
                token_hash=hash_of(token),
                correspondent_id=letter.correspondent_id,
                about=letter.about,
                letter=letter,
                expires_at=letter.row and kind.matter.link_ends(letter.row, timezone.now()),
            )
        )
        with translation.override(letter.language):
            addresses[letter.pk] = settings.SITE_URL + reverse(kind.page, args=[token])
    with transaction.atomic():
        AccessLink.objects.bulk_create(links)
    return addresses


def unmint(addresses):
    """These links were in no letter that left."""
    hashes = [hash_of(address.rstrip("/").rpartition("/")[2]) for address in addresses]
    AccessLink.objects.filter(token_hash__in=hashes).delete()


def _ends(item):
    matters = {kind.matter.name: kind.matter for kind in letter_kinds().values()}
    matter = matters[item.about.partition(":")[0]]
    row = matter.row(item)
    return row and matter.link_ends(row, timezone.now())


def opened(token, matter):
    """The one row of this matter that the link is about, or None; also after that is forgotten, or the link has ended."""
    link = find(token)
    return matter.row(link) if link and link.pk in _open(link) else None


def find(token):
    return AccessLink.objects.filter(token_hash=hash_of(token)).first()


def has_ended(token):
    """Whether this was a link of ours that opens nothing any more."""
    link = find(token)
    return bool(link) and link.pk not in _open(link)


def is_open(pk):
    """Whether the link that somebody came by opens still."""
    link = AccessLink.objects.filter(pk=pk).first()
    return bool(link) and link.pk in _open(link)


def note_use(token):
    """Somebody opened its page; its number, which a session may keep. None where it was deleted meanwhile."""
    link = find(token)
    noted = link and AccessLink.objects.filter(pk=link.pk).update(last_used_at=timezone.now())
    return link.pk if noted else None


def open_links(item):
    """The links about what a row, a letter or a link is about that open now, newest first."""
    standing = Q(expires_at=None) | Q(expires_at__gt=timezone.now())
    same = AccessLink.objects.filter(standing, correspondent=item.correspondent_id, about=item.about)
    letters, those = [], []
    for link in same.order_by("-pk"):
        letter = link.letter_id or f"link {link.pk}"
        if letter not in letters:
            letters.append(letter)
        if letter in letters[:MOST_OPEN]:
            those.append(link)
    return those


def _open(item):
    return {link.pk for link in open_links(item)}


def close_links(row, *, but=None):
    """Ends every link to this row, but the one with this number; how many there were."""
    going = _open(row) - {but}
    AccessLink.objects.filter(pk__in=going).update(expires_at=timezone.now())
    return len(going)


def forget_links():
    """Those that ended long ago; run by `tick`."""
    AccessLink.objects.filter(expires_at__lte=timezone.now() - REMEMBERED).delete()


def hash_of(token):
    return hashlib.sha256(token.encode()).hexdigest()
