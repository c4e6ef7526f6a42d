"""What people type, asked of the demo: found by kinds of spelling, not by a list of words."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import Synonyms
from programs.models import Host, Program
from tests.markup import undirected

pytestmark = [pytest.mark.usefixtures("loaded_demo"), pytest.mark.django_db]

MEDICAL, MUSIC = "Medical Library Association Mentoring Program", "Music Library Association Mentoring Resources"
OPEN = ["New Members Round Table program", "YALSA’s virtual mentoring program"]
OPEN_ES = ["Programa de la New Members Round Table", "Programa de mentoría virtual de YALSA"]


def ask(client, typed, address="/search/"):
    answer = client.get(address, {"q": typed})
    assert answer.status_code == 200
    return undirected(answer.content.decode())


def found(client, typed, address="/search/"):
    page = ask(client, typed, address)
    return [unescape(re.sub(r"<[^>]+>", "", title)) for title in re.findall(r"<h3>(.*?)</h3>", page)]


@pytest.mark.parametrize("typed", ["mla", "MLA", "M.L.A.", "M L A", "m.l.a"])
def test_an_acronym_that_two_share_finds_both(client, typed):
    assert found(client, typed)[:2] == [MEDICAL, MUSIC]


def test_the_full_name_of_one_does_not_find_the_other(client):
    assert MUSIC not in found(client, "Medical Library Association")
    assert MEDICAL not in found(client, "Music Library Association")


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("A.L.A.", "ala"),
        ("A. L. A.", "ala"),
        ("A-L-A", "ala"),
        ("N.M.R.T.", "nmrt"),
        ("Y.A.L.S.A", "yalsa"),
        ("E.J. Josey", "E. J. Josey"),
        ("e j josey", "E. J. Josey"),
        ("catalogue", "catalog"),
        ("cataloging", "catalog"),
        ("cataloguing", "cataloging"),
        ("catalogers", "cataloguers"),
        ("programme", "program"),
        ("organisation", "organization"),
        ("scitech", "sci-tech"),
        ("sci tech", "sci-tech"),
        ("sci/tech", "sci-tech"),
        ("Sci‑Tech", "sci-tech"),
        ("science and technology", "sci-tech"),
        ("spanish speaking", "spanish-speaking"),
    ],
)
def test_however_it_is_spelled_the_same_is_found(client, typed, same):
    assert sorted(found(client, typed)) == sorted(found(client, same)) != []


@pytest.mark.parametrize(
    "typed",
    [
        *("apply", "applying", "application", "How to apply", "open", "opening", "deadline", "deadlines", "due date"),
        *("enrolment", "enrollment", "register", "sign up", "sign-up", "abierto", "plazo", "solicitar", "convocatoria"),
    ],
)
@pytest.mark.parametrize(("address", "first"), [("/search/", OPEN), ("/es/search/", OPEN_ES)])
def test_who_asks_for_applying_finds_what_is_open_first(client, typed, address, first):
    assert found(client, typed, address)[: len(first)] == first


def test_what_will_open_comes_next_and_what_is_closed_does_not(client):
    titles = found(client, "deadline")
    assert titles[2] == "LLAMA Mentoring Program"
    assert "STS Sci/Tech Library Mentors" not in titles


def test_with_another_word_a_program_is_found_open_or_not(client):
    assert found(client, "josey deadline")[0] == "ACRL Dr. E. J. Josey Mentoring Program for Spectrum Scholars"
    assert found(client, "apply yalsa")[0] == OPEN[1]
    assert "some of them" not in ask(client, "josey deadline")


def test_a_paused_program_is_not_open(client):
    Program.objects.filter(code="NMRT").update(paused=True)
    assert OPEN[0] not in found(client, "deadline")


def test_a_result_without_a_page_leads_to_the_site_of_its_host(client):
    answer = ask(client, "reforma")
    assert '<a href="https://www.reforma.org/">National Association to Promote Library' in answer
    assert "It has no page here" in answer


def test_every_result_of_the_demo_leads_somewhere(client):
    for sheet in ("1", "2"):
        answer = client.get("/search/", {"q": "library mentoring association program", "page": sheet}).content.decode()
        for result in answer.partition('<ol class="results"')[2].partition("</ol>")[0].split("</li>")[:-1]:
            assert "href=" in result


def test_without_a_site_it_leads_to_the_body_above_or_to_whom_one_writes(client):
    Host.objects.filter(acronym="REFORMA").update(url="", parent=Host.objects.get(acronym="ALA"))
    assert '<a href="https://www.ala.org/">American Library Association</a>' in ask(client, "reforma")
    Host.objects.update(url="")
    assert "It has no page here" not in ask(client, "reforma")
    Program.objects.filter(code="REFORMA").update(reply_to="mentoring@example.org")
    assert '<a href="mailto:mentoring@example.org">' in ask(client, "reforma")


def test_names_stand_in_the_readers_language_and_both_are_found(client):
    assert found(client, "YALSA’s virtual", "/es/search/")[0] == OPEN_ES[1]
    assert found(client, "mentoría virtual")[0] == OPEN[1]


def test_the_associations_own_words_count_at_once_in_both_languages(client):
    assert found(client, "tenderfoot") == []
    row = Synonyms.objects.create(words="tenderfoot, Spectrum Scholar", words_es="novato")
    assert found(client, "tenderfoot") == found(client, "Spectrum Scholar") == found(client, "novatos") != []
    row.delete()
    assert found(client, "tenderfoot") == []


def test_own_words_for_applying_find_what_is_open(client):
    Synonyms.objects.create(words="throw my hat in the ring, apply")
    assert found(client, "throw my hat in the ring")[:2] == OPEN


@pytest.mark.usefixtures("raised_at_once")
def test_no_word_costs_more_than_another(client):
    """With what a search looks through known; mending the spelling is among them."""
    for typed in ("mla", "apply", "deadline", "reforma", "mentoring", "mentring", "sci-tech"):
        for address in ("/search/", "/es/search/"):
            ask(client, typed, address)
            with CaptureQueriesContext(connection) as captured:
                ask(client, typed, address)
            assert len(captured) <= 12, (typed, address, len(captured))
