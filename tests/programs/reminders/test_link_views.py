"""The links in a reminder's letters: to confirm, and to leave."""

import hashlib
import logging

import pytest
from django.core import mail
from django.test import Client
from django.urls import resolve
from django.utils import timezone, translation

from portal.site.logs import HideSecretLinks
from programs.models import AccessLink, Letter, Reminder, letter_kinds
from programs.people.secret_links import mint, opened
from programs.reminders.letters import REMINDER

from .conftest import ask, deliver, make_reminder, open_up, path_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def confirm_path(client, program, settings):
    """The secret path in the letter that asks to confirm."""
    ask(client)
    (letter,) = deliver()
    return path_in(letter, settings)


def leave_path(confirm_path):
    """The same secret opens both doors."""
    return confirm_path.replace("/confirm/", "/leave/")


def token_in(path):
    return path.rstrip("/").rpartition("/")[2]


def test_looking_at_a_link_changes_nothing(client, confirm_path):
    """Mail scanners follow every link, often more than once."""
    for path in (confirm_path, leave_path(confirm_path)):
        for method in (client.get, client.head, client.get):
            assert method(path).status_code == 200
    assert Reminder.objects.get().confirmed_at is None


def test_one_button_confirms_and_a_second_click_changes_nothing(client, confirm_path):
    page = client.get(confirm_path).content.decode()
    assert page.count("<button") == 1
    assert "sample@example.org" not in page
    assert "You are on the list" in client.post(confirm_path).content.decode()
    first = Reminder.objects.get().confirmed_at
    assert first
    assert "You are on the list" in client.post(confirm_path).content.decode()
    assert Reminder.objects.get().confirmed_at == first


def test_the_same_link_takes_off_the_list_later(client, confirm_path):
    client.post(confirm_path)
    page = client.get(confirm_path).content.decode()
    assert "You are on the list" in page
    assert f'action="{leave_path(confirm_path)}"' in page
    assert page.count("<button") == 1
    assert "You are not on the list" in client.post(leave_path(confirm_path)).content.decode()
    assert not Reminder.objects.exists()
    assert not Letter.objects.exists()
    assert not AccessLink.objects.exists()
    assert client.get(confirm_path).status_code == 404
    assert client.post(confirm_path).status_code == 404
    assert not Reminder.objects.exists()


def test_leaving_takes_letters_along_that_wait(client, confirm_path, program):
    ask(client)
    client.post(leave_path(confirm_path))
    assert not deliver()


def test_one_confirms_nobody_else(client, confirm_path, program):
    other = make_reminder(program, "other@example.org", confirmed=False)
    client.post(confirm_path)
    other.refresh_from_db()
    assert other.confirmed_at is None
    client.post(leave_path(confirm_path))
    assert Reminder.objects.get() == other


def test_confirming_when_it_is_open_already_says_so_and_keeps_no_address(client, confirm_path, program):
    open_up(program)
    assert "takes applications now" in client.post(confirm_path).content.decode()
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("token", ["made-up", "%00", "%F0%9F%94%91", "x" * 3000, "..", "%0D%0ASet-Cookie:a=b"])
def test_a_made_up_link_opens_nothing(client, confirm_path, token):
    for method in (client.get, client.post):
        assert method(f"/remind/confirm/{token}/").status_code == 404
        kind = method(f"/remind/leave/{token}/")
        if token != "..":
            assert kind.status_code == 200
            assert "You are not on the list" in kind.content.decode()
    assert Reminder.objects.get().confirmed_at is None


def test_what_is_kept_opens_nothing(client, confirm_path):
    kept = AccessLink.objects.get().token_hash
    assert kept == hashlib.sha256(token_in(confirm_path).encode()).hexdigest()
    assert len(token_in(confirm_path)) >= 22
    assert client.post(f"/remind/confirm/{kept}/").status_code == 404


def test_a_link_to_a_reminder_opens_no_application(client, confirm_path):
    assert client.post(f"/status/open/{token_in(confirm_path)}/").status_code == 404


@pytest.mark.parametrize(("kind", "name"), [("confirm", "remind_confirm"), ("opened", "remind_leave")])
def test_each_letter_leads_to_its_page_in_its_language(program, settings, kind, name):
    reminder = make_reminder(program)
    letter = Letter(kind=kind, language="es", correspondent=reminder.correspondent, about=reminder.about)
    path = mint(letter, letter_kinds()[kind].page).removeprefix(settings.SITE_URL)
    assert path.startswith("/es/remind/")
    with translation.override("es"):
        assert resolve(path).url_name == name
    assert opened(token_in(path), REMINDER) == reminder


def test_a_mail_provider_leaves_for_its_reader_with_one_post(confirm_path):
    """RFC 8058: no cookie, no token, no referrer, and no redirect to follow."""
    answer = Client(enforce_csrf_checks=True).post(leave_path(confirm_path), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Reminder.objects.exists()
    again = Client(enforce_csrf_checks=True).post(leave_path(confirm_path), {"List-Unsubscribe": "One-Click"})
    assert again.status_code == 200


def test_pages_behind_a_link_leave_no_trace(client, confirm_path):
    for path in (confirm_path, leave_path(confirm_path), "/remind/confirm/made-up/"):
        for answer in (client.get(path), client.post(path)):
            assert "no-store" in answer.headers["Cache-Control"]
            assert answer.headers["Referrer-Policy"] == "same-origin"
            assert not answer.cookies
            assert 'name="robots" content="noindex"' in answer.content.decode()


@pytest.mark.parametrize("prefix", ["", "/es", "https://portal.example.org", "https://portal.example.org/es"])
@pytest.mark.parametrize("page", ["confirm", "leave"])
def test_no_log_holds_the_secret(prefix, page):
    address = f"{prefix}/remind/{page}/S3cret-_t0ken/"
    records = [
        logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", (address,), None),
        logging.LogRecord("programs", logging.WARNING, "", 0, f'"POST {address} HTTP/1.1" and <{address}>', (), None),
    ]
    for record in records:
        assert HideSecretLinks().filter(record)
        assert "S3cret" not in record.getMessage()
        assert f"/remind/{page}/[hidden]/" in record.getMessage()


def test_a_form_is_no_secret():
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", ("/remind/ALSC/",), None)
    HideSecretLinks().filter(record)
    assert record.getMessage() == "Not Found: /remind/ALSC/"


def test_only_get_and_post_are_answered(client, confirm_path):
    for path in (confirm_path, leave_path(confirm_path)):
        assert client.put(path).status_code == client.delete(path).status_code == 405
    assert Reminder.objects.exists()
    assert len(mail.outbox) == 1


def test_confirming_when_it_is_open_and_its_page_is_gone_leads_to_the_directory(client, confirm_path, program):
    open_up(program)
    program.pages.get().unpublish()
    assert 'class="button" href="/"' in client.post(confirm_path).content.decode()


def test_who_was_told_is_not_shown_as_waiting(client, confirm_path, program):
    client.post(confirm_path)
    Reminder.objects.update(told_at=timezone.now())
    for method in (client.get, client.post):
        assert method(confirm_path).status_code == 404
