"""Answers readers who have no session with pages that are kept, ahead of sessions and of every query but one."""

import time
from datetime import UTC, datetime

from django.conf import settings
from django.core.exceptions import BadRequest, DisallowedHost, MiddlewareNotUsed, SuspiciousOperation
from django.utils.cache import patch_cache_control

from . import remembering, stores, version
from .building import PATIENCE, Builds
from .entries import Entry
from .keeping import is_anonymous, is_for_everybody
from .moments import next_change
from .query import NotedQuery

NOBODYS = ("/admin/", "/healthz", "/documents/", "/media/", "/static/")
"""Below these nothing is kept, and no version asked for."""


class PageCacheMiddleware:
    """What is kept says itself until when it is true and of which content. See docs/decisions/0032-a-page-cache-that-is-never-wrong.md."""

    def __init__(self, get_response):
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response, self.builds = get_response, Builds()

    def __call__(self, request):
        place = place_of(request)
        word = place and version.current()
        remembering.note(word or remembering.UNASKED)
        if not word:
            return self.for_one(request)
        now, query = time.time(), request.META.get("QUERY_STRING", "")
        key = stores.key_of(request, place, query)
        if key is None or (key is stores.UNKNOWN and request.method == "HEAD"):
            return self.for_one(request)
        found = None if key is stores.UNKNOWN else stores.find(key, word, now)
        if found and found.is_true(word, now):
            return found.answer(request, now)
        if request.method == "HEAD":  # a view may have made less of it
            return self.for_one(request)
        return self.built(request, place, (place, query) if key is stores.UNKNOWN else key, word, found)

    def for_one(self, request):
        """Nothing on the way may keep what a reader with a session gets of a page that others get from here."""
        response = self.get_response(request)
        if getattr(request, "may_be_kept", False) and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, max_age=0)
        return response

    def built(self, request, place, key, word, before):
        if going := self.builds.begin(key, word):
            event, _since = going
            now = time.time()
            if before and before.was_true(now, PATIENCE):
                return before.answer(request, now)
            event.wait(PATIENCE)
            return self.after_waiting(request, place, word)
        with self.builds.building(key, word) as outcome:
            started = (
                time.time()
            )  # before anything is read: what a clock that passes a moment meanwhile says is not kept
            request.GET = query = NotedQuery(request.META.get("QUERY_STRING", ""), encoding=request.encoding)
            response = self.get_response(request)
            if not is_for_everybody(request, response):
                if getattr(request, "may_be_kept", False) and not response.has_header("Cache-Control"):
                    patch_cache_control(response, private=True, max_age=0)
                return response
            ends = next_change(word, datetime.fromtimestamp(started, UTC)).timestamp()
            entry = Entry.of(response, word, started, ends, query.noted)
            if time.time() < ends:
                stores.put(place, query, entry, started)
                outcome.append(entry)
            return entry.answer(request, time.time())

    def after_waiting(self, request, place, word):
        now = time.time()
        key = stores.key_of(request, place, request.META.get("QUERY_STRING", ""))
        found = stores.find(key, word, now) if isinstance(key, tuple) else None
        if found and found.is_true(word, now):
            return found.answer(request, now)
        return self.for_one(request)


def place_of(request):
    """The address as far as what is kept differs by it; None where this request is nobody's but the asker's."""
    if request.path_info.startswith(NOBODYS) or not is_anonymous(request):
        return None
    try:
        request.GET  # noqa: B018 (a query that cannot be read is refused further in)
        return request.scheme, request.get_host(), request.path_info
    except (BadRequest, DisallowedHost, SuspiciousOperation, ValueError):
        return None
