"""A site that is not set up, and one without programs, as readers and staff meet them."""

import pytest
from django.urls import reverse

from programs.models import Program
from tests.factories import make_page_editor, make_program, make_user

pytestmark = pytest.mark.django_db


def test_site_without_administrator_says_what_to_run_and_lets_nobody_claim_it(client):
    response = client.get("/")
    page = response.content.decode()
    assert response.status_code == 503
    assert "manage.py start_site" in page
    assert "<form" not in page.partition("<main")[2]
    assert client.post("/", {"email": "stranger@example.org"}).status_code in {403, 405, 503}
    assert client.get("/es/").status_code in {404, 503}


def test_site_whose_administrator_left_stays_what_it_is(client):
    make_program("ALSC")
    assert client.get("/").status_code == 200
    Program.objects.update(draft=True)
    assert client.get("/").status_code == 200


def test_empty_directory_says_so_and_offers_the_way_to_who_may_add(client):
    admin, editor = make_user(superuser=True), make_page_editor()
    add = reverse("program:begin")
    for user, offered in ((None, False), (editor, False), (admin, True)):
        client.logout()
        if user:
            client.force_login(user)
        page = client.get("/").content.decode()
        assert "No programs yet" in page
        assert "Nothing" not in page
        assert (add in page) is offered


def test_directory_with_a_program_asks_no_query_for_the_first_day(client, django_assert_num_queries):
    make_program("ALSC")
    make_user(superuser=True)
    page = client.get("/").content.decode()
    assert "No programs yet" not in page
    assert "No program fits" not in page
