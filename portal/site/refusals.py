"""What somebody reads whose request cannot be taken: in the site's own look, with what to do next.

The pages ask neither the request nor the database for anything: the request may be what is wrong.
"""

import math

from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpResponse, QueryDict
from django.middleware.csrf import REASON_NO_CSRF_COOKIE
from django.template.loader import render_to_string
from django.utils import translation

GIVEN_BACK, SWALLOWED = 8_000_000, 64_000_000
"""Bytes of a form that is too long: what is read to be given back, and what more is read and let go, because a browser
that may not send to the end shows no answer."""

HIDDEN = {"csrfmiddlewaretoken", "opened", "homepage"}
"""Fields of a form that nobody typed."""


class CutOff(BadRequest):
    """The connection broke in the middle of a file."""


def refusal(request, status, template=None, **context):
    """The page of this status, in the language of the address or else of the browser."""
    with translation.override(language_of(request)):
        page = render_to_string(template or f"{status}.html", context)
        language = translation.get_language()
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-store", "Content-Language": language})


def language_of(request):
    return translation.get_language_from_path(request.path_info) or translation.get_language_from_request(request)


def malformed(request, exception=None):
    """handler400: everything that Django cannot read, and bodies over the limit."""
    if isinstance(exception, RequestDataTooBig):
        return refusal(request, 413, answers=what_was_typed(request), files=with_files(request))
    if isinstance(exception, CutOff):
        return refusal(request, 400, "400_cut.html")
    return refusal(request, 400)


def unproven(request, reason=""):
    """A form that does not prove that it came from this site; one whose browser keeps no cookies needs other advice."""
    without_cookies = reason == REASON_NO_CSRF_COOKIE
    return refusal(request, 403, "403_cookies.html" if without_cookies else "403_csrf.html")


def too_many(request, seconds, answers=None):
    """One network asks more often than people do: says when to try again, and gives back what was typed.

    `answers` are pairs of a question and its lines, where the caller knows more than the names of the fields.
    """
    minutes = math.ceil(seconds / 60)
    page = refusal(request, 429, minutes=minutes, answers=given_back(request.POST) if answers is None else answers)
    page["Retry-After"] = str(seconds)
    return page


def what_was_typed(request):
    """Pairs of a field's name and its lines, as far as a form that is too long can still be read."""
    if request.content_type != "application/x-www-form-urlencoded":
        swallow(request)
        return []
    try:
        sent = request.read(GIVEN_BACK)
        swallow(request)
        fields = QueryDict(sent, encoding="utf-8")
    except (OSError, RequestDataTooBig, ValueError):
        return []
    return given_back(fields)


def given_back(fields):
    typed = [(name, "\n".join(values)) for name, values in fields.lists() if name not in HIDDEN]
    return [(readable(name), text.splitlines()) for name, text in typed if text.strip()]


def with_files(request):
    return request.content_type == "multipart/form-data"


def swallow(request):
    try:
        for _ in range(SWALLOWED // 1_000_000):
            if not request.read(1_000_000):
                return
    except OSError:  # who sends has gone
        return


def readable(name):
    """`q-your-work` as a reader may know it again: Your work."""
    return name.removeprefix("q-").replace("-", " ").replace("_", " ").capitalize()
