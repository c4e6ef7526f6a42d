"""The two secret links of a reminder: to confirm it, and to leave. A GET changes nothing, so that a mail scanner that
follows them neither confirms nor leaves.

The secret is all that they ask for: a mail provider that leaves for its reader (RFC 8058) has neither cookie nor token.
"""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from programs.models import Program, Reminder
from programs.offer.standing import ProgramState
from programs.people.erasing import erase
from programs.people.secret_links import opened

from .asking import DAYS_TO_CONFIRM, confirm
from .letters import REMINDER
from .views import about


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_link(request, token):
    """Shows the one button that the reminder needs: to confirm it or, once that is done, to leave."""
    reminder = opened(token, REMINDER)
    if reminder is None or reminder.told_at:
        return render(request, "programs/reminders/link_unknown.html", {"days": DAYS_TO_CONFIRM}, status=404)
    context = about(Program.objects.with_rounds().get(pk=reminder.program.pk)) | {"token": token}
    if request.method == "POST" and context["standing"].state == ProgramState.OPEN:
        _forget(reminder)
        return render(request, "programs/reminders/open_now.html", context)
    if request.method == "POST":
        confirm(reminder)
    confirmed = reminder.confirmed_at or request.method == "POST"
    return render(request, f"programs/reminders/{'listed' if confirmed else 'confirm'}.html", context)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave_link(request, token):
    """Kind to whoever was forgotten before: they are not on the list, which is what they want."""
    reminder = opened(token, REMINDER)
    if reminder and request.method == "POST":
        _forget(reminder)
    elif reminder:
        return render(request, "programs/reminders/leave.html", about(reminder.program) | {"token": token})
    return render(request, "programs/reminders/left.html")


def _forget(reminder):
    erase(Reminder.objects.filter(pk=reminder.pk))
