"""The gate of the second factor: who may enter the admin and has not shown it in this session is nobody yet.

It stands behind every way of signing in, whichever asked for the password: each address of the admin leads to where the
factor is shown or set up, and everywhere else (documents, previews, the bar on pages) somebody like that is a visitor.
"""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from .factors import of

ADMIN = "/admin/"
HERE = "/admin/second-factor/"
OPEN = ("/admin/login/", "/admin/logout/", "/admin/password_reset/", "/admin/jsi18n/", "/admin/sprite/")
"""What of the admin somebody needs who has signed in by a password alone, or not at all."""

MARK = "second_factor"


def note_passed(request, factor):
    """In this session this factor was shown."""
    request.session.cycle_key()
    request.session[MARK] = factor.pk
    request._second_factor = True


def has_passed(request):
    """Whether this session showed one that the person still has: who loses it is asked again at once."""
    if not hasattr(request, "_second_factor"):
        mark = request.session.get(MARK)
        request._second_factor = bool(mark) and of(request.signed_in).filter(pk=mark).exists()
    return request._second_factor


def is_half(request):
    """Whether somebody who may enter the admin has shown a password alone."""
    user = request.signed_in
    return bool(user.is_authenticated and user.has_perm("wagtailadmin.access_admin") and not has_passed(request))


class SecondFactorMiddleware:
    """After AuthenticationMiddleware. On public addresses nobody is looked up before somebody asks who is there."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.signed_in = request.user
        if settings.SECOND_FACTOR:
            if not request.path.startswith(ADMIN):
                signed_in = request.user
                request.user = SimpleLazyObject(lambda: AnonymousUser() if is_half(request) else signed_in)
            elif not request.path.startswith((HERE, *OPEN)) and is_half(request):
                return redirect(reverse("second_factor:show", query=self.where_to(request)))
        return self.get_response(request)

    def where_to(self, request):
        """What was asked for, if asking again does no harm."""
        return {"next": request.get_full_path()} if request.method == "GET" else {}
