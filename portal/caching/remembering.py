"""What this process has read of the content and need not read again: it is true as long as the content has the same word.

For what is read often and changed seldom, such as where each page stands. Nobody may change what they get: others have it, too.
"""

import threading
from collections import OrderedDict, defaultdict

from asgiref.local import Local

from . import version
from .moments import next_change

MOST_OF_A_KIND = 50
"""What was asked for last stays, and nothing that is no longer true."""
UNASKED, EACH_TIME, NOWHERE = object(), object(), object()

_request, _lock, _known = Local(), threading.Lock(), defaultdict(OrderedDict)


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


def remembered(kind, read, *, of=None, now=None):
    """What `read()` gave when it was last asked for what is of this kind, and of this one of them, if the content is still
    the same; else what it gives. With `now`, only until the next moment at which any date on the site changes a word."""
    current = word()
    if current is None:
        return read()
    stamp, known = (current, now and next_change(current, now)), _known[kind]
    with _lock:
        then, found = known.get(of, (None, None))
        if then == stamp:
            known.move_to_end(of)
            return found
    found = read()
    with _lock:
        for past in [name for name, (then, _found) in known.items() if then != stamp]:
            del known[past]
        known[of] = stamp, found
        while len(known) > MOST_OF_A_KIND:
            known.popitem(last=False)
    return found
