"""Whether this process can do its work, for load balancers and scripts."""

import logging
import tempfile

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse, HttpResponseNotAllowed

logger = logging.getLogger(__name__)

ADDRESS = "/healthz"
RETRY_AFTER = 120
"""Seconds."""


class HealthMiddleware:
    """Answers /healthz before anything else looks at the request: a load balancer asks over plain http, by number.

    It stands before what checks host names, and tells nobody more than which part is away.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info != ADDRESS:
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        away = what_is_away()
        if not away:
            return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})
        headers = {"Retry-After": RETRY_AFTER, "Cache-Control": "no-store"}
        return HttpResponse(f"{away} is away\n", status=503, content_type="text/plain", headers=headers)


def what_is_away():
    """The part that does not answer, or nothing."""
    for name, ask in (("database", ask_database), ("disk", write_to_disk)):
        try:
            ask()
        except (OperationalError, InterfaceError, OSError) as error:
            logger.error("The %s is away: %s", name, type(error).__name__)
            return name
    return ""


def ask_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def write_to_disk():
    """A few kilobytes where media go: a full disk, one that went read-only and one that was never mounted refuse them."""
    with tempfile.TemporaryFile(dir=settings.VAR_DIR) as file:
        file.write(bytes(4096))
        file.flush()
