"""One build of a page at a time: whoever comes while it is built gets what was true until then, or waits for it."""

import threading
import time
from collections import OrderedDict
from contextlib import contextmanager

PATIENCE = 2
"""Seconds: so long, and no longer, a page that is being built is waited for, or answered with the one before."""
MOST_REMEMBERED = 2_000


class Builds:
    """By what is built: since when, and what those who wait for it are told by."""

    def __init__(self):
        self.lock, self.going, self.vain = threading.Lock(), {}, OrderedDict()

    def begin(self, key, word):
        """None for whoever is to build it; else (the event that ends the build, when it began). What turned out to be
        nothing to keep, with this content, is built by everybody for themselves."""
        with self.lock:
            if self.vain.get(key) == word:
                return None
            found = self.going.get(key)
            if found and time.monotonic() - found[1] < PATIENCE:
                return found
            self.going[key] = (threading.Event(), time.monotonic())
            return None

    def end(self, key, word, *, was_kept):
        with self.lock:
            event, _since = self.going.pop(key, (None, None))
            self.vain.pop(key, None)
            if not was_kept:
                self.vain[key] = word
                while len(self.vain) > MOST_REMEMBERED:
                    self.vain.popitem(last=False)
        if event:
            event.set()

    @contextmanager
    def building(self, key, word):
        """Ends the build whatever happens in it; `was_kept` is to be appended to what this gives."""
        outcome = []
        try:
            yield outcome
        finally:
            self.end(key, word, was_kept=bool(outcome))
