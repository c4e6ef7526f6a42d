"""How templates show pictures, documents and recordings."""

from django import template
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext

from portal.files import sizes
from portal.files.kinds import DOCUMENTS, ending
from portal.files.players import player

register = template.Library()
MEASURE = "(min-width: 40rem) 38rem, 92vw"
LOGO = "10rem"


@register.simple_tag
def shown(image, first=False):
    """A picture as wide as the text. `first`: it stands where readers begin, and does not wait to be scrolled to."""
    return sizes.in_sizes(image, MEASURE, **({} if first else {"loading": "lazy"}))


@register.simple_tag
def logo(image):
    """Small, beside the name of whose it is, so that it says nothing of its own."""
    return sizes.in_sizes(image, LOGO, widths=[160, 320], loading="lazy", alt="") if image else ""


@register.filter
def kind_and_size(document):
    """“PDF, 1.2 MB”"""
    kind = DOCUMENTS.get(ending(document.filename))
    name = kind.name if kind else document.file_extension.upper() or gettext("file")
    return f"{name}, {filesizeformat(document.file_size)}" if document.file_size else str(name)


@register.inclusion_tag("portal/recording.html", takes_context=True)
def recording(context, address, title):
    """A link; with script, and for a site that has a player, a button that puts the player in its place. The page's policy
    then allows that site's frames: PolicyMiddleware reads it from the request."""
    request, found = context.get("request"), player(address)
    if found and request:
        request.players = getattr(request, "players", set()) | {found.origin}
    return {"address": address, "title": title, "player": found if request else None}
