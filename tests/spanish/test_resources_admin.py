"""The admin’s menu “Resources” in Spanish: lists, filters, spreadsheets, forms, choosers, the question before deleting."""

import csv
import io
import re

import pytest
from django.urls import reverse
from wagtail.models import Page

from resources.models import Activity, Citation, EventPage, GoalExample
from tests.resources.admin import rows

from . import shelf
from .conftest import in_spanish
from .reading import Words, english_of_ours, ours_in_english
from .scripts import Given, given_in_english, told_by_scripts

pytestmark = pytest.mark.django_db

ENTRIES = {"citation": Citation, "goalexample": GoalExample, "activity": Activity}
STATES = {
    rows.CITATIONS: ["held-back", "draft", "published", "unused", "dead"],
    rows.GOALS: ["incomplete", "unused"],
    rows.ACTIVITIES: ["incomplete", "unused", "dead"],
    rows.EVENTS: ["incomplete", "draft", "published", "unused", "dead"],
    rows.PAGES: ["incomplete", "draft", "published", "unused", "dead"],
}
SIDES = {"Para quienes ofrecen mentoría", "Para quienes reciben mentoría", "Para quienes ofrecen o reciben mentoría"}


@pytest.fixture
def filled(call):
    """Beside what is as it should be, one of everything that is to be done."""
    found = shelf.fill()
    home = found.goals.get_parent()
    rows.dead("https://example.net/gone")
    held = rows.citation("", authors="Muestra, Inés", container="", url="https://example.net/gone", draft=True)
    hidden = shelf.event(found.events, "Encuentro", 5, place="", link="")
    hidden.unpublish()
    rows.activity("Vean", {"text": "Fase", "citation": held}, text_es="", citation=held, page=hidden)
    aim = rows.goal("Escuchar", text_es="")
    for number in range(7):
        rows.goals_page(aim, parent=home, locale=home.locale, title=f"Lista {number}", live=number > 0)
    rows.goals_page(parent=home, locale=home.locale, title="Lista sin nada")
    return found


def english_on(page):
    return ours_in_english(page) + given_in_english(page)


def screen(client, address):
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    page = answer.content.decode()
    assert re.search(r'<html[^>]*lang="es"', page), address
    return page


def english_at(client, addresses):
    found = {address: english_on(screen(client, address)) for address in addresses}
    return {address: texts for address, texts in found.items() if texts}


def lists():
    for address, states in STATES.items():
        yield address
        yield f"{address}?q=zzzz"
        yield from (f"{address}?state={state}" for state in states)


def entry_screens():
    for name, model in ENTRIES.items():
        url = f"wagtailsnippets_resources_{name}"
        yield reverse(f"{url}:add")
        yield f"/admin/bulk/resources/{name}/delete/?id={model.objects.first().pk}&next=/admin/"
        for screen_, row in (
            (each, row) for each in ("edit", "delete", "usage", "history") for row in model.objects.all()
        ):
            yield reverse(f"{url}:{screen_}", args=[row.pk])


def page_screens(filled):
    for page in vars(filled).values():
        yield reverse("wagtailadmin_pages:edit", args=[page.pk])
        model = page._meta
        yield reverse("wagtailadmin_pages:add", args=[model.app_label, model.model_name, page.get_parent().pk])
    yield reverse("wagtailadmin_pages:delete", args=[filled.event.pk])


def test_lists_and_their_filters(admin, filled):
    assert english_at(admin, lists()) == {}


def test_lists_say_what_is_to_be_done(admin, filled):
    page = str(Words(screen(admin, rows.ACTIVITIES)))
    assert "Texto en español; la página a la que lleva no está publicada; su lectura está retenida; Roto desde" in page
    page = str(Words(screen(admin, rows.GOALS)))
    assert "Ningún lugar" not in page
    assert "Lista 0 (sin publicar)" in page
    assert "2 más" in page
    assert "Lugar o dirección web" in str(Words(screen(admin, rows.EVENTS)))
    assert {"Metas", "Lecturas"} <= set(Words(screen(admin, rows.PAGES)).texts)


