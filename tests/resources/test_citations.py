"""Citations as readers see them, and what keeps one off the public site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.models import Citation

TEXT = "Is There a Mentoring Culture Within the LIS Profession?"


def article(**fields):
    defaults = {
        "authors": "Hussey, L. K., & Campbell-Meier, J.",
        "date": "2017",
        "title": TEXT,
        "container": "Journal of Library Administration",
        "volume": "57",
        "issue": "5",
        "pages": "500–516",
    }
    return Citation(kind="article", **defaults | fields)


def test_an_article_reads_as_apa_and_keeps_the_question_mark():
    assert article().formatted == (
        f"Hussey, L. K., &amp; Campbell-Meier, J. (2017). {TEXT} <cite>Journal of Library Administration, 57</cite>(5), 500–516."
    )


def test_a_title_without_a_mark_at_its_end_gets_a_full_stop():
    assert "Long Reach. <cite>" in article(title="Long Reach").formatted


def test_a_book_names_place_and_publisher():
    book = Citation(
        kind="book",
        authors="Mavrinac, M. A.",
        date="2012",
        title="Pay it forward",
        place="Chicago, IL",
        publisher="ACRL",
    )
    assert book.formatted == "Mavrinac, M. A. (2012). <cite>Pay it forward</cite>. Chicago, IL: ACRL."


def test_a_whole_issue_needs_neither_author_nor_title():
    issue = Citation(
        kind="issue", container="Oregon Library Association Quarterly", volume="23", issue="3", date="2015"
    )
    assert issue.is_complete
    assert issue.formatted == "<cite>Oregon Library Association Quarterly, 23</cite>(3) (2015)."


def test_an_address_makes_the_title_a_link():
    assert (
        '<a href="https://example.org/a">Long Reach</a>'
        in article(title="Long Reach", url="https://example.org/a").formatted
    )


@pytest.mark.parametrize(
    ("fields", "missing"),
    [({"title": ""}, ["title"]), ({"title": "", "date": ""}, ["title", "date"]), ({"authors": ""}, [])],
)
def test_what_a_kind_needs_and_lacks_is_named(fields, missing):
    assert article(**fields).missing == missing


@given(st.text(max_size=50), st.text(max_size=50), st.sampled_from(["article", "book", "web", "issue"]))
def test_no_markup_of_an_entry_reaches_the_page(title, authors, kind):
    formatted = Citation(
        kind=kind, title=f"<script>{title}", authors=f"<b>{authors}", container="<i>x", date="<u>"
    ).formatted
    for tag in ("<script", "<b>", "<i>", "<u>"):
        assert tag not in formatted
