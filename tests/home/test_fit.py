"""“Which programs fit me?” as readers meet it: questions that matter, answers with reasons, nothing kept."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programs.models import Host
from tests.factories import make_call, make_program, make_program_page, make_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def division():
    return Host.objects.create(name="Association of College Libraries", acronym="ACL", kind="division")


def ask(client, **said):
    answer = client.post("/fit/", said)
    assert answer.status_code == 200
    return answer.content.decode()


def under(page, heading):
    """What stands under an answer's heading."""
    return re.split(r"<h2", page.split(f">{heading}", 1)[1])[0] if f">{heading}" in page else ""


def test_only_questions_that_matter_are_asked(client, division):
    make_role(make_program(), "mentee", years_below=5)
    page = client.get("/fit/").content.decode()
    assert 'name="years"' in page
    assert not {name for name in ("age", "student", "first_year", "member_of") if f'name="{name}"' in page}
    make_role(make_program(), "mentor", age_least=18).member_of.set([division])
    page = client.get("/fit/").content.decode()
    assert 'name="age"' in page


def test_an_open_call_that_fits_is_a_yes_with_the_way_to_apply(client):
    call = make_call(make_program("OPEN"))
    page = under(ask(client), "Yes: 1 program")
    assert "OPEN Mentoring Program" in page
    assert f'href="/apply/{call.slug}/"' in page
    assert "30 days left" in page


@pytest.mark.parametrize("why", ["upcoming", "paused", "closed"])
def test_what_fits_and_is_not_open_is_not_now(client, why):
    program = make_program("LATER", paused=why == "paused")
    now = timezone.now()
    days = {"upcoming": (5, 9), "paused": (-5, 9), "closed": (-9, -5)}[why]
    make_call(program, opens=now + timedelta(days=days[0]), closes=now + timedelta(days=days[1]))
    page = under(ask(client), "Not now: 1 program")
    assert "LATER Mentoring Program" in page
    assert "/apply/" not in page
    assert {"upcoming": "Opens ", "paused": "Paused", "closed": "Closed on"}[why] in page


def test_a_no_says_which_condition_fails(client):
    call = make_call(make_program("YOUNG"))
    type(call.role).objects.update(years_below=5)
    page = under(ask(client, years="12"), "No: 1 program")
    assert "It asks for fewer than 5 years of experience. You said 12 years." in page
    assert "/apply/" not in page


def test_unknown_answers_make_a_perhaps(client):
    call = make_call(make_program("WHO"))
    type(call.role).objects.update(years_below=5)
    assert "It asks for fewer than 5 years of experience. You did not say how many you have." in under(
        ask(client), "Perhaps: 1 program"
    )


def test_a_member_of_a_part_is_a_member_of_the_whole(client, division):
    section = Host.objects.create(name="Science Section", kind="section", parent=division)
    for key, body in (("mentee", division), ("mentor", section)):
        role = make_call(make_program(), role=key).role
        role.member_of.set([body])
        role.save()
    assert "Yes: 2 programs" in ask(client, member_of=section.pk)
    assert "Yes: 1 program<" in ask(client, member_of=division.pk)
    assert "No: 2 programs" in ask(client, member_of="none")


def test_a_program_without_the_wanted_role_says_so(client):
    make_call(make_program("MEN"), role="mentee")
    make_call(make_program("TOR"), role="mentor")
    assert "It has no such role." in under(ask(client, role="gives"), "No: 1 program")


def test_an_impossible_number_is_told_beside_its_question(client):
    make_role(make_program(), years_below=5)
    answer = client.post("/fit/", {"years": "-3"})
    assert answer.status_code == 422
    assert 'href="#id_years"' in answer.content.decode()


def test_nothing_is_stored_and_no_cookie_is_set(client):
    make_call(make_program())
    with CaptureQueriesContext(connection) as captured:
        answer = client.post("/fit/", {})
    assert all(query["sql"].startswith("SELECT") for query in captured)
    assert not answer.cookies
    assert "no-store" in answer.headers["Cache-Control"]


def test_query_count_does_not_grow_with_programs(client, division):
    def queries(number):
        for _ in range(number):
            program = make_program()
            make_program_page(program)
            role = make_call(program, form=None).role
            role.member_of.set([division])
            role.save()
        with CaptureQueriesContext(connection) as captured:
            client.post("/fit/", {"years": "3"})
        return len(captured)

    queries(1)
    assert queries(1) == queries(30)
