"""Addresses lead where Wagtail leads them, with fewer queries."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from home.models import StandardPage
from portal.caching import remembering
from tests.resources.making import home, spanish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("raised_at_once")]
ADDRESSES = ["/", "/page/", "/page/below/", "/es/", "/es/page/", "/es/page/below/", "/private/", "/private/within/"]
ADDRESSES += ["/alias/", "/alias/within/", "/draft/", "/draft/public/", "/nowhere/", "/page//below/", "/other/below/"]


@pytest.fixture
def page():
    found = home().add_child(instance=StandardPage(title="Page", slug="page"))
    found.add_child(instance=StandardPage(title="Below", slug="below"))
    spanish(found)
    draft = home().add_child(instance=StandardPage(title="Draft", slug="draft", live=False))
    draft.add_child(instance=StandardPage(title="Public", slug="public"))
    private = home().add_child(instance=StandardPage(title="Private", slug="private"))
    private.add_child(instance=StandardPage(title="Within", slug="within"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    private.create_alias(parent=home(), recursive=True, update_slug="alias")
    return found


def answers(**more):
    found = [Client().get(address, **more) for address in ADDRESSES]
    return [(answer.status_code, answer.headers.get("Location"), answer.content) for answer in found]


def test_what_is_served_is_what_wagtail_serves(page, monkeypatch):
    one, again = answers(), answers()
    with monkeypatch.context() as without:
        without.setattr(remembering, "word", lambda: None)
        plain = answers()
    assert one == again == plain
    assert {200, 302, 404} <= {status for status, *_rest in plain}


def test_each_site_has_its_own_pages(page, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    Site.objects.create(hostname="two.example", root_page=page, port=80)
    two = {"headers": {"host": "two.example"}}
    assert (Client().get("/below/", **two).status_code, Client().get("/page/", **two).status_code) == (200, 404)
    assert Client().get("/page/below/", headers={"host": "one.example"}).status_code == 200


def test_a_page_that_moves_becomes_private_or_goes_is_so_for_the_next_reader(page):
    client, below = Client(), page.get_children().get()
    assert client.get("/page/below/").status_code == 200
    page.slug = "moved"
    page.save()
    assert (client.get("/page/below/").status_code, client.get("/moved/below/").status_code) == (404, 200)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get("/moved/below/").status_code == 302
    restriction.delete()
    assert client.get("/moved/below/").status_code == 200
    below.unpublish()
    assert client.get("/moved/below/").status_code == 404


def test_a_page_asks_for_the_word_and_for_its_own_rows(page):
    client = Client()
    client.get("/page/below/")
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/page/below/").status_code == 200
    assert len(captured) == 2
