"""Requests that no browser sends, to every address of applying, against gunicorn."""

import http.client
import random
import time
import urllib.parse
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from django.core import signing
from serving import server

from programs.applying import drafts
from programs.applying.urls import urlpatterns
from programs.forms.questions import QUESTIONS
from tests.factories import make_application, make_call, make_form, make_link, make_program
from tests.programs.forms.questions.asking import definition

from .generating import raw_sections
from .posting import begun

REQUESTS, AT_ONCE = 3000, 4
TEXTS = [
    "",
    "\0",
    "%",
    "../..",
    "a" * 3000,
    "\u202e",
    "'--",
    "💥",
    " ",
    "-1",
    "99999999999999999999",
    "{}",
    "None",
    "é\ud83d",
]
BYTES = [b"\xff\xfe", b"\xc3", b"%00", b"%", b"%ZZ", b"&&&=", b"\r\n\r\n", b"=", b"\x80" * 50]
TYPES = [
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    "text/plain",
    "",
]
TYPES += [
    "application/json",
    "application/x-www-form-urlencoded; charset=utf-16",
    "multipart/form-data; boundary=" + "y" * 300,
]
METHODS = ["POST"] * 8 + ["GET"] * 4 + ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "NONSENSE"]


def goals(seed, share):
    many, started = round(REQUESTS * share), time.monotonic()
    call, known = a_call_with_every_type()
    with server() as base_url, ThreadPoolExecutor(AT_ONCE) as pool:
        host = urllib.parse.urlsplit(base_url).netloc
        answers = list(pool.map(lambda n: asked(host, random.Random(seed * 100_000 + n), call, known), range(many)))
    failed = [f"{what}: {status}" for what, status in answers if status >= 500]
    counted = Counter(status for _what, status in answers)
    told = f"{many} in {time.monotonic() - started:.0f} s, {dict(sorted(counted.items()))} (0: hung up on)"
    yield "no malformed request is answered with 500 or more", not failed, "\n".join([told, *failed[:8]])


def a_call_with_every_type():
    """The call, and what a request may name rightly: keys of drafts, a reference, a link, names of fields."""
    asked = [definition(kind, key=f"k{n}") for n, kind in enumerate(QUESTIONS)]
    sections = [{"heading": "Everything", "intro": "", "questions": asked}]
    program = make_program()
    call = make_call(program, form=make_form(program, sections=raw_sections(sections)))
    application = make_application(call)
    keys = [begun(call, n) for n in range(20)]
    token = make_link(application).rstrip("/").rpartition("/")[2]
    names = [f"q-k{n}{part}" for n in range(len(asked)) for part in ("", "_1", "_one", "_given", "_street", "_zone")]
    names += ["name", "email", "agree", "opened", "draft", "go", "then", "anew", "homepage", "csrfmiddlewaretoken"]
    return call, {"keys": keys, "reference": application.reference, "token": token, "names": names}


def paths(patterns=urlpatterns, before=""):
    """The routes of applying, those of its inner rooms too."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from paths(pattern.url_patterns, route)
        else:
            yield route


ROUTES = sorted(set(paths()))


def a_path(chance, call, known):
    right = {"slug": call.slug, "number": "2", "reference": known["reference"], "token": known["token"], "upload": "1"}
    route = chance.choice(ROUTES)
    while "<" in route:
        before, _, rest = route.partition("<")
        name, _, after = rest.partition(">")
        name = name.rpartition(":")[2]
        text = right.get(name, "x") if chance.random() < 0.8 else chance.choice(TEXTS)
        route = before + urllib.parse.quote(text.encode(errors="surrogatepass"), safe="") + after
    query = f"?{quoted(chance)}={quoted(chance)}" if chance.random() < 0.2 else ""
    return f"{chance.choice(['', '', '/es', '/xx'])}/{route}{query}"


def quoted(chance):
    return urllib.parse.quote(chance.choice(TEXTS).encode(errors="surrogatepass"), safe="")


def a_body(chance, known, kind):
    fields = [(chance.choice(known["names"]), chance.choice(TEXTS)) for _ in range(chance.choice([0, 1, 5, 40, 1200]))]
    if chance.random() < 0.7:
        fields.append(("draft", broken(chance, chance.choice(known["keys"]))))
    if "multipart" in kind:
        body = b"".join(part(chance, name, text) for name, text in fields) + b"--x--\r\n"
    else:
        encode = lambda text: urllib.parse.quote_plus(text.encode(errors="surrogatepass"))  # noqa: E731
        body = "&".join(f"{name}={encode(text)}" for name, text in fields).encode()
    for _ in range(chance.choice([0, 0, 0, 1, 3])):
        at = chance.randint(0, len(body))
        body = body[:at] + chance.choice(BYTES) + body[at + chance.choice([0, 1, 20]) :]
    return body


def part(chance, name, text):
    file = '; filename="cv.pdf"' if chance.random() < 0.3 else ""
    head = f'--x\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
    return head.encode() + text.encode(errors="surrogatepass") + b"\r\n"


def broken(chance, key):
    """Most often right; sometimes cut or changed, or signed for something that is none."""
    if chance.random() < 0.7:
        return key
    made = signing.dumps(chance.choice([0, -1, "x", None, [], 10**30]), salt=drafts.SALT)
    return chance.choice([key[:-1], key.swapcase(), made, key + key])


def headers(chance, kind):
    found = {"X-Forwarded-For": chance.choice(["", "x", "::", "1.2.3.4", "1.2.3.4, 5"])}
    found |= {"Content-Type": kind} if kind else {}
    if chance.random() < 0.3:
        cookie = chance.choice(
            [r'sessionid="\000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"', "sessionid=x", "a=b; ;;=", "csrftoken=%00"]
        )
        found["Cookie"] = cookie
    if chance.random() < 0.2:
        found[chance.choice(["X-Saving", "Accept-Language", "Range", "If-None-Match", "Referer"])] = "x,;q=*é"
    return {name: value.encode("latin-1", "replace") for name, value in found.items()}


def asked(host, chance, call, known):
    """(what was asked, the status; 0 where the server hung up)"""
    method, kind = chance.choice(METHODS), chance.choice(TYPES)
    path = a_path(chance, call, known)
    body = None if method in {"GET", "HEAD"} else a_body(chance, known, kind)
    line = http.client.HTTPConnection(host, timeout=60)
    try:
        line.request(method, path, body, headers(chance, kind))
        return f"{method} {path[:100]} ({kind[:40]})", line.getresponse().status
    except (OSError, http.client.HTTPException):
        return f"{method} {path[:100]}", 0
    finally:
        line.close()
