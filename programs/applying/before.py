"""Before the first question: what is asked, who reads it and until when; and why a form is not open.

The start page is the same for everybody who reads it, so that any cache on the way may keep it.
"""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from programs.listing.pages import page_of
from programs.models import Call, Program
from programs.offer import dates, eligibility
from programs.offer.call_state import CallState, call_sentence
from programs.offer.standing import standing

from .drafts import state_for
from .form import typed


def call_or_404(slug):
    rows = Call.objects.select_related("round__program", "role", "form__locale")
    return get_object_or_404(rows, slug=slug, round__draft=False, round__program__draft=False)


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
        "sentence": call_sentence(call),
        "asked": form,
        "sections": sections,
        "questions": sum("key" in question for section in sections for question in section["questions"]),
        "conditions": eligibility.sentences(call.asks),
    }
    return render(request, "programs/applying/start.html", context)


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
