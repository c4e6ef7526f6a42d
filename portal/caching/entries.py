"""One page as it was rendered, ready for every reader: compressed once, with a validator, until its moment."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache

import brotli
from django.conf import settings
from django.http import HttpResponse, HttpResponseNotModified

BROTLI_QUALITY = 5
"""As small as gzip at its best, in a tenth of the time that the highest takes."""
OURS = {"cache-control", "content-encoding", "content-length", "etag", "expires", "vary"}
"""Headers that are written anew for each answer."""


@dataclass(slots=True)
class Entry:
    word: str
    """The content's, read before the page was."""
    since: float
    ends: float
    """Seconds since the epoch: before and from then on some date on it says something else. Clocks are set back, too."""
    age: int
    """For how many seconds browsers may keep it without asking, as its view said."""
    digest: str
    names: frozenset | None
    """The parameters of its address that it reads; None for all of them."""
    headers: tuple
    gzip: bytes
    brotli: bytes
    last_true: float = 0
    """When it was last found to be true."""

    @classmethod
    def of(cls, response, word, since, ends, names):
        body, headers = (
            response.content,
            tuple((name, value) for name, value in response.items() if name.lower() not in OURS),
        )
        digest = hashlib.blake2b(body, digest_size=12)
        digest.update(repr(headers).encode())  # a page may say the same in a frame that it allows no more
        return cls(
            word,
            since,
            ends,
            max_age(response),
            digest.hexdigest(),
            names,
            headers,
            gzip.compress(body, 6, mtime=0),
            brotli.compress(body, quality=BROTLI_QUALITY),
        )

    @property
    def size(self):
        """Bytes, about."""
        return len(self.gzip) + len(self.brotli) + 1000

    def is_true(self, word, now):
        found = self.word == word and self.since <= now < self.ends
        if found:
            self.last_true = now
        return found

    def was_true(self, now, seconds):
        """Whether it was true so short a while ago, and no date on it says otherwise by now."""
        return self.since <= now < self.ends and now - self.last_true < seconds

    def answer(self, request, now):
        coding = coding_for(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        etag = f'"{self.digest}{coding and "-" + coding}"'
        if is_known(etag, request.META.get("HTTP_IF_NONE_MATCH", "")):
            response = HttpResponseNotModified()
        else:
            response = HttpResponse(self.body(coding))
            for name, value in self.headers:
                response.headers[name] = value
            response.headers["Content-Length"] = str(len(response.content))
            if coding:
                response.headers["Content-Encoding"] = coding
        response.headers["ETag"] = etag
        response.headers["Cache-Control"] = self.lifetime(now)
        response.headers["Vary"] = "Accept-Encoding"
        return response

    def body(self, coding):
        return {"br": self.brotli, "gzip": self.gzip}.get(coding) or gzip.decompress(self.gzip)

    def lifetime(self, now):
        """A second less than is left: caches on the way count whole ones, beginning with when they got it."""
        left = max(int(self.ends - now) - 1, 0)
        return f"public, max-age={min(self.age, left)}, s-maxage={min(settings.SHARED_CACHE_SECONDS, left)}"


def max_age(response):
    """What the view said, in seconds; none where it said nothing."""
    for part in response.get("Cache-Control", "").split(","):
        name, _, value = part.strip().partition("=")
        if name == "max-age" and value.isdecimal():
            return int(value)
    return 0


@lru_cache(maxsize=500)
def coding_for(accepted):
    """The smallest that the reader takes: br, gzip, or none."""
    taken = {}
    for part in accepted.lower().split(","):
        name, *said = (each.strip() for each in part.split(";"))
        taken[name] = not any(each.replace(" ", "") in {"q=0", "q=0.0", "q=0.00", "q=0.000"} for each in said)
    return next((coding for coding in ("br", "gzip") if taken.get(coding, taken.get("*", False))), "")


def is_known(etag, said):
    """Whether If-None-Match names it. A proxy that changes a body marks its validator as weak; ours it is all the same."""
    return bool(said) and any(each.strip().removeprefix("W/") in {etag, "*"} for each in said.split(","))
