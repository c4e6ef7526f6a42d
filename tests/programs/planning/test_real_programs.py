"""Seven real programs that could not be said: each typed into the admin's own forms, and read back on its public page."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from programs.models import Call, Host, Round
from tests.factories import make_call, make_form, make_member, make_program, make_program_page, make_role, make_round
from tests.saving import fields, save

pytestmark = pytest.mark.django_db

AUGUST = datetime(2027, 8, 2, 16, tzinfo=UTC)


@pytest.fixture
def program(time_machine):
    time_machine.move_to(AUGUST)
    program = make_program("REAL", time_zone="America/New_York")
    make_role(program, "mentee")
    make_role(program, "mentor")
    make_program_page(program)
    return program


@pytest.fixture
def planner(client, program):
    client.force_login(make_member(program))
    return client


def role(program, key="mentee"):
    return program.roles.get(key=key).pk


def inline(prefix, rows):
    counts = {"TOTAL_FORMS": len(rows), "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    told = {f"{prefix}-{name}": value for name, value in counts.items()}
    for place, row in enumerate(rows):
        typed = row | {"ORDER": place + 1}
        told |= {f"{prefix}-{place}-{name}": value for name, value in typed.items()}
    return told


def add_round(planner, program, *, calls=(), lines=(), **own):
    """Through the form as it stands, published at once."""
    address = reverse("round:add", query={"program": program.pk})
    data = fields(planner.get(address)) | {"name": "2027–2028", "slug": "2027"} | own
    data |= inline("calls", [{"membership": "any"} | call for call in calls]) | inline("milestones", lines)
    response = planner.post(address, data)
    assert response.status_code == 302, response.context["form"].errors
    Round.objects.filter(program=program).update(draft=False)
    return Round.objects.get(program=program, slug=data["slug"])


def save_program(planner, program, **typed):
    address = reverse("program:edit", args=[program.pk])
    response = save(planner, address, fields(planner.get(address)) | typed)
    assert response.status_code == 302, response.context["form"].errors


def read(planner, program):
    """The words of the public page."""
    page = BeautifulSoup(planner.get(program.pages.get().url).content, "html.parser").find("main")
    return " ".join(page.get_text(" ", strip=True).split())


def state(planner, program):
    page = BeautifulSoup(planner.get(program.pages.get().url).content, "html.parser")
    return " ".join(page.find(class_="state-line").get_text(" ", strip=True).split())


def test_calls_that_are_known_to_the_month(planner, program, time_machine):
    call = {"role": role(program), "opens_precision": "early", "opens_around": "September 9, 2027"}
    call |= {"closes_precision": "month", "closes_around": "October 1, 2027"}
    round = add_round(planner, program, calls=[call])
    assert state(planner, program) == "Opening soon Opens in early September 2027."
    assert "Early September 2027 – October 2027" in read(planner, program)
    address = reverse("apply", args=[round.calls.get().slug])
    assert "Opens in early September 2027." in planner.get(address).content.decode()
    time_machine.move_to(datetime(2027, 9, 20, 16, tzinfo=UTC))
    assert "Was to open in early September 2027" in read(planner, program)
    assert "This form is not open yet" in planner.get(address).content.decode()


def test_mentors_who_can_apply_all_year_beside_a_round(planner, program):
    form = make_form(program)
    pool = {"role": role(program, "mentor"), "form": form.pk}
    add_round(planner, program, calls=[pool], name="Mentor pool", slug="pool", standing="on")
    call = {"role": role(program), "form": form.pk, "opens": "September 1, 2027", "closes": "September 30, 2027"}
    add_round(planner, program, calls=[call])
    assert state(planner, program) == "Applications open Mentors: apply any time."
    said = read(planner, program)
    assert "Apply as mentor" in said
    assert "Opens Wednesday, September 1, 2027" in said
    assert planner.get("/?open=1").content.decode().count("Mentors: apply any time.") == 1
    assert planner.get(reverse("apply", args=[Call.objects.get(round__standing=True).slug])).status_code == 200


def test_circles_and_speed_mentoring(planner, program):
    save_program(planner, program, relationships=["pair", "circle", "short"], group_people="6", group_mentors="2")
    said = read(planner, program)
    assert "One to one, circles of 6 with 2 mentors, short meetings, such as speed mentoring" in said
    other = make_program("OTHER")
    other.relationships = ["peers"]
    other.save()
    assert filter_keeps(planner, "relationship=circle") == [program.name]
    listed = planner.get("/programs.json").json()["programs"]
    told = next(row for row in listed if row["code"] == "REAL")
    assert told["relationships"] == ["pair", "circle", "short"]


def test_early_and_late_november_without_a_year(planner, program):
    lines = [
        {"label": "Applications are read", "precision": "yr-early", "starts": "November 3, 2027"},
        {"label": "Pairs are told", "precision": "yr-late", "starts": "November 25, 2027"},
        {"label": "Pairs begin", "precision": "yearly", "starts": "January 4, 2027"},
    ]
    add_round(planner, program, lines=lines)
    said = read(planner, program)
    places = [said.index(words) for words in ("Early November", "Late November", "Pairs begin")]
    assert places == sorted(places)
    assert "November 20" not in said


def test_members_of_ala_and_of_one_of_three_divisions(planner, program):
    ala = Host.objects.create(name="American Library Association", acronym="ALA", kind="association")
    three = [
        Host.objects.create(name=f"Division {name}", acronym=name, kind="division")
        for name in ("ACRL", "RUSA", "YALSA")
    ]
    typed = {"roles-0-member_of": [host.pk for host in three], "roles-0-member_also": ala.pk, "roles-0-years_most": "5"}
    save_program(planner, program, **typed)
    said = read(planner, program)
    assert "You are a member of ALA and of one of these: ACRL, RUSA or YALSA." in said
    assert "You have up to 5 years of experience." in said


def test_conditions_that_differ_from_round_to_round(planner, program):
    save_program(planner, program, **{"roles-0-students": "only"})
    asked = program.roles.get(students="only")
    url = {"role": asked.pk, "url": "https://forms.example.org/"}
    open_now = url | {"opens": "August 1, 2027", "closes": "August 30, 2027"}
    own = {"own_conditions": "on", "conditions": "You work with children.", "years_least": "3"}
    add_round(planner, program, calls=[open_now | own])
    said = read(planner, program)
    assert "2027–2028) You have at least 3 years of experience. You work with children." in said
    assert "You are a student." not in said
    make_role(make_program("OTHER"), students="only")
    students, experienced = (set(filter_keeps(planner, f"for={value}")) for value in ("students", "experienced"))
    assert (students, experienced) == ({"OTHER Mentoring Program"}, {program.name})


def filter_keeps(planner, asked):
    return [entry.name for entry in planner.get(f"/?{asked}").context["directory"].entries]


def test_only_a_deadline(planner, program):
    call = {"role": role(program), "form": make_form(program).pk, "closes": "September 30, 2027"}
    add_round(planner, program, calls=[call])
    told = "Applications open Closes Thursday, September 30, 2027, 11:59 pm Eastern, 59 days left."
    assert state(planner, program) == told
    assert "Apply as mentee" in read(planner, program)


def test_an_open_call_without_a_form_says_whom_to_ask(planner, program):
    make_call(program, form=None, round=make_round(program))
    assert state(planner, program).startswith("Applications open")
    assert "Ask how to apply as mentee" in read(planner, program)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"opens_precision": "month"}, "Choose how much is known and any day of that month"),
        ({"opens_around": "September 9, 2027"}, "Choose how much is known and any day of that month"),
        (
            {"opens": "September 1, 2027", "opens_precision": "month", "opens_around": "September 9, 2027"},
            "Give the exact time or only the month, not both.",
        ),
        ({"closes_precision": "yearly", "closes_around": "September 9, 2027"}, "A closing without a year needs"),
        (
            {"opens_precision": "month", "opens_around": "September 9, 2027", "closes": "August 9, 2027"},
            "The call closes before it opens.",
        ),
        ({"conditions": "You work with children."}, "Tick this for the conditions below to count"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(planner, program, typed, error):
    address = reverse("round:add", query={"program": program.pk})
    data = fields(planner.get(address)) | {"name": "2027–2028", "slug": "2027"}
    calls = [{"membership": "any", "role": role(program), "url": "https://forms.example.org/"} | typed]
    response = planner.post(address, data | inline("calls", calls) | inline("milestones", []))
    assert response.status_code == 200
    assert error in response.content.decode()
