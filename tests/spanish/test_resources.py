"""Pages of resources in Spanish: what readers choose among, what they read, what is coming."""

import feedparser
import icalendar
import pytest

from resources.models import EventPage

from . import shelf
from .reading import english_in, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled(call):
    return shelf.fill()


MENTORS, MENTEES = "Para quienes ofrecen mentoría", "Para quienes reciben mentoría"


@pytest.mark.parametrize("query", ["", "?for=mentor", "?topic=leadership", "?for=mentee&topic=storytime"])
@pytest.mark.parametrize(
    ("address", "counted"),
    [("/es/lecturas/", "de 2 lecturas"), ("/es/metas/", "de 3 metas"), ("/es/actividades/", "de 4 actividades")],
)
def test_pages_that_can_be_narrowed(client, filled, address, counted, query):
    page = read(client, address + query)
    assert MENTORS in page
    assert MENTEES in page
    assert (counted in page) == bool(query)


@pytest.mark.parametrize(
    ("address", "without"),
    [
        ("/es/lecturas/?for=mentor&topic=storytime", f"1 de 2 lecturas sin “{MENTORS}”"),
        ("/es/metas/?for=mentee&topic=storytime", "2 de 3 metas sin “Hora del cuento”"),
    ],
)
def test_a_choice_that_leaves_nothing(client, filled, address, without):
    page = read(client, address)
    assert "Si quita una de sus opciones, hay algo:" in page
    assert without in page


def test_readings(client, filled):
    page = read(client, "/es/lecturas/")
    for said in (f"{MENTORS} · Temas: Liderazgo", "Exportar", "Encuéntrelo en:", "Enlace comprobado el "):
        assert said in page


def test_goals_with_five_questions(client, filled):
    page = read(client, "/es/metas/")
    assert "Una meta propia Cinco preguntas" in page
    assert "Específica ¿Qué quiere" in page
    assert f"Escribir más {MENTEES} · Temas: Liderazgo" in page


def test_activities_with_events(client, filled):
    page = read(client, "/es/actividades/")
    for said in (f"{MENTORS} · Temas: Liderazgo", "Léanla", "Este evento ya pasó.", "Hay una grabación."):
        assert said in page


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/es/eventos/", ["Próximos", "Pasados", "Hay una grabación."]),
        ("/es/eventos/conferencia/", ["Cuándo", "Dónde En línea", "Más información", "Temas Liderazgo"]),
        ("/es/eventos/foro/", ["Ver “Foro”", "Finalizado"]),
    ],
)
def test_events(client, filled, address, said):
    page = read(client, address)
    assert [each for each in said if each not in page] == []


def test_without_events(client, filled):
    EventPage.objects.all().delete()
    assert "Por el momento no hay eventos anunciados." in read(client, "/es/eventos/")


def test_a_program_tells_of_its_events(client, call, filled):
    program = call.round.program.pages.get()
    shelf.event(program, "Orientación", 2)
    program.resources = [{"type": "page", "value": page.pk} for page in vars(filled).values()]
    program.save_revision().publish()
    page = read(client, "/es/muestra/")
    assert "Próximos eventos" in page
    assert "Canal de aperturas, plazos y eventos" in page
    assert "Recursos" in page
    assert "Mentoría de muestra" in read(client, "/es/muestra/orientación/")


def test_feed_and_calendar_tell_of_events(client, filled):
    feed = feedparser.parse(client.get("/es/feed.atom").content)
    told = [feed.feed.title, feed.feed.subtitle, *(entry.title for entry in feed.entries)]
    assert [text for text in told if english_in(text.replace("Library Mentors", ""))] == []
    assert any(text.startswith("Evento: Conferencia – del ") for text in told)
    events = icalendar.Calendar.from_ical(client.get("/es/calendar.ics").content).walk("VEVENT")
    told = [str(event[name]) for event in events for name in ("SUMMARY", "DESCRIPTION", "LOCATION") if name in event]
    assert any("Conferencia" in text for text in told)
    assert [text for text in told if english_in(text)] == []


@pytest.mark.parametrize("typed", ["lecturas", "metas", "conferencia"])
def test_search_finds_them(client, filled, typed):
    assert typed in read(client, f"/es/search/?q={typed}").casefold()
