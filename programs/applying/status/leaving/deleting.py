"""Deleting what nobody told the applicant a decision about: all of it goes at once, and a last letter says that it is gone.

Whether it may be deleted hangs on what was announced, so that no refusal tells of a silent decision.
"""

from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.log_actions import log

from programs.applying.before import about
from programs.applying.status.own import forget, own_application
from programs.applying.status.words import Status, told
from programs.letters.writing import write
from programs.models import Application, Erased, Letter
from programs.people.erasing import erase

LOG_ACTION = "programs.erase"


def may_delete(application, told):
    """Received, or withdrawn before anything was decided that the applicant knows of."""
    if told.status == Status.WITHDRAWN:
        return not application.decisions.filter(announced_at__isnull=False).exists()
    return told.status == Status.RECEIVED


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request, reference):
    application = own_application(request, reference)
    if not may_delete(application, told(application)):
        messages.error(request, _("This application cannot be deleted here any more."))
        return redirect("status", reference=reference)
    if request.method == "POST":
        if delete_all(application):
            forget(request, application.pk)
            messages.success(request, _("Your application is deleted. A last letter to you says so."))
            return redirect("status_lost")
        return redirect("status", reference=reference)
    context = about(application.call) | {"application": application}
    return render(request, "programs/applying/status/delete.html", context)


def delete_all(application, now=None):
    """Whether it went: not where a decision was announced this very moment."""
    with transaction.atomic():
        locked = Application.objects.select_for_update(of=("self",)).filter(pk=application.pk).first()
        if locked is None or not may_delete(locked, told(locked)):
            return locked is None
        row = Erased.objects.create(
            correspondent=application.correspondent,
            reference=application.reference,
            language=application.language,
            at=now or timezone.now(),
        )
        write("erased", row)
        log(application, LOG_ACTION)
        erase(Application.objects.filter(pk=application.pk))
    return True


def forget_erased():
    """What is left of them goes once the letter was sent, or could not be for days; called every hour."""
    waiting = Letter.objects.waiting().filter(correspondent=OuterRef("correspondent"), kind="erased")
    return erase(Erased.objects.filter(~Exists(waiting)), wait=False)
