"""What this process has read of the content and need not read again: it is true as long as the content has the same word.

For what many pages need and few acts change, such as where each page stands. Never for what readers must not see, nor for
what a clock changes; and nobody may change what they get, since others have it, too.
"""

import threading
from collections import OrderedDict

from asgiref.local import Local

from . import version

MOST_NAMES = 200
UNASKED, EACH_TIME, NOWHERE = object(), object(), object()

_request, _lock, _known = Local(), threading.Lock(), OrderedDict()


class RememberingMiddleware:
    """A request that only reads asks for the word once, before all that it remembers; one that may write, each time."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        around = getattr(_request, "word", NOWHERE)  # a preview is a request within another one
        _request.word = UNASKED if request.method in {"GET", "HEAD"} else EACH_TIME
        try:
            return self.get_response(request)
        finally:
            _request.word = around


def note(word):
    """This request has asked for the word just now."""
    if getattr(_request, "word", NOWHERE) is UNASKED:
        _request.word = word


def word():
    """Of the content that is read from now on. None where nothing can be remembered: outside of requests, where the database
    raises no word by itself, and in a transaction whose own changes it has not told of yet."""
    asked = getattr(_request, "word", NOWHERE)
    if asked is NOWHERE or not version.is_told_at_once():
        return None
    if asked is EACH_TIME:
        return version.current()
    note(version.current() if asked is UNASKED else asked)
    return _request.word


def remembered(name, read):
    """What `read()` gave when it was last asked for under this name, if the content is still the same; else what it gives."""
    current = word()
    if current is None:
        return read()
    with _lock:
        known = _known.get(name)
        if known and known[0] == current:
            _known.move_to_end(name)
            return known[1]
    found = read()
    with _lock:
        _known[name] = current, found
        _known.move_to_end(name)
        while len(_known) > MOST_NAMES:
            _known.popitem(last=False)
    return found
