"""Dates at the ends of what a computer can count: refused where they are typed, since every calendar would break."""

from datetime import date

import pytest
from django.urls import reverse

from programs.models import ApplicationFormPage, Round
from tests.factories import make_form, make_member, make_program, make_role, make_round
from tests.programs.planning.rounds.test_screens import sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def program(client):
    program = make_program("ALSC")
    make_role(program)
    make_form(program)
    client.force_login(make_member(program))
    return program


def refused(client, program, **rows):
    """Whether the round's form is shown again, in words, and nothing is stored."""
    answer = client.post(reverse("round:add", query={"program": program.pk}), sent(**rows))
    return answer.status_code == 200 and "from 1900 to 2199" in answer.content.decode() and not Round.objects.exists()


@pytest.mark.parametrize("name", ["starts", "ends", "decisions_by"])
@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_round_has_years_that_can_be_meant(client, program, name, day):
    assert refused(client, program, **{name: day})


@pytest.mark.parametrize(
    "window",
    [
        {"opens": "0001-01-01 00:00"},
        {"opens": "2026-01-01 00:00", "closes": "9999-12-31 23:59"},
        {"opens": "2026-01-01 00:00", "closes": "9999-12-31 23:59", "anywhere_on_earth": "on"},
        {"opens": "9999-12-31 23:59"},
    ],
)
def test_a_call_has_years_that_can_be_meant(client, program, window):
    form = ApplicationFormPage.objects.get()
    assert refused(client, program, calls=[{"role": program.roles.get().pk, "form": form.pk, "url": ""} | window])


@pytest.mark.parametrize(
    ("precision", "day"), [("season", "0001-01-01"), ("season", "9999-12-01"), ("week", "9999-12-30")]
)
def test_a_line_has_years_that_can_be_meant(client, program, precision, day):
    assert refused(client, program, milestones=[{"label": "Orientation", "precision": precision, "starts": day}])


def test_the_last_year_that_can_be_meant_breaks_no_calendar(client, program):
    lines = [
        {"label": "Orientation", "precision": precision, "starts": "2199-12-31"} for precision in ("season", "week")
    ]
    round = sent(milestones=lines, starts="2199-12-31") | {"action-publish": "1"}
    answer = client.post(reverse("round:add", query={"program": program.pk}), round)
    assert answer.status_code == 302
    assert client.get("/calendar.ics").content.count(b"BEGIN:VEVENT") == 3


def test_the_next_round_is_at_most_ten_years_away(client, program):
    round = make_round(program, starts=date(2026, 2, 3), ends=date(2027, 4, 5))
    address = reverse("round:next", args=[round.pk])
    for first, far in [("2036-02-03", False), ("2036-02-04", True), ("2199-12-31", True)]:
        answer = client.get(address, {"months": 12, "first": first})
        assert answer.status_code == 200
        assert ("no later than" in answer.content.decode()) is far, first
        assert client.post(address, {"months": 12, "first": first}).status_code == 200
