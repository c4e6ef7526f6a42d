"""The confirmation: what was sent, what happens next, and the other calls that this browser may begin with it.

Who only typed an address learns nothing of whoever has it: everything here comes of what this browser has sent itself.
"""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from programs.applying import drafts
from programs.applying.before import about
from programs.floods.own_links import still_open
from programs.models import Receipt
from programs.people.correspondents import address_key, masked

from .filled_in import begin
from .offers import offers

FRESH = timedelta(hours=1)
"""So long after sending the browser that sent may begin another one with it; later the link in the letter does it. Many
people use a library's computer."""


@never_cache
@require_safe
def received(request, slug, reference):
    """Bookmarkable, and nothing personal on it: the reference, what happens next and when. Whoever has just sent it is
    shown enough of the address to notice a slip. That it changed something is told to whoever opened the letter's link:
    who only typed an address learns not whether somebody had applied with it."""
    receipt = receipt_or_404(slug, reference)
    context = about(receipt.call) | {"reference": receipt.reference, "changed": told_of_change(request, receipt)}
    if drafts.sent_here(request, receipt):
        context["email"] = masked(address_key(receipt.application.email))
        context["offers"] = offers_here(request, receipt)
    return render(request, "programs/applying/received.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def begin_another(request, slug, reference, other):
    """With what this browser has just sent."""
    receipt = receipt_or_404(slug, reference)
    offer = next((one for one in offers_here(request, receipt) if one.call.slug == other), None)
    if offer is None:
        raise Http404
    email = address_key(receipt.application.email)
    return begin(request, offer, reference=receipt.reference, name=receipt.name, email=email)


def receipt_or_404(slug, reference):
    rows = Receipt.objects.select_related("version", "call__round__program", "call__role", "application__correspondent")
    return get_object_or_404(rows, call__slug=slug, reference=reference)


def told_of_change(request, receipt):
    return receipt.kind == Receipt.Kind.CHANGE and still_open(request, receipt.application)


def offers_here(request, receipt):
    """Whether an address has applied for another call already nobody is told here: only what this browser sent counts."""
    draft = drafts.sent_here(request, receipt)
    if not draft or receipt.created_at < timezone.now() - FRESH:
        return []
    if draft.application_id and not still_open(request, receipt.application):
        return []
    return offers(receipt, receipt.call, but={receipt.call_id, *drafts.calls_sent_here(request)})
