"""A new application from the answers of an earlier one: after withdrawing, in a later round, or for another role."""

import uuid

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from programs.applying import drafts
from programs.applying.before import about
from programs.applying.filling import address_of
from programs.applying.status.own import own_application
from programs.applying.status.words import Status, told
from programs.applying.steps import YOU
from programs.models import Application, Call
from programs.offer.call_state import CallState, call_state

from .carrying import carried, contact


def calls_to_begin(application, told):
    """The open calls of this program for which this person has no application standing; of its own call only once it is
    withdrawn."""
    calls = Call.objects.select_related("round__program", "role", "form__locale").with_taken()
    calls = calls.filter(round__program=application.program, form__live=True, url="")
    mine = Application.objects.standing().filter(correspondent=application.correspondent_id)
    taken = set(mine.values_list("call", flat=True)) | ({application.call_id} - withdrawn_from(application, told))
    keys = {question["key"] for question in application.version.asked}
    return [
        call
        for call in calls
        if call.pk not in taken and call_state(call) == CallState.OPEN and asks_one_of(call.form, keys)
    ]


def asks_one_of(form, keys):
    return any(question.get("key") in keys for section in form.definition() for question in section["questions"])


def withdrawn_from(application, told):
    return {application.call_id} if told.status == Status.WITHDRAWN else set()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def begin_again(request, reference, slug):
    """A GET says which answers fit; a POST begins with them. Nothing is sent by either."""
    application = own_application(request, reference)
    call = next((call for call in calls_to_begin(application, told(application)) if call.slug == slug), None)
    if call is None:
        raise Http404
    version = call.form.in_language(get_language()).version()
    typed, fits = carried(application, version)
    if request.method == "POST":
        return begin(request, call, version, contact(application) | typed, fits)
    rest = [question["label"] for question in version.asked if question not in fits]
    context = about(call) | {"application": application, "fits": [q["label"] for q in fits], "rest": rest}
    return render(request, "programs/applying/status/begin_again.html", context)


def begin(request, call, version, typed, fits):
    """An application for this call that this browser has begun already is gone on with: nothing that was typed is lost."""
    before = drafts.held(request, call)
    if before and not before.sent_at:
        messages.info(request, _("You had begun an application for this call here already: it is open now."))
        return redirect(address_of(call, YOU))
    draft, _new = drafts.begin(call, version, once=uuid.uuid4().hex, language=get_language(), typed=typed)
    drafts.hold(request, draft)
    if fits:
        labels = " · ".join(question["label"] for question in fits)
        messages.info(
            request, _("Filled in from your last answers, for you to look over: %(questions)s") % {"questions": labels}
        )
    return redirect(address_of(call, YOU))
