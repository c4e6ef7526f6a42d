import logging

import pytest
from django.test import Client

from portal.site import health


@pytest.mark.django_db
def test_health_is_told_over_plain_http_and_under_any_name(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["mentors.our-library.org"]
    answer = client.get("/healthz", headers={"host": "192.0.2.7:8000"})
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert client.get("/", headers={"host": "mentors.our-library.org"}).status_code == 301


@pytest.mark.django_db
def test_a_disk_that_takes_no_writing_is_noticed(client, settings, tmp_path):
    """A folder that is not there refuses a file as a full or read-only disk does."""
    settings.VAR_DIR = tmp_path / "secret-place"
    answer = client.get("/healthz")
    assert (answer.status_code, answer["Retry-After"]) == (503, "120")
    assert answer.content == b"disk is away\n"


@pytest.mark.django_db
def test_asking_leaves_nothing_on_the_disk(client, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    assert client.get("/healthz").status_code == 200
    assert not list(tmp_path.iterdir())


@pytest.mark.django_db
def test_health_takes_no_form_and_sets_no_cookie(client):
    assert client.post("/healthz", {"a": "b"}).status_code == 405
    assert not client.get("/healthz").cookies


def test_health_never_hides_a_fault_of_ours(monkeypatch):
    def fail():
        raise ValueError

    monkeypatch.setattr(health, "ask_database", fail)
    assert Client(raise_request_exception=False).get("/healthz").status_code == 500


@pytest.mark.django_db
def test_a_foreign_host_is_refused_without_a_line_in_the_log(client, caplog, capsys):
    with caplog.at_level(logging.DEBUG):
        answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "evil" not in caplog.text + capsys.readouterr().err
    assert "evil" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/admin/login/", "/healthz", "/nowhere/"])
def test_every_answer_says_what_it_may_use_of_the_browser(client, path):
    assert "camera=()" in client.get(path)["Permissions-Policy"]
