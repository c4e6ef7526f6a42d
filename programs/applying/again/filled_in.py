"""Beginning an application that is filled in already: asked first, nothing is sent by it."""

import uuid

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.site.slowing import slowed
from programs.applying import drafts
from programs.applying.before import about
from programs.applying.filling import DRAFTS, address_of
from programs.applying.steps import YOU


def begin(request, offer, *, reference, name, email):
    """A GET says which answers fit; a POST begins with them, under this name and address."""
    if request.method == "POST":
        return _begun(request, offer, {"name": [name], "email": [email]})
    context = about(offer.call) | {
        "earlier": reference,
        "fits": [(question["label"], offer.otherwise.get(question["key"])) for question in offer.fits],
        "rest": [question["label"] for question in offer.rest],
    }
    return render(request, "programs/applying/begin_again.html", context)


def _begun(request, offer, contact):
    """An application for this call that this browser has begun already is gone on with: nothing that was typed is lost."""
    before = drafts.held(request, offer.call)
    if before and not before.sent_at:
        messages.info(request, _("You had begun an application for this call here already: it is open now."))
        return redirect(address_of(offer.call, YOU))
    if refusal := slowed(request, "drafts", most=DRAFTS):
        return refusal
    draft, _new = drafts.begin(
        offer.call, offer.version, once=uuid.uuid4().hex, language=get_language(), typed=contact | offer.typed
    )
    drafts.hold(request, draft)
    labels = " · ".join(question["label"] for question in offer.fits)
    messages.info(
        request, _("Filled in from your last answers, for you to look over: %(questions)s") % {"questions": labels}
    )
    return redirect(address_of(offer.call, YOU))
