"""Sending what was filled: once for each draft, however often the button is pressed."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from portal.site.refusals import too_many
from programs.floods.judging import Judgement, judge
from programs.floods.own_links import open_here
from programs.floods.proving import prove
from programs.forms.answering import PREFIX
from programs.membership.claims import claim
from programs.models import Application, Draft
from programs.offer.call_state import CallState
from programs.references.naming import settle
from programs.uploads.taking import Gone, attach

from . import drafts, intake
from .before import is_invited, is_late, not_changed, not_open
from .drafts import SENT
from .filling import going_on, lead, while_it_stands
from .form import typed
from .steps import CHECK, Filling


@csrf_exempt  # See filling.step.
@never_cache
@require_POST
@while_it_stands
def send(request, slug):
    """Take in the draft, or lead to what is still wrong in it."""
    call, draft, refusal = going_on(request, slug)
    if draft and draft.receipt:
        return landing(request, draft, draft.receipt)
    if refusal:
        return refusal
    if draft is None:
        return redirect("apply_form", slug=slug)
    filling = Filling(draft)
    if filling.first_wrong:
        return lead(request, call, draft, CHECK)
    try:
        receipt = take_in(
            draft, filling.form, own=own(request, draft), judged=lambda: judged(request, draft, filling.form)
        )
    except TooMany as many:
        return too_many(request, many.wait, answers=typed(draft.version, MultiValueDict(draft.typed)))
    except intake.Full:
        return not_open(request, call, CallState.FULL, draft)
    except Gone as gone:
        messages.warning(request, gettext("A file you had given is not there any more. Choose it again."))
        rest = MultiValueDict(gone.rest(draft.typed, prefix=PREFIX))
        drafts.save(draft, [PREFIX + key for key in gone.keys], rest)
        return lead(request, call, draft, Filling(draft).step_of(PREFIX + gone.keys[0]))
    except intake.Settled:
        return not_changed(request, draft)
    if drafts.is_held(request, draft):
        keep_sent(request, receipt)
    return landing(request, draft, receipt)


def keep_sent(request, receipt):
    """The session is written whatever the receipt is: no cookie tells a second application by an address from the first."""
    mine = [receipt.application_id] if receipt.kind == receipt.Kind.FIRST else []
    request.session[SENT] = [*request.session.get(SENT, []), *mine]


def landing(request, draft, receipt):
    """Where a sent form leads: whoever has the application open sees their changes in it."""
    if draft.application_id and draft.application_id in open_here(request):
        messages.success(request, gettext("We have your changes. A letter to you says so."))
        return redirect("status", reference=draft.application.reference)
    return redirect("apply_received", slug=draft.call.slug, reference=receipt.reference)


def judged(request, draft, form):
    """Whether it may be junk. Whoever changes what they sent opened it by the link of a letter."""
    if draft.application_id:
        return Judgement("")
    email = form.cleaned_data["email"]
    return judge(request, draft.call, data=draft.typed, email=email, opened_at=draft.begun_at)


def own(request, draft):
    """Keys of the applications that whoever sends this has shown to be theirs. What somebody sent is theirs until its
    address is proven: then it is the address's owner who can open it."""
    unproven = Application.objects.filter(pk__in=request.session.get(SENT, []), proven_at=None)
    return {
        *open_here(request),
        *unproven.values_list("pk", flat=True),
        *([draft.application_id] if draft.application_id else []),
    }


class TooMany(Exception):
    """This network sends more than anybody can read; `wait` seconds, and it may try again."""

    def __init__(self, wait):
        super().__init__(wait)
        self.wait = wait


def take_in(draft, form, *, own, judged, now=None):
    """The receipt of the draft, under a lock on it: whoever presses twice gets the same, and is judged and counted once.

    What it changes is locked first, as whoever withdraws, deletes or announces does, and read then: a change that loses to one
    of them is none, and never a new application. `judged` returns a Judgement. Raises intake.Settled, intake.Full, TooMany.
    """
    now = now or timezone.now()
    with transaction.atomic():
        changed = Application.objects.select_for_update(of=("self",)).filter(pk=draft.application_id).first()
        # The receipt is read after the lock: joined to it, it would be the one of before whoever was waited for.
        locked = Draft.objects.select_for_update().filter(pk=draft.pk).first()
        if locked and locked.receipt:
            return locked.receipt
        if locked is None or (draft.application_id and not may_still_change(changed)):
            raise intake.Settled
        judgement = judged()
        if judgement.wait:
            raise TooMany(judgement.wait)
        invited = is_invited(draft, now)
        receipt = intake.receive(
            draft.call,
            draft.version,
            opened=draft.once,
            name=form.cleaned_data["name"],
            email=draft.application.email if draft.application else form.cleaned_data["email"],
            answers=form.kept,
            language=get_language(),
            own=own,
            **judgement.marks,
            late=is_late(draft.call, draft, now) or (invited and draft.call.has_closed(now)),
            invited=invited,
            now=now,
        )
        attach(locked, receipt.application, draft.version, form.kept)
        if receipt.kind != receipt.Kind.AGAIN:
            claim(receipt.application)
            if draft.call.reference_form_id:
                settle(receipt.application)
        if invited:  # by a link that was sent to this address
            prove(receipt.application)
        drafts.close(locked, receipt)
    return receipt


def may_still_change(application):
    return application is not None and application.disclosed_status == Application.Status.RECEIVED
