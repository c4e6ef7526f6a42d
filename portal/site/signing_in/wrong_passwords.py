"""Wrong passwords are slowed, by the name that is tried and by the network that tries, whichever way in they are typed at,
and leave a line in the log.

A try is counted before the password is looked at and given back when it was right, so that many at once get no more. Whether
anybody has the name makes no difference, and the log says neither a name nor a password: people type one for the other.
"""

import logging

from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.dispatch import receiver

from portal.site.refusals import refusal
from portal.site.slowing import allowed, give_back, network, seconds_left

logger = logging.getLogger(__name__)

MOST_FOR_NAME, MOST_FROM_NETWORK = 10, 30
"""Wrong passwords in an hour."""

NAME, NETWORK = "wrong password for", "wrong password from"


class TooManyWrong(Exception):
    """More wrong passwords than people type; `seconds` until another may be tried."""

    def __init__(self, seconds):
        super().__init__(seconds)
        self.seconds = seconds


class SlowedBackend:
    """Stands first among AUTHENTICATION_BACKENDS and lets nobody in: it counts. It knows no users and gives no rights, so it
    is none of Django's own."""

    def authenticate(self, request, username=None, password=None, **credentials):
        if request is None or username is None or password is None:
            return
        for what, whose, most in _counted(request, username):
            if not allowed(what, whose, most=most):
                left = seconds_left(what, whose)
                logger.warning("Sign-in refused, too many wrong passwords: %s, from %s", what, network(request) or "?")
                raise TooManyWrong(left)


def _counted(request, username):
    """The network first: what it may not try any more shall not use up a name's tries."""
    where = network(request)
    if where:
        yield NETWORK, where, MOST_FROM_NETWORK
    yield NAME, username.strip().casefold(), MOST_FOR_NAME


@receiver(user_logged_in)
def note_right(sender, request, user, **kwargs):
    """That one was no wrong password."""
    if request is not None and getattr(request, "method", "") == "POST":
        for what, whose, _most in _counted(request, user.get_username()):
            give_back(what, whose)


@receiver(user_login_failed)
def note_wrong(sender, credentials, request=None, **kwargs):
    if request is not None:
        logger.warning("Wrong name or password, from %s: %s", network(request) or "?", request.path)


class SlowedSignInMiddleware:
    """Answers 429 where somebody has typed too many wrong passwords, with nothing of what was typed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, TooManyWrong):
            return None
        page = refusal(request, 429, "429_passwords.html", minutes=-(-exception.seconds // 60))
        page["Retry-After"] = str(exception.seconds)
        return page
