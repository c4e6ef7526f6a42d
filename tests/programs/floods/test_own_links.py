from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client, RequestFactory
from django.utils import timezone

from programs.floods.own_links import OPENED, links_in_words, note_opening, still_open
from programs.letters.applicants import APPLICATION
from programs.models import AccessLink, Application
from programs.people.erasing import erase
from programs.people.secret_links import note_use, opened
from tests.factories import make_application, make_link

pytestmark = pytest.mark.django_db


def token_of(link):
    return link.rstrip("/").rpartition("/")[2]


@pytest.fixture
def application():
    return make_application(proven_at=None)


def session_of(application, link, client=None):
    """A request of a browser that has opened the application by this link."""
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request.session[OPENED] = [application.pk]
    note_opening(request, token_of(link), application)
    request.session.save()
    if client:
        client.cookies["sessionid"] = request.session.session_key
    return request


def close(client, application):
    return client.post(f"/status/{application.reference}/links/close/")


def test_opening_a_link_proves_the_address_and_notes_the_use(application):
    session_of(application, make_link(application))
    assert Application.objects.get().proven_at
    assert AccessLink.objects.get().last_used_at


def test_all_other_links_are_closed_and_the_one_in_use_stays_good(client, application):
    mine, other = make_link(application), make_link(application)
    session_of(application, mine, client)
    answer = close(client, application)
    assert (answer.status_code, answer.url) == (302, f"/status/{application.reference}/")
    assert opened(token_of(mine), APPLICATION) == application
    assert opened(token_of(other), APPLICATION) is None


def test_whoever_came_by_a_link_that_is_closed_is_out(client, application):
    mine, other = make_link(application), make_link(application)
    stranger = session_of(application, other)
    assert still_open(stranger, application)
    session_of(application, mine, client)
    close(client, application)
    assert not still_open(stranger, application)


def test_nobody_closes_links_of_what_they_have_not_opened(client, application):
    other = make_application()
    link = make_link(other)
    session_of(application, make_link(application), client)
    assert close(client, other).status_code == close(Client(), application).status_code == 404
    assert opened(token_of(link), APPLICATION) == other
    assert client.get(f"/status/{application.reference}/links/close/").status_code == 405


def test_a_session_ends_with_its_link_and_with_its_application(application):
    request = session_of(application, make_link(application))
    AccessLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert not still_open(request, application)
    erase(Application.objects.all())
    assert not still_open(request, application)


def test_the_page_says_how_many_other_links_there_are_and_when_one_was_used(application):
    request = session_of(application, make_link(application))
    assert links_in_words(request, application) == ""
    make_link(application)
    assert links_in_words(request, application) == "1 other link in our letters opens this application."
    AccessLink.objects.update(last_used_at=timezone.now())
    assert "One was last used on" in links_in_words(request, application)


def test_a_link_that_is_deleted_while_it_is_opened_opens_nothing(client, application, monkeypatch):
    """Its owner erased the application in another window: the page says that the link is none."""
    link = make_link(application)

    def noted_too_late(token):
        AccessLink.objects.all().delete()
        return note_use(token)

    monkeypatch.setattr("programs.floods.own_links.note_use", noted_too_late)
    answer = client.post(f"/status/open/{token_of(link)}/")
    assert answer.status_code == 404
    assert "link" in answer.content.decode()
    assert OPENED not in client.session
    assert not Application.objects.get().proven_at
