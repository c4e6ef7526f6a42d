"""manage.py start_site, run as an operator or a container runs it."""

import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.urls import reverse
from wagtail.models import Site

from home.models import StandardPage
from tests.factories import make_user

pytestmark = pytest.mark.django_db
EMAIL = "jo@library.org"


def start(*args, **options):
    out = StringIO()
    call_command("start_site", *args, **{"interactive": False, "email": EMAIL, "stdout": out} | options)
    return out.getvalue()


def link_in(text):
    return re.search(r"https?://[^/\s]+(/admin/password_reset/confirm/\S+)", text)[1]


def test_start_site_makes_an_administrator_who_sets_a_password_once(client):
    link = link_in(start())
    form = client.get(link, follow=True)
    typed = {"new_password1": "a long enough phrase", "new_password2": "a long enough phrase"}
    client.post(form.request["PATH_INFO"], typed)
    assert client.login(username=EMAIL, password="a long enough phrase")
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    client.logout()
    again = client.get(link, follow=True).content.decode()
    assert 'name="new_password1"' not in again


def test_start_site_again_adds_nothing_and_names_no_stranger(client):
    start()
    get_user_model().objects.get().set_password("x")
    user = get_user_model().objects.get()
    user.set_password("typed since")
    user.save()
    pages = StandardPage.objects.count()
    told = start(email="other@library.org")
    assert "There is an administrator already" in told
    assert "password_reset" not in told
    assert (get_user_model().objects.count(), StandardPage.objects.count()) == (1, pages)


def test_start_site_gives_a_lost_link_anew_until_a_password_is_set():
    first = link_in(start())
    assert link_in(start()) != ""
    assert first.split("/")[4] == link_in(start()).split("/")[4]


def test_start_site_takes_the_site_address_from_the_environment(settings):
    settings.SITE_URL = "https://mentors.library.org"
    assert "https://mentors.library.org" in start()
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("mentors.library.org", 443)


def test_start_site_leaves_three_drafts_in_each_language():
    start()
    found = StandardPage.objects.values_list("purpose", "locale__language_code", "live")
    wanted = {(purpose, code, False) for purpose in ("about", "privacy", "accessibility") for code in ("en", "es")}
    assert set(found) == wanted


def test_start_site_in_one_language_makes_drafts_in_it_alone():
    start(languages="en")
    assert set(StandardPage.objects.values_list("locale__language_code", flat=True)) == {"en"}


def test_start_site_keeps_a_page_that_was_written_already():
    start()
    StandardPage.objects.filter(purpose="about", locale__language_code="en").update(title="Ours")
    start()
    assert StandardPage.objects.filter(purpose="about", locale__language_code="en").get().title == "Ours"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"email": "jo"}, "is no email address"),
        ({"email": ""}, "START_SITE_EMAIL"),
        ({"username": "a b/c"}, "is no user name"),
        ({"languages": "en,xx"}, "The site knows en, es"),
        ({"languages": "es"}, "always has en"),
        ({"type_password": True}, "START_SITE_PASSWORD"),
    ],
)
def test_start_site_refuses_nonsense_in_words_and_changes_nothing(options, told):
    with pytest.raises(CommandError, match=told):
        start(**options)
    assert not get_user_model().objects.exists()
    assert not StandardPage.objects.exists()


def test_start_site_takes_a_password_from_the_environment_and_refuses_a_weak_one(monkeypatch, client):
    monkeypatch.setenv("START_SITE_PASSWORD", "12345")
    with pytest.raises(CommandError, match="too short"):
        start()
    monkeypatch.setenv("START_SITE_PASSWORD", "a long enough phrase")
    told = start()
    assert "a long enough phrase" not in told
    assert client.login(username=EMAIL, password="a long enough phrase")


def test_start_site_makes_nobody_an_administrator_who_has_an_account():
    make_user("jo")
    with pytest.raises(CommandError, match="has an account"):
        start(email="jo@example.org")
    assert not get_user_model().objects.get().is_superuser


def test_check_tells_of_a_row_with_another_address(settings):
    start()
    call_command("check", "--database", "default", fail_level="WARNING")
    settings.SITE_URL = "https://moved.library.org"
    with pytest.raises(SystemCheckError, match=r"moved\.library\.org"):
        call_command("check", "--database", "default", fail_level="WARNING")
