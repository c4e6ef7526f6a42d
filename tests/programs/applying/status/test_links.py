"""The way to an application and out of it."""

import pytest
from django.urls import reverse

from programs.models import AccessLink, Letter
from tests.factories import make_application, make_link

from . import page

pytestmark = pytest.mark.django_db


def test_following_a_link_opens_nothing_until_the_button_is_pressed(client, application):
    path = "/status/open/" + make_link(application).rstrip("/").split("/")[-1] + "/"
    shown = client.get(path)
    assert shown.status_code == 200
    assert application.name not in shown.content.decode()
    assert client.get(f"/status/{application.reference}/").status_code == 404
    client.post(path)
    assert application.reference in page(client, application)


def test_the_secret_is_stored_nowhere(application):
    token = make_link(application).rstrip("/").split("/")[-1]
    assert len(token) >= 22
    assert token not in str(list(AccessLink.objects.values()))


def test_a_wrong_link_opens_nothing_and_offers_a_new_one(client):
    answer = client.get("/status/open/made-up/")
    assert answer.status_code == 404
    assert reverse("status_lost") in answer.content.decode()


BEHIND = ["", "withdraw/", "delete/", "dates.ics", "copy.html", "copy.json"]
"""Addresses of one application that are looked at."""


def test_an_application_is_open_until_its_reader_closes_it_or_the_browser(opened, application):
    """On a computer that many people use, the next one must not find it."""
    assert not opened.cookies["sessionid"]["max-age"]
    assert f'action="{reverse("status_close")}"' in page(opened, application)
    assert opened.get(reverse("status_close")).status_code == 405
    closed = opened.post(reverse("status_close"), follow=True).content.decode()
    assert "closed on this device" in closed
    assert application.reference not in closed
    for path in BEHIND:
        assert opened.get(f"/status/{application.reference}/{path}").status_code == 404


def test_a_link_to_one_application_does_not_open_another(opened):
    other = make_application()
    for path in BEHIND:
        assert opened.get(f"/status/{other.reference}/{path}").status_code == 404
    for path in ("withdraw/", "delete/", "change/", f"again/{other.call.slug}/"):
        assert opened.post(f"/status/{other.reference}/{path}").status_code == 404
    other.refresh_from_db()
    assert other.status == "received"


def test_asking_for_a_new_link_says_the_same_to_everybody(client, application):
    known = client.post("/status/", {"email": "Sample@Example.org"})
    unknown = client.post("/status/", {"email": "nobody@example.org"})
    assert known.content == unknown.content
    assert Letter.objects.get().kind == "link"


def test_asking_without_an_address_says_what_is_missing(client):
    answer = client.post("/status/", {"email": ""})
    assert answer.status_code == 422
    assert "Enter your email address" in answer.content.decode()


@pytest.mark.parametrize("path", BEHIND)
def test_personal_pages_are_never_stored_by_a_cache(opened, application, path):
    answer = opened.get(f"/status/{application.reference}/{path}")
    assert "no-store" in answer.headers["Cache-Control"]
