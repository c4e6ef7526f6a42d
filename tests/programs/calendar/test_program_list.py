"""The list of programs that other sites show."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from wagtail.models import PageViewRestriction

from tests.factories import make_application, make_call, make_program, make_program_page, make_role, make_round

pytestmark = pytest.mark.django_db

OPENS = datetime(2027, 1, 4, 14, 0, tzinfo=UTC)
CLOSES = datetime(2027, 1, 30, 4, 59, tzinfo=UTC)


@pytest.fixture(autouse=True)
def open_now(time_machine):
    time_machine.move_to(CLOSES - timedelta(hours=1), tick=False)


@pytest.fixture
def program():
    program = make_program("ALSC", name="ALSC Mentoring Program", summary="One sentence.")
    make_program_page(program, slug="alsc")
    return program


def listed(client, path="/programs.json"):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    return {row["code"]: row for row in response.json()["programs"]}


def test_any_site_may_ask_and_keep_it_for_a_minute(client, program):
    response = client.get("/programs.json", headers={"origin": "https://division.example.org"})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=60"
    again = client.get("/programs.json", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again["Access-Control-Allow-Origin"]) == (304, "*")


def test_an_open_program_says_so_with_its_dates_and_where_to_apply(client, program):
    call = make_call(program, opens=OPENS, closes=CLOSES)
    row = listed(client)["ALSC"]
    state = {"key": "open", "sentence": "Closes today: Friday, January 29, 2027, 11:59 pm Eastern."}
    assert row["state"] == state | {"words": "Applications open"}
    assert (row["opens"], row["closes"]) == ("2027-01-04T09:00:00-05:00", "2027-01-29T23:59:00-05:00")
    assert (row["url"], row["name"], row["summary"]) == (f"{settings.SITE_URL}/alsc/", program.name, "One sentence.")
    assert row["host"] == {"name": "Host of ALSC", "acronym": "ALSC"}
    [role] = row["roles"]
    assert role["state"] == state | {"words": "Open"}
    assert (role["key"], role["plural"]) == ("mentee", "mentees")
    assert role["apply"] == f"{settings.SITE_URL}/apply/{call.slug}/"


def test_the_program_s_dates_are_those_its_sentence_tells_of(client, program):
    """Of two open calls the one that closes first; an upcoming one waits."""
    round = make_round(program)
    make_call(program, "mentor", round=round, opens=OPENS, closes=CLOSES + timedelta(days=9))
    make_call(program, "mentee", round=round, opens=OPENS + timedelta(days=1), closes=CLOSES + timedelta(days=2))
    make_call(program, "peer", round=round, opens=CLOSES + timedelta(days=1), closes=CLOSES + timedelta(days=2))
    row = listed(client)["ALSC"]
    assert row["closes"] == "2027-01-31T23:59:00-05:00"
    assert "January 31" in row["state"]["sentence"]
    assert {role["key"]: role["state"]["key"] for role in row["roles"]} == {
        "mentor": "open",
        "mentee": "open",
        "peer": "upcoming",
    }


def test_what_takes_no_applications_says_why_and_gives_no_form(client, program):
    call = make_call(program, opens=OPENS, closes=CLOSES, limit=1)
    make_application(call)
    [role] = listed(client)["ALSC"]["roles"]
    assert (role["state"]["key"], role["apply"]) == ("full", None)
    program.paused = True
    program.save()
    row = listed(client)["ALSC"]
    assert (row["state"]["key"], row["roles"], row["opens"], row["closes"]) == ("paused", [], None, None)


def test_an_affiliate_is_a_name_and_a_link_without_a_state(client):
    make_program("APALA", kind="affiliate", url="https://apala.example.org/?a=1")
    row = listed(client)["APALA"]
    assert (row["kind"], row["state"], row["url"]) == ("affiliate", None, "https://apala.example.org/?a=1")


def test_a_page_behind_a_lock_is_not_linked(client, program):
    PageViewRestriction.objects.create(page=program.pages.first().page_ptr, restriction_type="login")
    assert listed(client)["ALSC"]["url"] == ""


def test_the_spanish_list_speaks_spanish(client, program):
    program.summary_es = "Una frase."
    program.save()
    make_call(program, opens=OPENS, closes=CLOSES)
    row = listed(client, "/es/programs.json")["ALSC"]
    assert row["summary"] == "Una frase."
    assert row["roles"][0]["apply"].startswith(f"{settings.SITE_URL}/es/apply/")
    assert "29 de enero de 2027" in row["state"]["sentence"]


@pytest.mark.parametrize("path", ["/programs.json", "/feed.atom"])
def test_queries_do_not_grow(client, program, path, django_assert_num_queries, django_assert_max_num_queries):
    make_call(program, opens=OPENS, closes=CLOSES)
    client.get(path)
    with django_assert_max_num_queries(10) as one:
        client.get(path)
    for _ in range(29):
        other = make_program()
        make_role(other, "mentor")
        make_program_page(other)
        for _ in range(2):
            make_call(other, round=make_round(other), opens=OPENS, closes=CLOSES)
    with django_assert_num_queries(len(one)):
        client.get(path)
