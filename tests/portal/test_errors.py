"""What readers see where there is nothing, where something broke, and while the database is away."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.template.loader import render_to_string
from django.utils import translation
from lxml import html


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


@pytest.mark.parametrize("template", ["500.html", "503.html"])
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
from django.test import Client
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
