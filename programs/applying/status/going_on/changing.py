"""Changing what was sent, until the call closes: the same steps, filled with the answers; the committee sees what changed.

Whether it may be changed hangs on the call and on what the applicant was told, never on a decision that is still silent.
"""

import uuid

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from programs.access.shown_to import own_answers
from programs.applying import drafts
from programs.applying.before import takes_changes
from programs.applying.filling import address_of
from programs.applying.status.own import own_application
from programs.applying.status.words import Status, told
from programs.applying.steps import CHECK, YOU
from programs.forms.answering import refilled
from programs.models import Draft


def may_change(application, told):
    return told.status == Status.RECEIVED and takes_changes(application.call)


@never_cache
@require_POST
def change(request, reference):
    """To the step whose number the button says, from which one comes back to the check; or to the first one."""
    application = own_application(request, reference)
    if not may_change(application, told(application)):
        messages.error(request, _("This application cannot be changed any more."))
        return redirect("status", reference=reference)
    drafts.hold(request, begun_before(application) or begun_now(application))
    go = request.POST.get("go", "")
    step = int(go[:3]) if go.isascii() and go.isdigit() else 0
    if not step:
        return redirect(address_of(application.call, YOU))
    return redirect(f"{address_of(application.call, max(step, YOU))}?then={CHECK}")


def begun_before(application):
    """Changes that were begun and not sent, unless others were sent since."""
    rows = Draft.objects.unsent().filter(application=application, language=get_language())
    draft = rows.filter(begun_at__gte=application.changed_at or application.submitted_at).order_by("saved_at").last()
    if draft:
        draft.call = application.call
    return draft


def begun_now(application):
    version = fitting(application, get_language())
    draft, _new = drafts.begin(
        application.call,
        version,
        once=uuid.uuid4().hex,
        language=get_language(),
        typed=as_typed(application, version),
        application=application,
    )
    return draft


def as_typed(application, version):
    """All of it: {name of a field: [text, ...]}. Consent was given when it was sent."""
    contact = {"name": [application.name], "email": [application.email], "agree": ["on"]}
    return contact | refilled(version, own_answers(application))


def fitting(application, language):
    """The version that was answered; in another language the one that asks the same, where there is one."""
    answered = application.version
    if answered.language == language:
        return answered
    page = application.call.form.in_language(language)
    other = page and page.version()
    return other if other and asks(other) == asks(answered) else answered


def asks(version):
    return [[(q.get("key"), q["type"]) for q in section["questions"]] for section in version.sections]
