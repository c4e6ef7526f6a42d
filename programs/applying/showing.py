"""The pages of the form: a step, the look at the answers, and what is told once they are sent."""

from django.shortcuts import render
from django.utils.translation import get_language

from programs.forms.addresses import meant
from programs.offer.call_state import CallState, call_sentence
from programs.people.correspondents import masked

from . import drafts
from .before import about
from .beginning.opening import new_key
from .form import CONTACT, ApplicationForm
from .steps import Filling, you

COOKIE = "cookies"
"""Tells nothing but that this browser keeps cookies."""


def keeps_cookies(request):
    return bool(request.COOKIES)


def first_step(request, call, typed=None):
    """The first step before anything is saved: opened now, under a key of its own."""
    version = call.form.in_language(get_language()).version()
    form = ApplicationForm(version, typed)
    form.tell_only(CONTACT if typed else [])
    headings = [section["heading"] for section in version.sections if section["questions"]]
    context = {"form": form, "step": you(), "opened": new_key(call, version), "expired": typed is not None}
    context |= progress([you().heading, *headings], 0)
    return _page(request, call, None, "programs/applying/step.html", context)


def one_step(request, call, draft, number):
    """What was typed in it and, once it was sent on, what is wrong with it."""
    filling = Filling(draft)
    current = filling.step(number)
    context = {
        "form": filling.form,
        "step": current,
        "fields": filling.fields(current),
        "back": filling.before(current),
        "then": request.GET.get("then") or request.POST.get("then"),
    }
    context |= progress([other.heading for other in filling.steps], filling.steps.index(current))
    filling.form.tell_only(current.names if current.number in draft.tried else [])
    return _page(request, call, draft, "programs/applying/step.html", context)


def progress(headings, here):
    """The way through the form: {"way": [(heading, done, now), ...], "place": of the present step, "count": of all}. None
    for `here`: all of them are behind."""
    passed = len(headings) if here is None else here
    way = [(heading, n < passed, n == here) for n, heading in enumerate(headings)]
    return {"way": way, "place": passed + 1, "count": len(headings)}


def answers_so_far(request, call, draft, filling):
    """Everything as the committee will read it, each with a way to change it; for a form without errors."""
    told = {name: filling.form.cleaned_data[name] for name in ("name", "email")}
    context = (
        told
        | {"answers": filling.told(), "meant": meant(told["email"])}
        | progress([step.heading for step in filling.steps], None)
    )
    return _page(request, call, draft, "programs/applying/check.html", context)


def sent_already(request, call, draft):
    """For whoever comes back to a form that was sent: the way to what became of it, and to another one."""
    return render(request, "programs/applying/sent_already.html", about(call) | {"receipt": draft.receipt})


def saved(request, call, draft):
    """How one comes back: the letter that is on its way, or what is missing for it."""
    email = masked(draft.correspondent.email_key) if draft.correspondent else ""
    return _page(
        request, call, draft, "programs/applying/saved.html", {"email": email, "place": max(draft.tried, default=1)}
    )


def _page(request, call, draft, template, context):
    with_cookies = keeps_cookies(request)
    context |= about(call) | {
        "draft": draft,
        "draft_key": drafts.key_of(draft) if draft and not with_cookies else "",
        "state": CallState.OPEN,
        "sentence": call_sentence(call),
        "asked": call.form.in_language(get_language()),
    }
    wrong = request.method == "POST" and (("form" in context and context["form"].errors) or context.get("expired"))
    answer = render(request, template, context, status=422 if wrong else 200)
    if not with_cookies:
        answer.set_cookie(COOKIE, "kept", samesite="Lax", secure=request.is_secure(), httponly=True)
    return answer
