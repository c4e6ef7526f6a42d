"""Filling the form, a step at a time. What is typed is saved at every press, whichever way it leads.

Every POST answers with a redirect, so that a page can be loaded again. A browser that keeps no cookies gets the next page
as the answer itself, and brings the draft's signed key along in the form.
"""

from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from portal.site.slowing import slowed
from programs.floods.judging import MOST_SENT
from programs.forms.answering import PREFIX
from programs.models import Draft
from programs.offer.call_state import CallState
from programs.uploads.placing import received, too_many_files

from . import drafts, showing
from .before import call_or_404, not_open, state_for
from .beginning.opening import begun
from .resuming import close_for_others, save_for_later
from .steps import CHECK, LATER, YOU, Filling, on_the_way, where_to

DRAFTS = MOST_SENT
"""So many may be begun from one network in an hour: no fewer than judging takes in, so that a flood keeps none of its honest
neighbors out."""

BACKGROUND = "X-Saving"
"""A header of what the page's script saves while somebody types, before they have pressed anything."""


def while_it_stands(view):
    """Of a draft that is deleted in the middle of a request, as when its owner erases what they sent: the form's start says so."""

    @wraps(view)
    def answer(request, slug, **where):
        try:
            return view(request, slug, **where)
        except Draft.DoesNotExist:
            messages.warning(
                request, gettext("This form was deleted meanwhile, with what was typed in it. You can begin anew.")
            )
            return redirect("apply_form", slug=slug)

    return answer


@csrf_exempt  # The pages carry no token, so that caches may keep them; going_on() asks where a POST comes from.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@while_it_stands
def step(request, slug, number=YOU):
    """One step of the form. The first one begins the draft when it is sent."""
    call, draft, refusal = going_on(request, slug)
    if refusal:
        return refusal
    if request.method == "POST":
        return take(request, call, draft, number)
    if draft is None and number != YOU:
        messages.info(request, gettext("Begin here: this browser holds no application that was begun."))
        return redirect("apply_form", slug=slug)
    return showing.one_step(request, call, draft, number) if draft else showing.first_step(request, call)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@while_it_stands
def check(request, slug):
    """The answers to look over. A POST leads back to a step, to change something in it."""
    call, draft, refusal = going_on(request, slug)
    if refusal:
        return refusal
    if draft is None:
        return redirect("apply_form", slug=slug)
    if request.method == "POST":
        return lead(request, call, draft, where_to(draft, CHECK, request.POST.get("go", "")))
    return lead(request, call, draft, CHECK)


@never_cache
@require_safe
@while_it_stands
def saved(request, slug):
    """Where somebody is told how to come back."""
    call, draft, refusal = going_on(request, slug)
    if draft is None:
        return refusal or redirect("apply_form", slug=slug)
    return refusal or lead(request, call, draft, LATER)


def going_on(request, slug):
    """(call, the request's draft or None, the answer where nothing can be filled now or None)."""
    call = call_or_404(slug)
    if request.method == "POST" and comes_from_elsewhere(request):
        return call, None, redirect("apply_form", slug=slug)
    draft = drafts.held(request, call)
    if "anew" in request.POST:
        drafts.let_go(request, call)
        return call, None, redirect("apply_form", slug=slug)
    if draft and draft.sent_at:
        return call, draft, showing.sent_already(request, call, draft)
    state = state_for(call, draft)
    if state != CallState.OPEN or call.url:
        return call, draft, not_open(request, call, CallState.WITHDRAWN if call.url else state, draft)
    if draft:
        speak(draft, call)
    return call, draft, None


def comes_from_elsewhere(request):
    """Whether a page of another site posts this: it could bring the key of its own draft, for this person to fill. Browsers
    that do not say where they come from are believed."""
    host = request.get_host()
    return request.headers.get("Origin", "") not in {"", f"https://{host}", f"http://{host}"}


def speak(draft, call):
    """Whoever changes the language goes on with the form's other language; where there is none, their own answers are still
    said anew: 3/5/2027 is another day in Spanish."""
    if draft.language != get_language():
        version = call.form.in_language(get_language()).version()
        version = draft.version if version.language == draft.version.language else version
        drafts.in_language(draft, version, get_language())


def take(request, call, draft, number):
    """Save what was typed, and lead to where the pressed button says."""
    go = "stay" if "speak" in request.POST else request.POST.get("go", "on")
    if draft is None and (refusal := slowed(request, "drafts", most=DRAFTS)):
        return refusal
    draft, new = (draft, False) if draft else begun(request, call, tried=[YOU] if go == "on" else [])
    if draft is None:
        return showing.first_step(request, call, typed=request.POST)
    step = on_the_way(draft).step(number)
    too_many = too_many_files(request)
    if not new or number != YOU:
        files = MultiValueDict() if too_many else request.FILES
        drafts.save(draft, step.names, brought(request, draft, step, files), tried=step.number if go == "on" else None)
    close_for_others(draft)
    if too_many:
        return too_many
    if go == LATER:
        save_for_later(draft)
    if BACKGROUND in request.headers:
        return HttpResponse(status=204)
    with translation.override(wanted_language(request)):
        speak(draft, call)
        return lead(request, call, draft, where_to(draft, step.number, go, then=request.POST.get("then")))


def wanted_language(request):
    """The one of the button that saves and changes it, or the page's: a link alone would lose what is typed and not saved."""
    wanted = request.POST.get("speak")
    return wanted if wanted in dict(settings.LANGUAGES) else get_language()


def brought(request, draft, step, files):
    """What was posted for this step, with each of these files taken in and named instead."""
    typed = {part: request.POST.getlist(part) for part in request.POST}
    pressed = BACKGROUND not in request.headers
    return MultiValueDict(received(draft, step.questions, typed, files, prefix=PREFIX, removing=pressed))


def lead(request, call, draft, place):
    """To the page of this place: by redirect, or at once where a redirect would lose the draft."""
    filling = Filling(draft) if place == CHECK else None
    if filling and filling.first_wrong:
        place = filling.first_wrong.number
        drafts.save(draft, [], {}, tried=place)
    stays = request.method != "POST" and request.path == address_of(call, place)
    if stays or not showing.keeps_cookies(request):
        if place == LATER:
            return showing.saved(request, call, draft)
        if place == CHECK:
            return showing.answers_so_far(request, call, draft, filling)
        return showing.one_step(request, call, draft, place)
    drafts.hold(request, draft)
    changing = request.POST.get("then") == CHECK and place not in (CHECK, LATER)
    return redirect(address_of(call, place) + ("?then=check" if changing else ""))


def address_of(call, place):
    named = {CHECK: "apply_check", LATER: "apply_saved", YOU: "apply_form"}
    return reverse(named[place], args=[call.slug]) if place in named else reverse("apply_step", args=[call.slug, place])
