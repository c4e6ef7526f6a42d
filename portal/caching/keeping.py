"""Which answers may be kept: those whose view says so, and of these none that was made for one reader."""

from functools import wraps

from django.conf import settings

NEUTRAL = {"cookie", "accept-language", "accept-encoding"}
"""What an answer may vary on and be kept: who asks has no session, and the language stands in the address."""


def keep(request):
    """What is answered to this request is the same for everybody who has no session, until content or clock change it."""
    request.may_be_kept = True


def kept(view):
    """A view whose every answer 200 is such a one."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        keep(request)
        return view(request, *args, **kwargs)

    return answer


def is_for_everybody(request, response):
    """Whether this answer, to a request without a session, may be given to others."""
    return (
        getattr(request, "may_be_kept", False)
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not getattr(request, "is_preview", False)
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        and not _says_messages(request)
        and not getattr(request.session, "modified", False)
        and not {"private", "no-store", "no-cache"} & _listed(response, "Cache-Control")
        and _listed(response, "Vary") <= NEUTRAL
    )


def _says_messages(request):
    messages = getattr(request, "_messages", None)
    return messages is not None and (messages.used or messages.added_new)


def _listed(response, header):
    return {part.strip().lower() for part in response.get(header, "").split(",")} - {""}


def is_anonymous(request):
    """Whether it may be anybody's: it only reads, and brings nothing that tells who asks."""
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "messages" not in request.COOKIES
        and "HTTP_AUTHORIZATION" not in request.META
        and not request.META.get("CONTENT_TYPE")
    )
