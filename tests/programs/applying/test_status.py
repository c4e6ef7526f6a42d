"""Where an applicant stands, and who may see it."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from programs.lifecycle import advance
from programs.models import AccessLink, Application, Letter
from programs.moderation.announcing.telling import announce
from tests.factories import make_application, make_call, make_link, make_program, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    return make_application(make_call(make_program("ALSC")), email="sample@example.org")


@pytest.fixture
def opened(client, application):
    """A browser in which the secret link was opened."""
    path = "/status/open/" + make_link(application).rstrip("/").split("/")[-1] + "/"
    assert client.post(path).url == f"/status/{application.reference}/"
    return client


def decide(application, verb):
    return advance(application, verb, by=make_user(), seen=application.status)


def page(client, application):
    """The status page, without the token that differs every time."""
    return re.sub(
        r'(name="csrfmiddlewaretoken" value=")[^"]+',
        r"\1",
        client.get(f"/status/{application.reference}/").content.decode(),
    )


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


def test_an_application_is_open_until_its_reader_closes_it_or_the_browser(opened, application):
    """On a computer that many people use, the next one must not find it."""
    assert not opened.cookies["sessionid"]["max-age"]
    assert f'action="{reverse("status_close")}"' in page(opened, application)
    assert opened.get(reverse("status_close")).status_code == 405
    closed = opened.post(reverse("status_close"), follow=True).content.decode()
    assert "closed on this device" in closed
    assert application.reference not in closed
    for path in (f"/status/{application.reference}/", f"/status/{application.reference}/withdraw/"):
        assert opened.get(path).status_code == 404


def test_a_link_to_one_application_does_not_open_another(opened):
    assert opened.get(f"/status/{make_application().reference}/").status_code == 404
    assert opened.post(f"/status/{make_application().reference}/withdraw/").status_code == 404


def test_the_page_shows_what_was_told(opened, application):
    text = page(opened, application)
    assert "We have your application" in text
    assert "A public library" in text
    assert "Storytime" in text


@pytest.mark.parametrize("verb", ["accept", "waitlist", "decline"])
def test_a_silent_decision_does_not_show(opened, application, verb):
    before = page(opened, application)
    decide(application, verb)
    assert page(opened, application) == before


@pytest.mark.parametrize(
    ("verb", "says"), [("accept", "You are accepted"), ("waitlist", "waiting list"), ("decline", "no place this time")]
)
def test_an_announced_decision_shows(opened, application, verb, says):
    decide(application, verb)
    announce(application.decisions.all(), by=get_user_model().objects.get())
    assert says in page(opened, application)


@pytest.mark.parametrize("verb", [None, "accept", "waitlist", "decline"])
def test_withdrawing_stands_whatever_was_silently_decided(opened, application, verb):
    if verb:
        decide(application, verb)
    answer = opened.post(f"/status/{application.reference}/withdraw/", follow=True)
    assert "You have withdrawn" in answer.content.decode()
    assert Application.objects.get().status == "withdrawn"
    assert not application.decisions.undisclosed().exists()
    assert Letter.objects.get().kind == "withdrawn"


def test_withdrawing_twice_changes_and_writes_nothing_more(opened, application):
    for _ in range(2):
        opened.post(f"/status/{application.reference}/withdraw/")
    assert Letter.objects.count() == 1


def test_looking_at_the_withdraw_page_withdraws_nothing(opened, application):
    opened.get(f"/status/{application.reference}/withdraw/")
    assert Application.objects.get().status == "received"


def test_asking_for_a_new_link_says_the_same_to_everybody(client, application):
    known = client.post("/status/", {"email": "Sample@Example.org"})
    unknown = client.post("/status/", {"email": "nobody@example.org"})
    assert known.content == unknown.content
    assert Letter.objects.get().kind == "link"


def test_asking_without_an_address_says_what_is_missing(client):
    answer = client.post("/status/", {"email": ""})
    assert answer.status_code == 422
    assert "Enter your email address" in answer.content.decode()


def test_personal_pages_are_never_stored_by_a_cache(opened, application):
    answer = opened.get(f"/status/{application.reference}/")
    assert "no-store" in answer.headers["Cache-Control"]
