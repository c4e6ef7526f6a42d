"""What readers see where there is nothing, where something broke, and while the database is away."""

import os
import subprocess
import sys
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.http import UnreadablePostError
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation
from lxml import html

from portal.site.refusals import too_many


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "language"), [("/nowhere/", "en"), ("/es/nowhere/", "es"), ("/search/x/", "en")])
def test_an_address_without_a_page_offers_search_and_ways_on_in_its_language(client, address, language):
    answer = client.get(address)
    page = html.fromstring(answer.content)
    assert answer.status_code == 404
    assert page.get("lang") == language
    prefix = "/es" if language == "es" else ""
    assert page.xpath("//main//form/@action") == [f"{prefix}/search/"]
    assert f"{prefix}/status/" in page.xpath("//main//a/@href")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page.xpath("//link[@rel='canonical']")


@pytest.mark.parametrize(
    "template",
    ["400.html", "403_cookies.html", "403_csrf.html", "405.html", "413.html", "429.html", "500.html", "503.html"],
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_pages_of_failures_need_neither_request_nor_database(template, language):
    """Without the db mark a query fails this test."""
    with translation.override(language):
        page = html.fromstring(render_to_string(template))
    assert page.get("lang") == language
    assert len(page.xpath("//h1")) == 1


@pytest.mark.django_db
def test_a_failure_tells_readers_nothing_of_its_cause(client, monkeypatch):
    def fail(*args, **kwargs):
        raise ValueError("secret-of-the-house")

    monkeypatch.setattr("home.search.views.find", fail)
    client.raise_request_exception = False
    answer = client.get("/search/?q=anything")
    assert answer.status_code == 500
    assert "secret-of-the-house" not in answer.content.decode()
    assert "Something went wrong on our side" in answer.content.decode()


@pytest.mark.django_db
def test_an_error_of_a_database_that_answers_is_a_failure_of_ours(client, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError("no such column")

    monkeypatch.setattr("home.search.views.find", fail)
    client.raise_request_exception = False
    assert connection.is_usable()
    assert client.get("/search/?q=anything").status_code == 500


AWAY = """
import django; django.setup()
from django.test import Client, RequestFactory
for path in ("/", "/es/nmrt/", "/healthz", "/search/?q=a"):
    answer = Client(raise_request_exception=False).get(path)
    page = answer.content.decode()
    leaks = "5999" in page or "Traceback" in page
    policy = "script-src" in answer["Content-Security-Policy"]
    print(answer.status_code, answer["Retry-After"], leaks, policy, 'lang="es"' in page)
"""


def test_while_the_database_is_away_every_page_says_so_and_when_to_come_back():
    """A process of its own whose database is at a port where nobody listens."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DATABASE_URL": "postgres://portal@127.0.0.1:5999/none",
    }
    told = subprocess.run(
        [sys.executable, "-c", AWAY], env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=60
    )
    expected = [f"503 120 False True {language == 'es'}" for language in ("en", "es", "en", "en")]
    assert told.stdout.splitlines() == expected, told.stderr


TOO_LONG = 2_621_440 + 1


def heading(answer):
    page = html.fromstring(answer.content)
    assert page.xpath("//header[@class='site-header']"), "in the site's own look"
    return page.get("lang"), page.xpath("//h1")[0].text_content()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/status/", "/fit/"])
def test_a_form_over_the_limit_is_given_back(path):
    strict = Client(enforce_csrf_checks=True)
    sent = {
        "opened": "a-key",
        "name": "Sample <b>Typist</b>",
        "q-your-goals": "One\nTwo",
        "q-why": "x" * TOO_LONG,
        "q-none": "",
    }
    answer = strict.post(path, urlencode(sent), content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    assert heading(answer) == ("en", "What you sent is too long")
    kept = html.fromstring(answer.content).xpath("//section[@class='kept']//*[self::dt or self::dd]")
    assert [part.text_content() for part in kept] == [
        "Name", "Sample <b>Typist</b>", "Your goals", "OneTwo", "Why", "x" * TOO_LONG,
    ]  # fmt: skip


@pytest.mark.django_db
def test_an_answer_of_two_and_a_half_million_letters_is_read(client):
    body = urlencode({"email": "x" * 2_600_000})
    assert client.post("/status/", body, content_type="application/x-www-form-urlencoded").status_code != 413


@pytest.mark.django_db
def test_a_body_over_the_limit_that_is_no_form_gets_the_advice_alone(client):
    parts = b'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n' + b"x" * TOO_LONG + b"\r\n--x--\r\n"
    answer = client.generic("POST", "/es/status/", parts, "multipart/form-data; boundary=x")
    assert (answer.status_code, heading(answer)[0]) == (413, "es")
    assert not html.fromstring(answer.content).xpath("//section[@class='kept']")


MALFORMED = {
    "character set": {"data": "name=a", "content_type": "application/x-www-form-urlencoded; charset=utf-16"},
    "too many fields": {
        "data": "&".join(f"f{n}=x" for n in range(2000)),
        "content_type": "application/x-www-form-urlencoded",
    },
    "no boundary": {"data": "name=a", "content_type": "multipart/form-data"},
    "foreign host": {"data": "", "headers": {"host": "evil.example"}},
}


@pytest.mark.django_db
@pytest.mark.parametrize("sent", MALFORMED.values(), ids=MALFORMED)
@pytest.mark.parametrize(("path", "language"), [("/status/", "en"), ("/es/status/", "es")])
def test_what_cannot_be_read_gets_a_page_in_the_sites_look(client, sent, path, language):
    answer = client.generic("POST", path, **sent)
    assert answer.status_code == 400
    assert heading(answer)[0] == language
    assert "script-src 'self'" in answer["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_visitor_who_hangs_up_is_no_failure_of_ours(client, monkeypatch):
    def hang_up(*args):
        raise UnreadablePostError("gone")

    monkeypatch.setattr("home.search.views.find", hang_up)
    assert client.get("/search/?q=anything").status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_browser_without_cookies_is_told_so_and_one_with_an_old_form_is_not(language):
    strict = Client(enforce_csrf_checks=True)
    path = "/status/open/made-up/" if language == "en" else "/es/status/open/made-up/"
    without = strict.post(path, {})
    strict.cookies["csrftoken"] = "a" * 32
    expired = strict.post(path, {})
    assert without.status_code == expired.status_code == 403
    assert heading(without)[0] == heading(expired)[0] == language
    assert heading(without) != heading(expired)
    if language == "en":
        assert heading(without)[1] == "Your browser keeps no cookies"


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "language"), [("/search/", "en"), ("/es/search/", "es"), ("/status/close/", "en")])
def test_another_method_gets_a_page_and_hears_which_are_taken(client, path, language):
    answer = client.get(path) if "close" in path else client.post(path)
    assert answer.status_code == 405
    assert heading(answer)[0] == language
    assert answer["Allow"]


@pytest.mark.parametrize(("path", "told"), [("/apply/x/", "again in 3 minutes"), ("/es/apply/x/", 'lang="es"')])
def test_who_has_to_wait_is_told_how_long_and_gets_back_what_was_typed(path, told):
    typed = {"q-your-work": "A library\nin the woods", "homepage": "trap", "opened": "key", "name": "Ana"}
    answer = too_many(RequestFactory().post(path, typed), 121)
    page = " ".join(answer.content.decode().split())
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (429, "121", "no-store")
    assert told in page
    assert all(text in page for text in ("Your work", "A library", "in the woods", "Ana"))
    assert "trap" not in page


def test_the_caller_may_know_the_questions_words():
    answer = too_many(
        RequestFactory().post("/apply/x/", {"q-work": "x"}), 1, [("Where do you work?", ["In a library"])]
    )
    page = answer.content.decode()
    assert "Where do you work?" in page
    assert "again in 1 minute:" in " ".join(page.split())
