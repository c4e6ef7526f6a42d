import hashlib

import pytest
from django.urls import resolve
from django.utils import translation

from programs.letters.links import application_for, mint
from programs.models import AccessLink
from tests.factories import make_application

pytestmark = pytest.mark.django_db


def token_of(link):
    return link.rstrip("/").rpartition("/")[2]


def test_a_link_opens_its_application_and_no_other_text_does(settings):
    settings.SITE_URL = "https://portal.example.org"
    application, other = make_application(), make_application()
    link, other_link = mint(application), mint(other)
    assert link.startswith("https://portal.example.org/")
    assert application_for(token_of(link)) == application
    assert application_for(token_of(other_link)) == other
    for token in ("", "x", token_of(link)[:-1], token_of(link) + "=", AccessLink.objects.first().token_hash, "\0"):
        assert application_for(token) is None


def test_a_link_is_long_and_only_its_hash_is_kept():
    token = token_of(mint(make_application()))
    assert len(token) >= 32
    kept = AccessLink.objects.get()
    assert kept.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(vars(kept))


def test_earlier_links_stay_good():
    application = make_application()
    first, second = mint(application), mint(application)
    assert first != second
    assert application_for(token_of(first)) == application_for(token_of(second)) == application


def test_a_link_leads_to_the_page_in_the_language_of_the_application(settings):
    link = mint(make_application(language="es"))
    path = link.removeprefix(settings.SITE_URL)
    assert path.startswith("/es/")
    with translation.override("es"):
        assert resolve(path).url_name == "status_open"
