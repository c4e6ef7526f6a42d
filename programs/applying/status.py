"""Where an applicant stands: reached by the secret link of a letter, which a POST exchanges for a session."""

from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from portal.site.slowing import slowed
from programs.access.shown_to import Audience, answered
from programs.floods.own_links import BY_LINK, OPENED, note_opening, still_open
from programs.forms.fields import email_field
from programs.letters.applicants import APPLICATION
from programs.letters.writing import write
from programs.lifecycle import Refused, advance
from programs.models import Application
from programs.offer import dates
from programs.people.correspondents import address_key
from programs.people.secret_links import opened as opened_by

from .before import about
from .drafts import SESSION_KEY as DRAFTS
from .resuming import send_draft_links
from .sending import SENT

Status = Application.Status

SESSION_KEY = OPENED

WORDS = {
    Status.RECEIVED: (_("We have your application"), _("The committee has not announced its decisions yet.")),
    Status.ACCEPTED: (_("You are accepted"), _("The committee has accepted your application.")),
    Status.WAITLISTED: (_("You are on the waiting list"), _("We write to you as soon as a place becomes free.")),
    Status.DECLINED: (_("You have no place this time"), _("The committee could not offer you a place in this round.")),
    Status.JUNK: (_("We have your application"), _("The committee has not announced its decisions yet.")),
    Status.WITHDRAWN: (_("You have withdrawn"), _("This application is withdrawn. Nothing more happens with it.")),
}
"""What each state is called on the page, and what it means."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request, token):
    """A GET changes nothing, so that a mail scanner that follows the link spends nothing and opens nothing."""
    application = opened_by(token, APPLICATION)
    if application is None:
        return render(request, "programs/applying/link_unknown.html", status=404)
    if request.method == "POST":
        request.session.cycle_key()
        request.session.set_expiry(0)  # until the browser is closed: many people use a library's computer
        opened = request.session.get(SESSION_KEY, [])
        request.session[SESSION_KEY] = sorted({*opened, application.pk})
        note_opening(request, token, application)
        return redirect("status", reference=application.reference)
    return render(request, "programs/applying/link_open.html", {"program": application.program})


@never_cache
@require_POST
def close(request):
    """For whoever sits at a computer that others use: this browser forgets the applications it has opened."""
    for key in (OPENED, BY_LINK, SENT, DRAFTS):
        request.session.pop(key, None)
    request.session.cycle_key()
    messages.success(request, _("Your application is closed on this device. The link in your letter opens it again."))
    return redirect("status_lost")


class LostLinkForm(forms.Form):
    email = email_field(_("The address you applied with."))


def own_application(request, reference):
    """The application, if this session opened it; otherwise there is nothing to see, whether or not it exists."""
    opened = request.session.get(SESSION_KEY, [])
    application = (
        Application.objects.with_program().select_related("version").filter(reference=reference, pk__in=opened).first()
    )
    if application is None or not still_open(request, application):
        raise Http404
    return application


def page_about(application):
    disclosed = application.disclosed_status
    title, meaning = WORDS[disclosed]
    zone = ZoneInfo(application.program.time_zone)
    return about(application.call) | {
        "application": application,
        "sent_on": dates.day(application.submitted_at.astimezone(zone)),
        "status": disclosed,
        "status_label": Status(disclosed).label,
        "status_title": title,
        "status_meaning": meaning,
        "may_withdraw": disclosed in {Status.RECEIVED, Status.WAITLISTED, Status.ACCEPTED},
    }


@never_cache
@require_http_methods(["GET", "HEAD"])
def status(request, reference):
    application = own_application(request, reference)
    context = page_about(application) | {"answered": answered(application, to=Audience.APPLICANT)}
    return render(request, "programs/applying/status.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, reference):
    application = own_application(request, reference)
    context = page_about(application)
    if not context["may_withdraw"]:
        return redirect("status", reference=reference)
    if request.method == "POST":
        take_back(application)
        messages.success(request, _("Your application is withdrawn."))
        return redirect("status", reference=reference)
    return render(request, "programs/applying/withdraw.html", context)


def take_back(application):
    """Withdraw for the applicant, who knows nothing of a silent decision: whatever it is, withdrawing stands."""
    with transaction.atomic():
        try:
            advance(application, "withdraw", by=None, seen=application.status)
        except Refused:
            application.refresh_from_db()
            if application.status == Status.WITHDRAWN:
                return
            advance(application, "withdraw", by=None, seen=application.status)
        write("withdrawn", application)


@csrf_exempt  # Asks for a letter to the owner's own address; see views.apply.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lost(request):
    """A new link by letter. The answer is the same whether or not the address has applied."""
    form = LostLinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if refusal := slowed(request, "links", most=40):
            return refusal
        send_links(form.cleaned_data["email"])
        send_draft_links(form.cleaned_data["email"])
        return render(request, "programs/applying/link_sent.html")
    opened = Application.objects.with_program().filter(pk__in=request.session.get(SESSION_KEY, []))
    return render(
        request,
        "programs/applying/link_lost.html",
        {"form": form, "opened": opened},
        status=422 if form.errors else 200,
    )


def send_links(email):
    """One letter for each standing application of this address."""
    with transaction.atomic():
        for application in (
            Application.objects.with_program().not_withdrawn().filter(correspondent__email_key=address_key(email))
        ):
            write("link", application)
