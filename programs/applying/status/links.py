"""The way to an application: the secret link of a letter, which a POST exchanges for a session; a new one; and the way out."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from portal.site.slowing import slowed
from programs.applying.resuming import send_draft_links
from programs.forms.fields import email_field
from programs.letters.applicants import APPLICATION
from programs.letters.writing import write
from programs.models import Application
from programs.people.correspondents import address_key
from programs.people.secret_links import opened as opened_by

from .own import forget_all, keep_open, opened_here

LINKS = 40
"""So many links may be asked for from one network in an hour."""


class LostLinkForm(forms.Form):
    email = email_field(_("The address you applied with."))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request, token):
    """A GET changes nothing, so that a mail scanner that follows the link spends nothing and opens nothing."""
    application = opened_by(token, APPLICATION)
    if application is None or (request.method == "POST" and not keep_open(request, token, application)):
        return render(request, "programs/applying/status/link_unknown.html", status=404)
    if request.method == "POST":
        return redirect("status", reference=application.reference)
    return render(request, "programs/applying/status/link_open.html", {"program": application.program})


@never_cache
@require_POST
def close(request):
    """For whoever sits at a computer that others use: this browser forgets the applications it has opened."""
    forget_all(request)
    messages.success(request, _("Your application is closed on this device. The link in your letter opens it again."))
    return redirect("status_lost")


@csrf_exempt  # Asks for a letter to the owner's own address; see filling.step.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lost(request):
    """A new link by letter. The answer is the same whether or not the address has applied."""
    form = LostLinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if refusal := slowed(request, "links", most=LINKS):
            return refusal
        send_links(form.cleaned_data["email"])
        send_draft_links(form.cleaned_data["email"])
        return render(request, "programs/applying/status/link_sent.html")
    context = {"form": form, "opened": opened_here(request)}
    return render(request, "programs/applying/status/link_lost.html", context, status=422 if form.errors else 200)


def send_links(email):
    """One letter for each standing application of this address."""
    with transaction.atomic():
        for application in (
            Application.objects.with_program().not_withdrawn().filter(correspondent__email_key=address_key(email))
        ):
            write("link", application)
