"""What the admin's home asks of whoever may change citations."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import ngettext

from .citations.kinds import NEEDED
from .models import Citation


def needs_citations(user):
    """needs_editor: how many citations are off the public site because a part is missing."""
    if not user.has_perm("resources.change_citation"):
        return
    count = incomplete().count()
    if count:
        told = ngettext(
            "%(count)d citation is not published: it lacks its title or another part.",
            "%(count)d citations are not published: they lack their titles or other parts.",
            count,
        )
        yield told % {"count": count}, reverse("wagtailsnippets_resources_citation:list")


def incomplete():
    """The same as Citation.missing says of each, asked of the database."""
    lacking = Q()
    for kind, fields in NEEDED.items():
        for field in fields:
            lacking |= Q(kind=kind, **{field: ""})
    return Citation.objects.filter(lacking)
