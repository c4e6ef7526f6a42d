"""Sites whose recordings can be watched on a page of ours, once a reader has pressed for it; of any other, a link."""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit


class Player(NamedTuple):
    """`address` is what the frame loads: the site's kind that keeps the least about who watches."""

    site: str
    origin: str
    address: str


def player(url):
    """The Player of a recording's address; None where there is no such, and the recording is a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if parts.scheme not in {"http", "https"} or host not in SITES:
        return None
    return SITES[host](parts)


def _youtube(parts):
    """youtube.com/watch?v=…, /live/…, /embed/…, /shorts/…"""
    last = re.fullmatch(r"/(?:live|embed|shorts)/([^/]+)/?", parts.path)
    return _of_youtube(last[1] if last else parse_qs(parts.query).get("v", [""])[0])


def _of_youtube(key):
    if not re.fullmatch(r"[\w-]{11}", key, re.ASCII):
        return None
    origin = "https://www.youtube-nocookie.com"
    return Player("YouTube", origin, f"{origin}/embed/{key}?autoplay=1")


def _vimeo(parts):
    """vimeo.com/123456789, and /123456789/abcdef of a recording that is in no list."""
    found = re.fullmatch(r"/(?:video/)?(\d+)(?:/([0-9a-f]+))?/?", parts.path, re.ASCII)
    if not found:
        return None
    origin = "https://player.vimeo.com"
    secret = f"&h={found[2]}" if found[2] else ""
    return Player("Vimeo", origin, f"{origin}/video/{found[1]}?dnt=1&autoplay=1{secret}")


SITES = {
    "youtube.com": _youtube,
    "youtube-nocookie.com": _youtube,
    "youtu.be": lambda parts: _of_youtube(parts.path.strip("/")),
    "vimeo.com": _vimeo,
    "player.vimeo.com": _vimeo,
}
