import hashlib

import pytest
from django.urls import resolve
from django.utils import translation

from programs.letters.applicants import APPLICATION
from programs.models import AccessLink
from programs.people.secret_links import opened
from tests.factories import make_application, make_link

pytestmark = pytest.mark.django_db


def token_of(link):
    return link.rstrip("/").rpartition("/")[2]


def test_a_link_opens_its_application_and_no_other_text_does(settings):
    settings.SITE_URL = "https://portal.example.org"
    application, other = make_application(), make_application()
    link, other_link = make_link(application), make_link(other)
    assert link.startswith("https://portal.example.org/")
    assert opened(token_of(link), APPLICATION) == application
    assert opened(token_of(other_link), APPLICATION) == other
    for token in ("", "x", token_of(link)[:-1], token_of(link) + "=", AccessLink.objects.first().token_hash, "\0"):
        assert opened(token, APPLICATION) is None


def test_a_link_is_long_and_only_its_hash_is_kept():
    token = token_of(make_link(make_application()))
    assert len(token) >= 32
    kept = AccessLink.objects.get()
    assert kept.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(vars(kept))


def test_earlier_links_stay_good():
    application = make_application()
    first, second = make_link(application), make_link(application)
    assert first != second
    assert opened(token_of(first), APPLICATION) == opened(token_of(second), APPLICATION) == application


def test_a_link_leads_to_the_page_in_the_language_of_the_application(settings):
    link = make_link(make_application(language="es"))
    path = link.removeprefix(settings.SITE_URL)
    assert path.startswith("/es/")
    with translation.override("es"):
        assert resolve(path).url_name == "status_open"
