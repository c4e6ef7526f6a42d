"""A program's page says what its rows say, now."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import make_application, make_call, make_program, make_program_page, make_role, make_round

pytestmark = pytest.mark.django_db


def shown(client, page):
    answer = client.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def call():
    program = make_program("ALSC")
    make_program_page(program, body=[{"type": "apply", "value": {"heading": "Start here", "role": ""}}])
    return make_call(program)


def test_an_open_call_has_its_state_first_and_a_button(client, call):
    page = shown(client, call.round.program.pages.get())
    assert page.index("Applications open") < page.index("<h1>")
    assert f'href="/apply/{call.slug}/"' in page


def test_the_embedded_form_posts_to_the_call_and_asks_name_and_email(client, call):
    page = shown(client, call.round.program.pages.get())
    assert f'action="/apply/{call.slug}/"' in page
    assert 'name="name"' in page
    assert 'name="email"' in page
    assert "csrfmiddlewaretoken" not in page


@pytest.mark.parametrize("change", [{"closes": -1}, {"opens": 1, "closes": 2}, {"limit": 0}])
def test_a_call_that_is_not_open_has_no_button(client, call, change):
    now = timezone.now()
    change = {key: value if key == "limit" else now + timedelta(days=value) for key, value in change.items()}
    type(call).objects.update(**{"opens": now - timedelta(days=9)} | change)
    page = shown(client, call.round.program.pages.get())
    assert f"/apply/{call.slug}/" not in page


def test_a_paused_program_shows_its_notice_and_no_button(client, call):
    type(call.round.program).objects.update(paused=True, paused_notice="Under review until spring.")
    page = shown(client, call.round.program.pages.get())
    assert "Under review until spring." in page
    assert "/apply/" not in page


def test_a_withdrawn_form_has_no_button(client, call):
    call.form.unpublish()
    page = shown(client, call.round.program.pages.get())
    assert f"/apply/{call.slug}/" not in page


def test_chosen_resources_are_linked_and_unpublished_ones_are_not(client, call):
    page = call.round.program.pages.get()
    other, draft = make_program_page(make_program("OTHER")), make_program_page(make_program("DRAFT"), live=False)
    page.resources = [{"type": "page", "value": other.pk}, {"type": "page", "value": draft.pk}]
    page.save()
    text = shown(client, page)
    assert other.url in text
    assert "DRAFT Mentoring Program" not in text


def test_the_page_is_the_same_for_every_visitor(client, call):
    page = call.round.program.pages.get()
    first, second = client.get(page.url), client.get(page.url)
    assert first.content == second.content
    assert not first.cookies


def test_query_count_does_not_grow_with_rounds_and_applications(client):
    program = make_program("MANY")
    page = make_program_page(program)
    roles = [make_role(program, key) for key in ("mentor", "mentee")]

    def queries(rounds):
        for _ in range(rounds):
            round = make_round(program)
            for role in roles:
                make_application(make_call(program, role=role.key, round=round, limit=99))
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        return len(captured)

    few, many = queries(1), queries(10)
    assert few == many
    assert many <= 20
