"""What only a real server shows: posts at the same instant, and requests no test client would send."""

import html
import http.client
import re
import socket
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urlencode, urlsplit

import pytest

FORM = "application/x-www-form-urlencoded"


class StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


opener = urllib.request.build_opener(StayHere)


def ask(url, body=None, *, tries=3, **headers):
    """Status, headers and text, whatever the status. A server may answer and hang up before a long body is sent; that
    answer is lost now and then, and asked for again."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        answer = opener.open(urllib.request.Request(url, data=body, headers=named), timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    except urllib.error.URLError as error:
        if tries > 1 and isinstance(error.reason, BrokenPipeError | ConnectionResetError):
            return ask(url, body, tries=tries - 1, **headers)
        raise
    return answer.status, answer.headers, answer.read().decode(errors="replace")


@pytest.fixture(scope="session")
def apply_url(demo_site):
    """The form of a call that is open now, found the way a reader finds it."""
    for path in re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", ask(f"{demo_site.url}/sitemap.xml")[2]):
        found = re.search(r'href="(/apply/[^"/]+/)"', ask(demo_site.url + path)[2])
        if found and not path.startswith("/es/"):
            return demo_site.url + found[1]
    pytest.fail("No page of the demo leads to an open form.")


LIKELY = {'inputmode="numeric"': "3", 'type="url"': "example.org"}
"""What is no sample answer, by a sign of its control."""


def filled(apply_url, email):
    """What sends a form that was filled by a browser without cookies: the key of its draft."""
    place = "form/"
    page = ask(apply_url + place)[2]
    while place != "check/":
        status, _headers, page = ask(apply_url + place, urlencode(answered(page, email)).encode())
        assert status == 200, (
            f"{place} took none of these answers: {re.findall('error-summary.*?</ul>', page, re.DOTALL)}"
        )
        place = re.findall(r'<form method="post" action="/apply/[^"/]+/([^"]+)"', page)[0]
    return {"draft": html.unescape(re.search(r'name="draft" value="([^"]+)"', page)[1])}


def answered(page, email):
    """An answer to every question of one step, and what the page carries."""
    carried = {name: html.unescape(value) for name, value in re.findall(r'name="(opened|draft)" value="([^"]+)"', page)}
    typed = {"name": "Sample Racer", "email": email, "agree": "on"} | carried
    for tag in re.findall(r"<(?:input|textarea)[^>]+>", page):
        name, value = re.search(r'name="(q-[^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and name[1] not in typed:
            likely = next((text for sign, text in LIKELY.items() if sign in tag), "A sample answer")
            typed[name[1]] = value[1] if value else email if 'type="email"' in tag else likely
    for name, options in re.findall(r'<select name="(q-[^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        row = name.rpartition("_")[0]
        given = [text for other, text in typed.items() if row and other.startswith(f"{row}_")]
        typed[name] = next(value for value in re.findall(r'value="([^"]+)"', options) if value not in given)
    return typed


def references(page):
    return re.findall(r"[A-Z0-9]+-\d\d-[A-Z0-9]{4}", page)


def test_twenty_identical_posts_at_once_get_one_reference(demo_site, apply_url):
    body = urlencode(filled(apply_url, "race@example.org")).encode()
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: ask(f"{apply_url}send/", body), range(20)))
    assert {status for status, _, _ in answers} == {302}
    assert len({headers["Location"] for _, headers, _ in answers}) == 1
    stored = demo_site.manage(
        "shell", "--verbosity=0", "-c",
        "from programs.models import *; a = Application.objects.filter(correspondent__email='race@example.org'); "
        "print(a.count(), Receipt.objects.filter(application__in=a).count(), "
        "Letter.objects.filter(correspondent__applications__in=a).count())",
    )  # fmt: skip
    assert stored.split() == ["1", "1", "1"]


@pytest.mark.parametrize("charset", ["utf-16", "latin-1", "utf-7", "rot13", "no-such-charset"])
@pytest.mark.parametrize("kind", [FORM, "multipart/form-data; boundary=x", "text/plain"])
@pytest.mark.parametrize("path", ["", "/status/", "/alcts/readings/?for=x", "/admin/login/"])
def test_a_form_in_another_character_set_is_refused_politely(demo_site, apply_url, charset, kind, path):
    part = b'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n+2AA-\r\n--x--\r\n'
    url = demo_site.url + path if path else apply_url
    status, _, _ = ask(url, part if "boundary" in kind else b"name=a", Content_Type=f"{kind}; charset={charset}")
    assert status == 400


@pytest.mark.parametrize("path", ["/status/", "/admin/"])
def test_a_cookie_with_a_null_byte_is_refused_politely(demo_site, path):
    status, _, _ = ask(demo_site.url + path, Cookie=r'sessionid="\000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"')
    assert status == 400


HOSTILE = {
    "nothing": b"",
    "null bytes": b"opened=%00&name=%00&email=%00%40example.org&agree=on",
    "half a character": b"opened=x&name=%ff%fe&email=%c3",
    "a thousand fields": "&".join(f"f{n}=x" for n in range(2000)).encode(),
    "a long name": b"opened=x&name=" + b"a" * 500_000,
    "more than a form may hold": b"name=" + b"a" * 1_500_000,
    "the same field often": b"opened=x&" + b"&".join([b"email=a%40example.org"] * 50),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("path", ["form/", "form/2/", "send/", "/status/", "/status/open/made-up/", "/draft/open/x/"])
def test_no_body_makes_the_server_fail(demo_site, apply_url, body, path):
    for kind in (FORM, "multipart/form-data; boundary=x", "application/json", "text/plain"):
        status, _, _ = ask((demo_site.url if path[0] == "/" else apply_url) + path, body, Content_Type=kind)
        assert status < 500, kind


@pytest.mark.parametrize("text", ["\0", "%", "../..", "a" * 3000, "‮", "ALSC-26-\0", "'--", "💥", " "])
def test_no_address_makes_the_server_fail(demo_site, apply_url, text):
    for path in (
        "/{}/",
        "/apply/{}/",
        "/status/{}/",
        "/apply/{}/form/",
        "/status/open/{}/",
        "/draft/open/{}/",
        "/status/{}/withdraw/",
        "/es/{}/",
        "/media/{}",
    ):
        assert ask(demo_site.url + path.format(quote(text, safe="")))[0] < 500, path
    assert ask(f"{apply_url}received/{quote(text, safe='')}/")[0] < 500
    assert ask(f"{apply_url}form/{quote(text, safe='')}/")[0] < 500
    assert ask(f"{demo_site.url}/?{quote(text)}={quote(text)}")[0] < 500


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "NONSENSE"])
def test_no_method_makes_the_server_fail(demo_site, apply_url, method):
    for path in ("/", urlsplit(apply_url).path, "/status/", "/status/open/x/", "/healthz"):
        connection = http.client.HTTPConnection(urlsplit(demo_site.url).netloc, timeout=30)
        connection.request(method, path)
        assert connection.getresponse().status < 500, path
        connection.close()


def test_a_foreign_host_name_is_refused(demo_site):
    assert ask(demo_site.url, Host="evil.example")[0] == 400


def test_a_broken_request_leaves_the_server_standing(demo_site):
    address = urlsplit(demo_site.url)
    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: x\r\n\r\n")
    assert ask(f"{demo_site.url}/healthz")[0] == 200


def test_the_log_holds_no_secret_link(demo_site):
    ask(f"{demo_site.url}/status/open/a-secret-that-is-wrong/")
    assert "a-secret-that-is-wrong" not in demo_site.log


@pytest.mark.parametrize("path", ["/", "/status/"])
def test_public_pages_carry_a_strict_policy_and_set_no_cookie(demo_site, path):
    _, headers, _ = ask(demo_site.url + path)
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy + ";"
    assert "unsafe" not in policy
    assert headers["Set-Cookie"] is None
