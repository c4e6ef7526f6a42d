import logging

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse, UnreadablePostError
from django.template.loader import render_to_string

from .health import RETRY_AFTER
from .refusals import refusal

logger = logging.getLogger("django.request")


class ReadableFormMiddleware:
    """Answers 400 to what Django reads too late or not at all, which a real server turns into a 500.

    That is another character set than UTF-8 (Django reads form and query in whatever the request names, even in one
    that is no encoding of text), and a cookie with a null byte, which PostgreSQL refuses to be asked for.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        charset = request.content_params.get("charset", "utf-8").lower()
        if charset not in {"utf-8", "utf8"} or any("\0" in value for value in request.COOKIES.values()):
            return refusal(request, 400)
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Whoever hung up in the middle of a form is no failure of ours."""
        return refusal(request, 400) if isinstance(exception, UnreadablePostError) else None


class KindRefusalsMiddleware:
    """Gives a refusal that Django leaves empty the site's own page: 405, another way of asking than the address takes."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 405 or response.streaming or response.content:
            return response
        page = refusal(request, 405)
        page["Allow"] = response.get("Allow", "")
        return page


class PoliciesMiddleware:
    """Says what a page may use of the browser. Wagtail's admin, and it alone, gets the content policy its widgets need;
    where one signs in to it, nothing of that is needed. A page with recordings, and it alone, may frame the sites that play
    them (see portal/templatetags/material.py)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response["Permissions-Policy"] = settings.PERMISSIONS_POLICY
        if request.path.startswith("/admin/") and not request.path.startswith(settings.UNSIGNED_ADMIN):
            response._csp_config = settings.ADMIN_POLICY
        elif players := getattr(request, "players", None):
            response._csp_update = {"frame-src": sorted(players)}
        return response


class DatabaseAwayMiddleware:
    """Answers 503 and “try again” while the database cannot be reached, as during its maintenance."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, OperationalError | InterfaceError) or _database_answers():
            return None
        logger.error("The database is away: %s", request.path, exc_info=exception)
        page = render_to_string("503.html")
        return HttpResponse(page, status=503, headers={"Retry-After": RETRY_AFTER, "Cache-Control": "no-store"})


def _database_answers():
    """False for a connection that was never made or that broke."""
    return connection.connection is not None and connection.is_usable()
