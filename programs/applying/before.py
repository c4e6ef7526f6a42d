"""Before the first question: what is asked, who reads it and until when; why a form is not open; and the confirmation.

The start page is the same for everybody who reads it, so that any cache on the way may keep it.
"""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from programs.floods.own_links import still_open
from programs.listing.pages import page_of
from programs.models import Call, Program, Receipt
from programs.offer import dates, eligibility
from programs.offer.call_state import CallState, call_sentence
from programs.offer.standing import standing
from programs.people.correspondents import address_key, masked
from programs.references.standing import has_form

from .drafts import sent_here, state_for
from .form import typed


def call_or_404(slug):
    rows = Call.objects.select_related("round__program", "role", "form__locale", "reference_form__locale")
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


@never_cache
@require_safe
def received(request, slug, reference):
    """Bookmarkable, and nothing personal on it: the reference, what happens next and when. Whoever has just sent it is
    shown enough of the address to notice a slip. That it changed something is told to whoever opened the letter's link:
    who only typed an address learns not whether somebody had applied with it."""
    receipt = get_object_or_404(
        Receipt.objects.select_related("call__round__program", "call__role", "application__correspondent"),
        call__slug=slug,
        reference=reference,
    )
    context = about(receipt.call) | {"reference": receipt.reference, "changed": told_of_change(request, receipt)}
    if sent_here(request, receipt):
        context["email"] = masked(address_key(receipt.application.email))
    return render(request, "programs/applying/received.html", context)


def told_of_change(request, receipt):
    return receipt.kind == Receipt.Kind.CHANGE and still_open(request, receipt.application)


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
