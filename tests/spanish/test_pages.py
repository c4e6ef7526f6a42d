"""Public pages in Spanish: no English is left, and dates stand in Spanish order."""

from datetime import UTC, datetime

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from programs.lifecycle import advance
from programs.moderation.announcing.telling import announce
from programs.moderation.deciding.asking import ask
from tests.applying import answer, begin, send
from tests.factories import make_link, make_user

from .reading import Words, english_in, read

pytestmark = pytest.mark.django_db

RIGHT = {"topics": None, "before": "yes", "conduct": "on", "goals": None}


def test_directory_and_program_page(client, call):
    assert "Admite solicitudes" in read(client, "/es/")
    page = read(client, "/es/muestra/")
    assert "Cierra el jueves 5 de febrero de 2099, 11:59 p. m., hora del Este; quedan " in page
    assert "5 de marzo de 2099" in page
    assert "1 de abril de 2099 – 1 de diciembre de 2099" in page


def test_form_its_errors_and_its_receipt(client, call):
    address = f"/es/apply/{call.slug}/"
    assert "Su trabajo" in read(client, address)
    read(client, f"{address}form/")
    page = read(client, begin(client, call, "/es", email="nobody").url)
    assert "Hay un problema" in page
    begin(client, call, "/es", email="muestra@gmial.com")
    page = read(client, answer(client, call, language="/es", goals="uno " * 11).url)
    assert "¿Dónde trabaja?" in page
    assert "Use como máximo 10 palabras; aquí hay 11" in page
    read(client, client.post(f"{address}form/2/", {"go": "later"}).url)
    assert "muestra@gmail.com" in read(client, answer(client, call, language="/es", **RIGHT).url)
    assert "A más tardar el jueves 5 de marzo de 2099" in read(client, send(client, call, "/es").url)
    read(client, f"{address}form/2/")
    read(client, "/es/draft/open/made-up/")
    read(client, f"/es{call.form.url.removeprefix('/es')}")


@pytest.mark.parametrize("change", ["paused", "upcoming", "closed", "unknown", "withdrawn", "full"])
def test_call_that_takes_no_applications(client, call, change):
    if change == "paused":
        type(call.round.program).objects.update(paused=True, paused_notice_es="En revisión.")
    elif change == "withdrawn":
        call.form.unpublish()
    else:
        now = datetime(2026, 8, 1, tzinfo=UTC)
        fields = {
            "upcoming": {"opens": call.closes.replace(year=2098)},
            "closed": {"opens": now.replace(day=1, month=2), "closes": now},
            "unknown": {"opens": None},
            "full": {"limit": 0},
        }[change]
        type(call).objects.update(**fields)
    read(client, f"/es/apply/{call.slug}/")
    read(client, "/es/muestra/")


@pytest.mark.parametrize("verb", [None, "accept", "waitlist", "decline", "reopen", "withdraw"])
def test_status_page_in_each_state(client, application, verb):
    if verb == "reopen":
        decided(application, "decline")
    if verb:
        decided(application, verb)
    link = make_link(application).partition("/es/")[2]
    read(client, f"/es/{link}")
    client.post(f"/es/{link}")
    assert application.reference in read(client, f"/es/status/{application.reference}/")


def decided(application, verb):
    advance(application, verb, by=make_user(), seen=application.status)
    announce(application.decisions.all(), by=make_user())
    application.refresh_from_db()


def test_other_pages_of_applying(client, application):
    link = make_link(application).partition("/es/")[2]
    client.post(f"/es/{link}")
    for path in ("withdraw/", "delete/"):
        read(client, f"/es/status/{application.reference}/{path}")
    ask(application, "¿Puede por la tarde?", by=make_user())
    read(client, f"/es/status/{application.reference}/questions/{application.inquiries.get().pk}/")
    withdrawn = client.post(f"/es/status/{application.reference}/withdraw/")
    assert withdrawn.status_code == 302
    read(client, f"/es/status/{application.reference}/again/{application.call.slug}/")
    read(client, "/es/status/")
    read(client, "/es/status/", email="muestra@example.org")
    read(client, "/es/status/open/made-up/")
    read(client, "/es/made-up/")


@pytest.mark.parametrize("template", ["404.html", "500.html", "503.html"])
def test_pages_of_failures(template):
    with translation.override("es"):
        text = str(Words(render_to_string(template)))
    assert len(text) > 100
    assert english_in(text) == []
