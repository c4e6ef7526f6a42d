"""How templates show pictures, documents and recordings."""

from django import template

from portal.files import sizes
from portal.files.links import kind_and_size
from portal.files.players import player

register = template.Library()
register.filter(kind_and_size)
LOGO = 160
"""Pixels."""


@register.simple_tag
def shown(image, first=False):
    """A picture as wide as the text. `first`: it stands where readers begin, and does not wait to be scrolled to."""
    return sizes.in_sizes(image, **({} if first else {"loading": "lazy"}))


@register.simple_tag
def logo(image):
    """Small, beside the name of whose it is, so that it says nothing of its own."""
    return sizes.in_sizes(image, LOGO, loading="lazy", alt="") if image else ""


@register.inclusion_tag("portal/recording.html", takes_context=True)
def recording(context, address, title):
    """A link; with script, and for a site that has a player, a button that puts the player in its place. The page's policy
    then allows that site's frames: PolicyMiddleware reads it from the request."""
    request, found = context.get("request"), player(address)
    if found and request:
        request.players = getattr(request, "players", set()) | {found.origin}
    return {"address": address, "title": title, "player": found if request else None}
