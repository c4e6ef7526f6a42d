"""Where a second factor is shown, set up, kept and reset. See gate.py, which leads here."""

import json
from functools import wraps

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import clear_totp_secret, get_totp_secret
from allauth.mfa.webauthn.internal import auth as webauthn
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log

from portal.site.refusals import too_many
from portal.site.slowing import seconds_left

from . import factors
from .gate import has_passed, note_passed

RESET, ADDED, REMOVED = "portal.second_factor_reset", "portal.second_factor_added", "portal.second_factor_removed"


def register_log_actions(actions):
    actions.register_action(RESET, _("Reset the second factor"), _("Second factor reset"))
    actions.register_action(ADDED, _("Add a second factor"), _("Second factor added"))
    actions.register_action(REMOVED, _("Remove a second factor"), _("Second factor removed"))


def screen(view):
    """Of the one who signed in, and nothing where the site asks for no second factor."""

    @wraps(view)
    def asked(request, *args, **kwargs):
        if not settings.SECOND_FACTOR:
            raise Http404
        return view(request, *args, **kwargs)

    return sensitive_post_parameters()(never_cache(asked))


def shown(view):
    """Only for who has shown theirs, or has none yet."""

    @wraps(view)
    def asked(request, *args, **kwargs):
        if factors.has_one(request.user) and not has_passed(request):
            return redirect("second_factor:show")
        return view(request, *args, **kwargs)

    return screen(asked)


def way_on(request):
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("wagtailadmin_home")


def answer_of(request):
    """What a security key said, as the browser sent it; nothing where that cannot be read."""
    try:
        said = json.loads(request.POST.get("answer", ""))
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _plain(options):
    """What a page holds for the browser to ask a security key with."""
    return json.loads(json.dumps(options, default=dict))


@screen
def show(request):
    user = request.user
    if has_passed(request):
        return redirect(way_on(request))
    if not factors.has_one(user):
        return redirect("second_factor:set_up")
    wrong = False
    if request.method == "POST":
        if not factors.may_try(user):
            return too_many(request, seconds_left("second factor of", user.pk), answers=[])
        by_key = "answer" in request.POST
        found = (
            factors.passed_by_key(user, answer_of(request))
            if by_key
            else factors.passed_by_code(user, request.POST.get("code", ""))
        )
        if found:
            note_passed(request, found)
            return redirect(way_on(request))
        wrong = True
    keys = factors.of(user).filter(type=factors.Type.WEBAUTHN).exists()
    asked = _plain(webauthn.begin_authentication(user)) if keys else None
    return render(request, "portal/signing_in/show.html", {"wrong": wrong, "asked": asked, "next": way_on(request)})


@shown
def set_up(request):
    user, wrong = request.user, ""
    if request.method == "POST":
        if "answer" in request.POST:
            name = request.POST.get("name", "").strip()[:40] or gettext("Security key")
            added = factors.add_key(user, name, answer_of(request))
            wrong = "" if added else "key"
        else:
            added = factors.add_app(user, get_totp_secret(), request.POST.get("code", "")[:20])
            wrong = "" if added else "code"
        if added:
            clear_totp_secret(request)
            note_passed(request, added)
            log(user, ADDED, user=user, data={"type": added.type})
            return redirect("second_factor:codes")
    secret = get_totp_secret()
    picture = get_adapter().build_totp_svg(get_adapter().build_totp_url(user, secret))
    return render(
        request,
        "portal/signing_in/set_up.html",
        {
            "wrong": wrong,
            "secret": " ".join(secret[n : n + 4] for n in range(0, len(secret), 4)),
            "picture": mark_safe(picture[picture.index("<svg") :]),  # noqa: S308 (of our own making)
            "asked": _plain(webauthn.begin_registration(user, passwordless=False)),
            "again": factors.has_one(user),
        },
    )


@shown
def codes(request):
    """Shown while nobody has said that they are kept; then only their number is."""
    user = request.user
    row = factors.of(user).filter(type=factors.Type.RECOVERY_CODES).first()
    if not row:
        return redirect("second_factor:mine" if factors.has_one(user) else "second_factor:set_up")
    if request.method == "POST":
        row.wrap().mark_as_viewed()
        return redirect("second_factor:mine")
    if row.wrap().did_view:
        return redirect("second_factor:mine")
    return render(request, "portal/signing_in/codes.html", {"codes": factors.codes_of(user)})


@shown
def mine(request):
    user = request.user
    if not factors.has_one(user):
        return redirect("second_factor:set_up")
    own = list(factors.of(user).exclude(type=factors.Type.RECOVERY_CODES).order_by("pk"))
    if request.method == "POST":
        if "renew" in request.POST:
            renewed = factors.renew_codes(user)
            if request.session.get("second_factor") not in [row.pk for row in own]:
                note_passed(request, renewed)
            return redirect("second_factor:codes")
        going = [row for row in own if str(row.pk) == request.POST.get("remove")]
        if going and len(own) > 1:
            gone = going[0]
            left = next(row for row in own if row != gone)
            gone.delete()
            note_passed(request, left)
            log(user, REMOVED, user=user, data={"type": gone.type})
        return redirect("second_factor:mine")
    return render(request, "portal/signing_in/mine.html", {"own": own, "left": len(factors.codes_of(user))})


@shown
def reset(request, pk):
    """An administrator's, for somebody who lost theirs."""
    if not (request.user.is_superuser and has_passed(request)):
        raise PermissionDenied
    person = get_object_or_404(get_user_model(), pk=pk)
    if request.method == "POST":
        factors.reset(person)
        log(person, RESET, user=request.user)
        messages.success(request, gettext("At the next sign-in %(person)s sets up a new one.") % {"person": person})
        return redirect("wagtailusers_users:index")
    return render(request, "portal/signing_in/reset.html", {"person": person})


urlpatterns = [
    path("", show, name="show"),
    path("set-up/", set_up, name="set_up"),
    path("codes/", codes, name="codes"),
    path("mine/", mine, name="mine"),
    path("reset/<int:pk>/", reset, name="reset"),
]


def account_item(request):
    """register_account_menu_item"""
    if not settings.SECOND_FACTOR:
        return None
    return {
        "url": reverse("second_factor:mine"),
        "label": gettext("Second factor"),
        "help_text": gettext(
            "The app and the keys by which you sign in, beside your password, and your recovery codes."
        ),
    }


def reset_button(user, request_user):
    """register_user_listing_buttons"""
    if settings.SECOND_FACTOR and request_user.is_superuser:
        yield Button(_("Reset the second factor"), reverse("second_factor:reset", args=[user.pk]), icon_name="key")
