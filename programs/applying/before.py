"""Before the first question: whether a form is open, and for whom longer; what is asked, who reads it and until when.

The start page is the same for everybody who reads it, so that any cache on the way may keep it.
"""

from datetime import timedelta

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from portal.caching.keeping import kept
from programs.listing.pages import page_of
from programs.models import Call, Program
from programs.offer import dates, eligibility
from programs.offer.call_state import CallState, call_sentence, call_state
from programs.offer.standing import standing
from programs.references.standing import has_form

from .form import typed

GRACE = timedelta(minutes=30)
"""Whoever began before a call closed may send so long after."""


def call_or_404(slug):
    rows = Call.objects.select_related("round__program", "role", "form__locale", "reference_form__locale")
    return get_object_or_404(rows, slug=slug, round__draft=False, round__program__draft=False)


@kept
@require_safe
def start(request, slug):
    call = call_or_404(slug)
    state = state_for(call)
    if state != CallState.OPEN:
        return not_open(request, call, state)
    if call.url:
        return redirect(call.url)
    form = call.form.in_language(get_language())
    sections = [section for section in form.definition() if section["questions"]]
    context = about(call) | {
        "state": state,
        "sentence": call_sentence(call, state),
        "asked": form,
        "sections": sections,
        "questions": sum("key" in question for section in sections for question in section["questions"]),
        "reference": reference_of(call),
        "conditions": eligibility.sentences(call.asks),
    }
    return render(request, "programs/applying/start.html", context)


def reference_of(call):
    """The form that whom an applicant names is asked with, in the reader's language; None where nobody is."""
    return call.reference_form.in_language(get_language()) if has_form(call) else None


def not_open(request, call, state, draft=None):
    """Says why, with the dates, and gives back what was typed."""
    program = Program.objects.with_rounds().get(pk=call.round.program_id)
    context = about(call) | {"state": state, "sentence": call_sentence(call, state), "standing": standing(program)}
    if draft:
        context["typed"] = typed(draft.version, MultiValueDict(draft.typed))
    return render(request, "programs/applying/not_open.html", context, status=409 if request.method == "POST" else 200)


def not_changed(request, draft):
    """What was to be changed is settled by now; gives back what was typed."""
    context = about(draft.call) | {"draft": draft, "typed": typed(draft.version, MultiValueDict(draft.typed))}
    return render(request, "programs/applying/not_changed.html", context, status=409)


def state_for(call, draft=None, now=None):
    """The call's state for somebody with this draft: who began before it closed has some minutes more, and who changes what
    was sent needs no free place."""
    now = now or timezone.now()
    state = call_state(call, now)
    if draft and draft.application_id and takes_changes(call, state, now):
        return CallState.OPEN
    if state in {CallState.CLOSED, CallState.FULL} and is_invited(draft, now):
        return CallState.OPEN
    return CallState.OPEN if state == CallState.CLOSED and is_late(call, draft, now) else state


def takes_changes(call, state=None, now=None):
    """Whether what was sent may still be changed. That all places are taken, or that the program pauses, keeps nobody from
    mending what the committee is to read."""
    now = now or timezone.now()
    state = state or call_state(call, now)
    if state not in {CallState.OPEN, CallState.FULL, CallState.PAUSED} or call.round.called_off or call.url:
        return False
    return bool(call.form and call.form.live and call.has_opened(now) and not call.has_closed(now))


def is_late(call, draft, now):
    """Whether it has closed for everybody but whoever is in the middle of the form."""
    return bool(draft and call.closes and draft.begun_at < call.closes <= now <= call.closes + GRACE)


def is_invited(draft, now=None):
    """Whether somebody was invited to send it late, and still may."""
    return bool(draft and draft.invitation and draft.invitation.is_open(now))


def about(call):
    """What every page of applying says about its call."""
    program = call.round.program
    round = call.round
    promised, begins = (None, None) if round.called_off else (round.decisions_by, round.starts)
    return {
        "call": call,
        "program": program,
        "role": call.role.said("name"),
        "program_page": page_of(program),
        "promised": promised and dates.weekday_and_day(promised),
        "begins": begins and dates.day(begins),
    }
