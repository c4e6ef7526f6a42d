"""Late entry: a letter's link begins the form for one person, after the call has closed, until a day ends."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from programs.applying import drafts
from programs.applying.before import about
from programs.letters.applicants import INVITATION
from programs.models import Invitation
from programs.offer import dates
from programs.people.erasing import erase
from programs.people.secret_links import opened as opened_by

KEPT = timedelta(days=30)
"""So long an invitation is kept after its last day."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request, token):
    """A GET changes nothing, so that a mail scanner that follows the link begins nothing."""
    invitation = opened_by(token, INVITATION)
    if invitation is None or not invitation.is_open() or not has_form(invitation.call):
        return render(request, "programs/applying/draft_gone.html", status=404)
    if request.method == "POST":
        request.session.cycle_key()
        drafts.hold(request, begun(invitation))
        return redirect("apply_form", slug=invitation.call.slug)
    context = about(invitation.call) | {"until": dates.weekday_and_day(invitation.until)}
    return render(request, "programs/applying/invitation_open.html", context)


def has_form(call):
    return bool(call.form and call.form.live and not call.url)


def begun(invitation):
    """One draft for each invitation, however often and wherever its link is opened."""
    version = invitation.call.form.in_language(get_language()).version()
    draft, _new = drafts.begin(
        invitation.call,
        version,
        once=f"invitation {invitation.pk}",
        language=get_language(),
        typed={"name": [invitation.name], "email": [invitation.correspondent.email]},
        invitation=invitation,
    )
    draft.call = invitation.call
    return draft


def forget_invitations(now=None):
    """Those that ended long ago, with their letters and links; called every hour."""
    return erase(Invitation.objects.filter(until__lt=(now or timezone.now()).date() - KEPT), wait=False)
