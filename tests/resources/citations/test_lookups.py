"""Where readings can be had: WorldCat, and the association's own library by a template."""

import pytest
from django.core.exceptions import ValidationError

from resources.citations.lookups import check_lookup, lookups
from resources.models import Citation, ReadingSettings

BOOK = Citation(kind="book", title="Being <i>Emma</i> & more", isbn="9780306406157")
ARTICLE = Citation(kind="article", title="On mentoring", doi="10.1000/182")
LOOKUP = {"library": "Our library", "library_lookup": "https://catalog.example.org/?isbn={isbn}&q={title}"}


def test_a_book_leads_to_worldcat_by_its_isbn_and_an_article_by_its_title():
    settings = ReadingSettings()
    assert lookups(BOOK, settings) == [("WorldCat", "https://www.worldcat.org/isbn/9780306406157")]
    assert lookups(ARTICLE, settings) == [("WorldCat", "https://search.worldcat.org/search?q=On%20mentoring")]


def test_what_no_library_holds_gets_no_link():
    assert lookups(Citation(kind="web", title="A post"), ReadingSettings()) == []


def test_a_site_can_do_without_worldcat():
    assert lookups(BOOK, ReadingSettings(worldcat=False)) == []


def test_the_association_s_library_is_asked_by_its_template():
    settings = ReadingSettings(worldcat=False, **LOOKUP)
    address = "https://catalog.example.org/?isbn=9780306406157&q=Being%20Emma%20%26%20more"
    assert lookups(BOOK, settings) == [("Our library", address)]
    assert lookups(ARTICLE, settings) == []  # it has no ISBN
    by_doi = ReadingSettings(worldcat=False, library="L", library_lookup="https://l.example.org/{doi}")
    assert lookups(ARTICLE, by_doi) == [("L", "https://l.example.org/10.1000%2F182")]


@pytest.mark.parametrize(
    "template",
    [
        "catalog.example.org/{isbn}",
        "javascript:alert({isbn})",
        "https://{isbn}.example.org/",
        "https://catalog.example.org/",
        "https://catalog.example.org/{issn}",
        "https://catalog.example.org/{}",
    ],
)
def test_a_template_that_leads_nowhere_is_refused(template):
    with pytest.raises(ValidationError):
        check_lookup(template)


def test_a_look_up_takes_name_and_address():
    with pytest.raises(ValidationError, match="takes both"):
        ReadingSettings(library="Our library").clean()
    ReadingSettings(**LOOKUP).clean()
