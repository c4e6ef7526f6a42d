"""Staff find pages by their own words and parts, on SQLite and PostgreSQL alike."""

import pytest
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Locale, Page
from wagtail.search.utils import parse_query_string

from home.models import HomePage, StandardPage
from tests.factories import make_user

pytestmark = pytest.mark.django_db

TITLES = [
    *("2026-2027 cohort", "K-12 guide", "Café con mentoría", "Sci/Tech days", "A.L.A. notes", "E-learning 2028/29"),
    *("Children’s O’Neil", "Łódź Søren", "Straße", "Due 20.10.2030", "-5 degrees", "100% remote", "write@example.org"),
    *("“Quoted” words", "https://example.net/path", "snake_case", "R&D", "Covid–19"),
    "Pre-doc/post-doc grants",
]
ASKED = {
    "2026-2027 cohort": ["2026-2027 cohort", "2026-2027", "2027", "2026", "cohort 2027", "2026/2027", "2026–2027 coh"],
    "K-12 guide": ["K-12 guide", "K-12", "k12", "12", "12 gui", "K–12", "K/12", '"K-12"', "K-12: guide"],
    "Café con mentoría": ["Café con mentoría", "cafe con mentoria", "MENTORÍA", "mentori", "cafe\u0301", '"café con"'],
    "Sci/Tech days": ["Sci/Tech", "sci-tech", "scitech", "sci tech", "tech", "Sci/T"],
    "A.L.A. notes": ["A.L.A.", "ALA", "a l a", "A. L. A.", "ala not"],
    "E-learning 2028/29": ["elearning", "e-learning", "e learning", "learning", "2028", "29", "2028-29"],
    "Children’s O’Neil": ["children's", "childrens", "children", "O'Neil", "oneil", "neil", "o’neil"],
    "Łódź Søren": ["lodz", "łódź", "soren", "Søren"],
    "Straße": ["strasse", "straße", "STRASSE"],
    "Due 20.10.2030": ["20.10.2030", "20.10", "2030"],
    "-5 degrees": ["-5", "5", "-5 deg"],
    "100% remote": ["100%", "100"],
    "write@example.org": ["write@example.org", "write", "org"],
    "“Quoted” words": ['"Quoted"', "“Quoted", 'quoted" words'],
    "https://example.net/path": ["example.net", "path", "https://example.net/path"],
    "snake_case": ["snake_case", "snake", "case"],
    "R&D": ["R&D", "rd"],
    "Pre-doc/post-doc grants": ["predoc", "postdoc", "post-doc", "pre-doc/post-doc", "doc grants"],
    "Covid–19": ["covid-19", "covid19", "19"],
}
NOTHING = ['"', "'", "-", "--", "\\", "&", "!", ":*", "(", "<->", "%", "…", '""', " ", "x" * 5_000, "no " * 2_000]


@pytest.fixture
def pages():
    home = HomePage.objects.get(locale=Locale.get_default())
    for n, title in enumerate(TITLES):
        home.add_child(instance=StandardPage(title=title, slug=f"page-{n}"))


def titles(pages):
    return {page.title for page in pages}


def test_a_page_is_found_by_its_own_words_and_parts(pages):
    """As the lists and choosers of pages ask, and as the search of all pages does."""
    for title, queries in ASKED.items():
        for typed in queries:
            assert titles(Page.objects.autocomplete(typed)) == {title}, typed
            _filters, query = parse_query_string(typed, operator="and")
            assert titles(Page.objects.autocomplete(query)) == {title}, typed
        assert titles(StandardPage.objects.autocomplete(title)) == {title}


@pytest.mark.parametrize("typed", NOTHING)
def test_what_holds_no_word_or_too_many_finds_nothing_and_breaks_nothing(pages, typed):
    assert titles(Page.objects.autocomplete(typed)) == set()


def test_the_admin_asks_this_way_everywhere(client, pages):
    client.force_login(make_user(superuser=True))
    home = HomePage.objects.get(locale=Locale.get_default())
    for address in (
        reverse("wagtailadmin_pages:search"),
        reverse("wagtailadmin_explore", args=[home.pk]),
        reverse("wagtailadmin_choose_page_search"),
    ):
        for typed, title in (("12 gui", "K-12 guide"), ("mentoria", "Café con mentoría"), ("2027", "2026-2027 cohort")):
            page = client.get(address, {"q": typed}).content.decode()
            assert title in page
            assert "Straße" not in page
        for typed in NOTHING:
            assert client.get(address, {"q": typed}).status_code == 200


def test_a_quotation_mark_ends_no_search_of_documents(client):
    Document.objects.create(title='The 12" guide')
    client.force_login(make_user(superuser=True))
    for typed in ('12"', '"', '12" guide'):
        assert client.get(reverse("wagtaildocs:index"), {"q": typed}).status_code == 200
        found = client.get(reverse("wagtaildocs_chooser:choose_results"), {"q": typed})
        assert ("guide" in found.content.decode()) == ("12" in typed)


@pytest.mark.parametrize("typed", ['"', 'K-12"', "\0", "K\x0012", '"guide'])
def test_a_search_of_whole_texts_is_ended_by_nothing_typed(pages, typed):
    """As the admin's API and its bulk actions ask."""
    assert len(list(Page.objects.search(typed))) < len(TITLES)
