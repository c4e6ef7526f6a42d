"""The screens of the admin in Spanish. Wagtail's translators may lag behind it; of our words none is left in English."""

import re

import pytest
from django.urls import reverse

from portal.models import ExternalLink, Topic
from programs.letters.writing import write
from programs.lifecycle import advance
from programs.models import Letter, Milestone
from programs.moderation.announcing.telling import announce
from resources.models import Citation
from tests.factories import make_application, make_user

from .reading import Words, english_of_ours, ours_in_english

pytestmark = pytest.mark.django_db

LISTS = ("applications", "numbers", "announce", "rounds", "programs", "hosts", "committees", "outbox")
ROWS = ("round", "program", "host", "committeemember")


@pytest.fixture
def busy(application):
    """Something to see on each screen: decisions, letters, dates to check, a text that needs another look."""
    call = application.call
    advance(make_application(call, language="es"), "accept", by=make_user(), seen="received")
    done = make_application(call, language="es")
    advance(done, "decline", by=make_user(), seen="received")
    announce(done.decisions.all(), by=make_user())
    write("link", application)
    dates = {"precision": "early", "starts": "2026-11-03", "to_check": True, "conference": True}
    Milestone.objects.create(round=call.round, label="Orientation 2099", **dates)
    page = call.round.program.pages.get()
    page.overview = '<p>Abierto ahora: viernes 4 de marzo de 2099. <a href="https://example.net/">aquí</a></p>'
    page.save_revision().publish()
    Topic.objects.create(name="Storytime", name_es="Hora del cuento", slug="storytime")
    Citation.objects.create(title="Una obra", authors="Muestra, Inés", date="2020", kind="book", publisher="Muestra")
    Citation.objects.create(title="", authors="Muestra, Inés", draft=True)
    ExternalLink.objects.create(url="https://example.net/")
    return call


def addresses(call, application):
    yield reverse("wagtailadmin_home")
    yield from (f"/admin/mentoring/{name}/" for name in LISTS)
    round, program = call.round, call.round.program
    for name, pk in (("rounds", round.pk), ("programs", program.pk), ("hosts", program.host_id)):
        yield from (f"/admin/mentoring/{name}/{screen}/" for screen in ("new", f"edit/{pk}", f"delete/{pk}"))
    yield "/admin/mentoring/committees/new/"
    yield f"/admin/mentoring/rounds/new/?program={program.pk}"
    yield from (f"/admin/mentoring/rounds/{round.pk}/{screen}/" for screen in ("next", "texts"))
    yield f"/admin/mentoring/applications/{application.pk}/"
    for verb in ("accept", "waitlist", "decline", "withdraw"):
        yield f"/admin/mentoring/applications/{application.pk}/{verb}/?seen=received"
    for verb in ("accept", "waitlist", "decline", "reopen", "announce"):
        yield f"/admin/bulk/programs/application/{verb}/?id={application.pk}"
    yield f"/admin/mentoring/announce/{round.pk}/"
    yield f"/admin/mentoring/numbers/{round.pk}/"
    letter = Letter.objects.first()
    yield from (f"/admin/mentoring/outbox/{screen}/{letter.pk}/" for screen in ("inspect", "send_again"))
    yield from (reverse("topic:index"), reverse("topic:add"))
    yield from (f"/admin/reports/{name}/" for name in ("checks", "links"))
    yield from (reverse(f"wagtailsnippets_resources_citation:{name}") for name in ("list", "add", "import"))
    for citation in Citation.objects.all():
        yield reverse("wagtailsnippets_resources_citation:edit", args=[citation.pk])
    for page in (program.pages.get(), call.form):
        yield reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_no_screen_has_english_of_ours(admin, busy, application):
    found = {}
    for address in addresses(busy, application):
        answer = admin.get(address, follow=True)
        assert answer.status_code == 200, address
        page = answer.content.decode()
        assert re.search(r'<html[^>]*lang="es"', page), address
        found[address] = ours_in_english(page)
    assert {address: texts for address, texts in found.items() if texts} == {}


def test_the_outbox_leaves_in_spanish(admin, busy):
    lines = b"".join(admin.get("/admin/mentoring/outbox/?export=csv")).decode("utf-8-sig").splitlines()
    assert len(lines) > 1
    assert [text for line in lines for text in line.split(",") if english_of_ours().fullmatch(text)] == []


def test_the_search_for_english_finds_it():
    assert english_of_ours().fullmatch("Plan the next round")
    assert english_of_ours().fullmatch("Thursday, May 3 was or will be a Friday.") is None
    assert english_of_ours().fullmatch("3 programs have no next round.")


RIS = "TY  - JOUR\nTI  - Una obra\nER  -\n"
"""A record that lacks its journal."""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RIS, "todavía falta: "),
        (RIS + RIS, "1 ya está aquí"),
        (RIS + "TY  - ODD\nTI  - Otra\nER  -\n", "todavía falta: "),
        (RIS + "TY  - JOUR\nTI  - Otra\n", "El registro no tiene final"),
        ("Una obra", "Esto no se parece a ninguno de los formatos que se leen aquí."),
        ("", "Pegue los registros o elija un archivo"),
        ("@book{a, title = {Una", "La entrada no se puede leer"),
        ("[{}]", "El registro no tiene tipo."),
    ],
)
def test_importing_citations_is_answered_in_spanish(admin, text, told):
    page = admin.post(reverse("wagtailsnippets_resources_citation:import"), {"text": text}).content.decode()
    assert ours_in_english(page) == []
    assert told in str(Words(page))


def test_publishing_citations_is_asked_in_spanish(admin):
    citation = Citation.objects.create(title="Una obra", draft=True)
    page = admin.get(f"/admin/bulk/resources/citation/publish/?id={citation.pk}&next=/admin/").content.decode()
    assert ours_in_english(page) == []
    assert "Publicar referencias bibliográficas" in page
