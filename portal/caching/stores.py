"""Where entries lie: in this process, a bounded number of bytes, what was read last; behind it, where CACHE_URL names one,
a Redis that all nodes share. Neither is asked whether an entry is true: the entry itself says it."""

import hashlib
import logging
import threading
from collections import OrderedDict
from functools import cache

from django.conf import settings
from django.core.cache import caches

from .query import EVERYTHING, what_counts

logger = logging.getLogger(__name__)

MOST_BYTES = 32_000_000
MOST_PLACES = 5_000
UNKNOWN = object()
"""Instead of names: nobody has read this address here yet."""


class Local:
    """Entries by (address, what counts of the query), and the names that each address reads."""

    def __init__(self, most_bytes=MOST_BYTES):
        self.lock, self.most_bytes = threading.Lock(), most_bytes
        self.clear()

    def clear(self):
        self.entries, self.names, self.bytes = OrderedDict(), OrderedDict(), 0

    def names_of(self, place):
        return self.names.get(place, UNKNOWN)

    def note(self, place, names):
        """A page that reads another name today than yesterday has both: names only grow."""
        with self.lock:
            known = self.names.pop(place, frozenset())
            both = EVERYTHING if EVERYTHING in (known, names) else known | names
            self.names[place] = both
            while len(self.names) > MOST_PLACES:
                self.names.popitem(last=False)
        return both

    def get(self, key):
        with self.lock:
            entry = self.entries.get(key)
            if entry:
                self.entries.move_to_end(key)
            return entry

    def put(self, key, entry):
        with self.lock:
            old = self.entries.pop(key, None)
            self.bytes += entry.size - (old.size if old else 0)
            self.entries[key] = entry
            while self.bytes > self.most_bytes:
                self.bytes -= self.entries.popitem(last=False)[1].size


local = Local()


def key_of(request, place, query):
    """Under which key this address would lie; None where it cannot be kept, UNKNOWN where nobody has read it yet."""
    names = local.names_of(place)
    if names is UNKNOWN and query and (shared := _shared_get("names", place)):
        names = local.note(place, shared)
    if names is UNKNOWN and query:
        return UNKNOWN
    counts = what_counts(request.GET, names) if query else ()
    return None if counts is None else (place, counts)


def find(key, word, now):
    """The true entry; else one that was true until a moment ago, or nothing."""
    entry = local.get(key)
    if entry and entry.is_true(word, now):
        return entry
    shared = _shared_get("entry", key)
    if shared and shared.is_true(word, now) and _answers(shared, key):
        local.put(key, shared)
        return shared
    return entry


def _answers(shared, key):
    """Whether another node rendered it knowing of no more names than this one does: else the query may say other things."""
    known = local.names_of(key[0])
    here = frozenset() if known is UNKNOWN else known
    return local.note(key[0], shared.names) == here or not key[1]


def put(place, query, entry, now):
    names = local.note(place, entry.names)
    counts = what_counts(query, names)
    if counts is not None:
        local.put((place, counts), entry)
        _shared_put("entry", (place, counts), entry, entry.ends - now)
        if names is not EVERYTHING:
            _shared_put("names", place, names, entry.ends - now)


def _shared_get(what, key):
    if not settings.CACHE_URL:
        return None
    try:
        return caches["default"].get(_shared_key(what, key))
    except Exception:
        logger.warning("The shared cache does not answer.")
        return None


def _shared_put(what, key, value, seconds):
    if settings.CACHE_URL:
        try:
            caches["default"].set(_shared_key(what, key), value, max(int(seconds), 1))
        except Exception:
            logger.warning("The shared cache does not answer.")


@cache
def release():
    """Of source, templates and translations, and of what the environment says that pages show."""
    found = hashlib.blake2b(repr((settings.WAGTAIL_SITE_NAME, settings.SITE_URL, settings.TIME_ZONE)).encode())
    for folder in ("home", "portal", "programs", "resources", "templates", "locale"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".txt", ".mo", ".css", ".js"}:
                found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


def _shared_key(what, key):
    """With the release: nodes of another one do not read each other's pages."""
    return f"page-{what}-{hashlib.blake2b(repr((release(), key)).encode(), digest_size=16).hexdigest()}"