def test_a_list_says_how_many_places_a_person_may_not_open(client, filled):
    Page.objects.filter(title__startswith="Lista").update(live=False)
    reader = in_spanish(client, rows.person("view_goalexample"))
    page = screen(reader, rows.GOALS)
    assert "7 que usted no puede abrir" in str(Words(page))
    assert english_on(page) == []


def test_forms_of_entries_and_the_question_before_deleting(admin, filled):
    assert english_at(admin, entry_screens()) == {}
    aim = GoalExample.objects.get(text="Escuchar")
    asked = str(Words(screen(admin, f"{rows.GOALS}delete/{aim.pk}/")))
    assert "Aparece en estos lugares y desaparecerá de todos ellos" in asked
    assert "Ver exactamente dónde" in asked


def test_forms_of_pages(admin, filled):
    assert english_at(admin, page_screens(filled)) == {}
    form = screen(admin, reverse("wagtailadmin_pages:edit", args=[filled.activities.pk]))
    assert 'data-label="Elegir varios elementos"' in form
    assert {"Numerar las actividades", "Categoría", "Nota para el equipo editor"} <= set(
        told_by_scripts(Given(form).found)
    )


def test_home_names_what_is_to_be_done_and_the_menu(admin, filled):
    page = screen(admin, "/admin/")
    assert english_on(page) == []
    assert "1 ejemplo de meta no tiene texto en español." in str(Words(page))
    assert "A 1 actividad le falta el texto en español" in str(Words(page))
    menu = told_by_scripts(Given(page).found)
    assert {"Bibliografía", "Ejemplos de metas", "Actividades", "Eventos", "Páginas de recursos"} <= set(menu)


@pytest.mark.parametrize("name", ENTRIES)
def test_choosers(admin, filled, name):
    address = f"/admin/snippets/choose/resources/{name}/"
    shown = admin.get(address, {"multiple": 1}).json()["html"]
    refused = admin.post(f"{address}create/", {}).json()["htmlFragment"]
    found = [admin.get(f"{address}results/", {"q": typed}).content.decode() for typed in ("e", "zzzz")]
    for page in (shown, refused, *found):
        assert ours_in_english(page) == []
    said = set(Words(shown).texts)
    assert {"Elegir", "Buscar", "Crear", "Término de búsqueda", "Tema", "Temas"} <= said
    assert bool(said & SIDES) == (name != "citation")


@pytest.mark.parametrize("address", STATES)
def test_spreadsheets(admin, filled, address):
    answer = admin.get(address, {"export": "csv"})
    heading, *lines = csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"), newline=""))
    said = [*heading, *(text for line in lines for cell in line for text in cell.split("; "))]
    assert lines
    assert [text for text in said if english_of_ours().fullmatch(text)] == []
    assert {"Temas", "Tipo"} & set(heading)


def test_an_event_that_ends_before_it_begins(admin, filled):
    address = reverse("wagtailadmin_pages:edit", args=[filled.event.pk])
    typed = {"title": "Foro", "slug": "foro-2", "starts": "2027-05-02", "ends": "2027-05-01", "comments-TOTAL_FORMS": 0}
    typed |= {"start_time": "", "end_time": "", "time_zone": filled.event.time_zone, "material-count": 0}
    page = admin.post(address, typed | {"comments-INITIAL_FORMS": 0}).content.decode()
    assert english_on(page) == []
    assert "El evento termina antes de empezar." in str(Words(page))
    assert EventPage.objects.get(pk=filled.event.pk).title == "Conferencia"


def test_the_search_for_english_hears_scripts():
    page = (
        '<div data-w-block-data-value=\'{"_args": [{"label": "Group of readings"}, "<option>For mentors</option>"]}\'>'
    )
    assert given_in_english(page) == ["Group of readings", "For mentors"]
