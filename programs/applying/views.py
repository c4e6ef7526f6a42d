"""The application form at its own plain address, which no moved or unpublished page can break."""

import uuid

from django.core import signing
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from programs.listing.pages import page_of
from programs.models import Call, FormVersion, Program, Receipt
from programs.offer import dates
from programs.offer.call_state import CallState, call_sentence, call_state
from programs.offer.standing import standing

from . import intake
from .intake import ApplicationForm, typed

SALT = "opened form"


@csrf_exempt  # No sign-in is involved: what another site could post here, it could as well send itself.
@never_cache
def apply(request, slug):
    """GET shows the form. POST with an opened form's key sends it; without one (the start of the form that a program's
    page embeds) it only carries name and email over."""
    rows = Call.objects.select_related("round__program", "role", "form__locale")
    call = get_object_or_404(rows, slug=slug, round__draft=False, round__program__draft=False)
    state = call_state(call)
    if state != CallState.OPEN:
        return not_open(request, call, state)
    sent = request.method == "POST" and "opened" in request.POST
    if call.url:
        return not_open(request, call, CallState.WITHDRAWN) if sent else redirect(call.url)
    if sent:
        return send(request, call)
    form = call.form.in_language(get_language())
    version = form.version()
    started = {name: request.POST.get(name, "") for name in ("name", "email")}
    return ask(request, call, ApplicationForm(version, initial=started), new_key(call, version), asked=form)


def send(request, call):
    """Check what was typed and store it, or show it again with what is wrong."""
    version, opened = opened_form(request, call)
    if version is None:
        version = call.form.in_language(get_language()).version()
        form = ApplicationForm(version, request.POST)
        form.full_clean()
        return ask(request, call, form, new_key(call, version), expired=True)
    form = ApplicationForm(version, request.POST)
    if not form.is_valid():
        return ask(request, call, form, request.POST["opened"])
    try:
        receipt = intake.receive(
            call,
            version,
            opened=opened,
            name=form.cleaned_data["name"],
            email=form.cleaned_data["email"],
            answers=form.kept,
            language=get_language(),
        )
    except intake.Full:
        return not_open(request, call, CallState.FULL)
    return redirect("apply_received", slug=call.slug, reference=receipt.reference)


def new_key(call, version):
    """One key per opened form: it names the call and the version that was opened, and cannot be made elsewhere."""
    return signing.dumps({"call": call.pk, "version": version.pk, "once": uuid.uuid4().hex}, salt=SALT)


def opened_form(request, call):
    """The version that was opened and its key's unique part; (None, None) when the key is not one of this call's."""
    try:
        key = signing.loads(request.POST.get("opened", ""), salt=SALT)
    except signing.BadSignature:
        return None, None
    if key["call"] != call.pk:
        return None, None
    return FormVersion.objects.get(pk=key["version"]), key["once"]


def ask(request, call, form, opened, *, expired=False, asked=None):
    context = about(call) | {
        "form": form,
        "opened": opened,
        "expired": expired,
        "state": CallState.OPEN,
        "sentence": call_sentence(call),
        "asked": asked or call.form.in_language(get_language()),
    }
    return render(request, "programs/applying/form.html", context, status=422 if form.errors or expired else 200)


def not_open(request, call, state):
    """Says why, with the dates, and gives back what was typed; unless that very form had come in before."""
    program = Program.objects.with_rounds().get(pk=call.round.program_id)
    context = about(call) | {"state": state, "sentence": call_sentence(call, state), "standing": standing(program)}
    if request.method == "POST":
        version, opened = opened_form(request, call)
        receipt = sent_before(request, version, opened)
        if receipt:
            return redirect("apply_received", slug=call.slug, reference=receipt.reference)
        context["typed"] = typed(version, request.POST)
    return render(request, "programs/applying/not_open.html", context, status=409 if request.method == "POST" else 200)


def sent_before(request, version, opened):
    """The receipt of this very form, if it has one: somebody who sends twice, or whose phone lost our answer, may come
    back when the last place or the last hour has gone."""
    form = version and ApplicationForm(version, request.POST)
    if not form or not form.is_valid():
        return None
    return intake.receipt_for(opened, form.cleaned_data["name"], form.cleaned_data["email"], form.kept)


@require_safe
def received(request, slug, reference):
    """Bookmarkable, and nothing personal on it: the reference, what happens next and when."""
    receipt = get_object_or_404(
        Receipt.objects.select_related("call__round__program", "call__role"), call__slug=slug, reference=reference
    )
    return render(request, "programs/applying/received.html", about(receipt.call) | {"reference": receipt.reference})


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
