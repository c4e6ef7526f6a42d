"""Withdrawing: asked once, done whatever was silently decided."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from programs.applying.before import about
from programs.applying.status.own import own_application
from programs.applying.status.words import Status, told
from programs.letters.writing import write
from programs.lifecycle import Refused, advance

WITHDRAWN_FROM = {Status.RECEIVED, Status.WAITLISTED, Status.ACCEPTED}
"""What an applicant may have been told and withdraw from."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, reference):
    application = own_application(request, reference)
    if told(application).status not in WITHDRAWN_FROM:
        return redirect("status", reference=reference)
    if request.method == "POST":
        take_back(application)
        messages.success(request, _("Your application is withdrawn."))
        return redirect("status", reference=reference)
    context = about(application.call) | {"application": application}
    return render(request, "programs/applying/status/withdraw.html", context)


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
