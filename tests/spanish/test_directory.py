"""The directory with its filters, “Which programs fit me?” and the search, asked in Spanish."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from lxml import html

from portal.models import Topic
from programs.models import Call, Host, Program
from tests.factories import make_program, make_role

from .reading import read

pytestmark = pytest.mark.django_db

CONDITIONS = {
    "anybody": {},
    "years": {"years_least": 2, "years_below": 6},
    "at least": {"years_least": 5},
    "at least one": {"years_least": 1},
    "less than": {"years_below": 5},
    "less than one": {"years_below": 1},
    "none": {"years_below": 0},
    "first year": {"first_year": True},
    "students": {"students": "only"},
    "students too": {"students": "too", "years_least": 3},
    "age": {"age_least": 16},
    "age or guardian": {"age_least": 18, "guardian": True},
    "guardian": {"guardian": True},
    "own words": {"conditions": "English.", "conditions_es": "Vive en Puerto Rico.", "exceptions": True},
}
MEMBERSHIPS = [
    {"membership": membership, "may_join": may_join, "exceptions": may_join}
    for membership in ("any", "all")
    for may_join in (False, True)
]
VERDICTS = ["Sí", "Quizá", "Ahora no", "No"]
SAID = {
    "nothing": {"role": ""},
    "all": {"would_join": "yes", "years": 1, "student": "yes", "first_year": "yes", "age": 17},
    "least": {"member_of": "none", "would_join": "no", "years": 0, "student": "no", "first_year": "no", "age": 12},
    "joining": {"member_of": "none", "would_join": "yes", "years": 9, "age": 40},
    "wrong": {"years": "-1"},
}


@pytest.fixture
def everything(call):
    """One program for each kind of condition, each taking applications, and what the filters need to be shown."""
    program = call.round.program
    program.topics.add(Topic.objects.create(name="Storytime", name_es="Hora del cuento", slug="storytime"))
    program.save()
    for fields in CONDITIONS.values():
        add(call, **fields)
    for number, fields in enumerate(MEMBERSHIPS):
        bodies = [Host.objects.create(name=f"Cuerpo {number}{n}", kind="committee") for n in range(2)]
        add(call, bodies=bodies, **fields)
    make_program(name="Grupo de muestra", kind="discussion", host=program.host)
    make_role(make_program(name="Entre pares", host=program.host), "peer", name_es="par", plural_es="pares")
    return call


def add(call, *, bodies=(), **fields):
    program = make_program(name=f"Mentoría {Program.objects.count()}", host=call.round.program.host)
    side = "gives" if "years_least" in fields else "receives"
    role = make_role(program, "role", side=side, name_es="participante", plural_es="participantes", **fields)
    role.member_of.set(bodies)
    role.save()
    opens = timezone.now() - timedelta(days=1)
    round = program.rounds.create(name="2099", slug="2099")
    Call.objects.create(round=round, role=role, form=call.form, opens=opens, closes=call.closes)


QUERIES = ["", "?open=1", "?role=receives", "?for=students&kind=mentoring", "?for=new&open=1", "?for=experienced"]


@pytest.mark.parametrize("query", [*QUERIES, "?topic=storytime", "?for=nonmembers", "?role=peer&topic=storytime"])
def test_directory_with_filters(client, everything, query):
    page = read(client, f"/es/{query}")
    assert "programa" in page
    (english,) = html.fromstring(client.get(f"/es/{query}").content).xpath("//header//a[@hreflang='en']/@href")
    assert sorted(english.removeprefix("/?").split("&")) == sorted(
        query.removeprefix("?").split("&") if query else ["/"]
    )


def test_directory_counts_in_words(client, call):
    assert "1 programa, 1 abierto ahora" in read(client, "/es/")
    make_program(name="Otra mentoría", host=call.round.program.host)
    assert "2 programas, 1 abierto ahora" in read(client, "/es/")
    Program.objects.update(paused=True)
    assert "2 programas, sin solicitudes abiertas ahora" in read(client, "/es/")


@pytest.mark.parametrize("said", SAID)
def test_which_programs_fit(client, everything, said):
    assert "¿Qué programas me convienen?" in read(client, "/es/fit/")
    page = read(client, "/es/fit/", **SAID[said])
    assert any(f" {verdict}: " in page for verdict in VERDICTS) == (said != "wrong")


def test_fit_says_each_verdict(client, everything):
    Call.objects.filter(role__first_year=True).update(
        opens=datetime(2098, 1, 1, tzinfo=UTC), closes=datetime(2098, 2, 1, tzinfo=UTC)
    )
    page = read(client, "/es/fit/", years=1, student="no", first_year="yes", age=17)
    assert all(f" {verdict}: " in page for verdict in VERDICTS)
    assert "Se piden al menos 5 años de experiencia. Usted indicó 1 año." in page


@pytest.mark.parametrize("typed", ["muestra", "zzzzzz", "", "muestra zzzzzz", "mentroía"])
def test_search(client, everything, typed):
    page = read(client, f"/es/search/?q={typed}")
    assert "Programas, siglas, temas" in page
    assert 'href="/search/' in client.get(f"/es/search/?q={typed}").content.decode()


def test_search_in_sheets(client, everything, monkeypatch):
    monkeypatch.setattr("home.search.views.RESULTS_ON_A_PAGE", 5)
    assert "Página 2 de " in read(client, "/es/search/?q=mentoría&page=2")
