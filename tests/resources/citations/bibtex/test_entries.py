"""What BibTeX files hold beside plain entries, as their makers write them."""

import re

import pytest

from resources.citations.bibtex import reading, writing
from resources.citations.csl import from_csl, to_csl
from resources.citations.formatting.lines import in_style
from resources.citations.machines import schema_org
from resources.citations.machines.coins import coins
from resources.models import Citation


def records(text):
    return list(reading.read(text))


def lines(text, style="apa"):
    return [re.sub(r"<[^>]+>", "", in_style(record.item, style)) for record in records(text)]


JOINS = """@comment{saved by a reference manager}
@preamble{"\\newcommand{\\noop}[1]{}"}
@string{ala = "Example Library Association"}
@string{series = ala # " Papers"}
@book{a, author = {Ruiz, Ana}, title = {Guide}, publisher = ala # " Editions", series = series, year = 2019}
@article{b, author = {Li, Bo}, title = {Two months}, journal = {Library Notes}, year = 2020, month = may # "/" # jun}
@article{c, author = {Li, Bo}, title = {A {#} in it} # " and # more", journal = {Library Notes}, year = 2020, month = 10 # "~" # jan}
"""


def test_strings_are_put_in_and_parts_joined_and_what_is_no_work_is_passed_over():
    first, second, third = (record.item for record in records(JOINS))
    assert (first["publisher"], first["collection-title"]) == (
        "Example Library Association Editions",
        "Example Library Association Papers",
    )
    assert second["issued"] == {"date-parts": [[2020, 5], [2020, 6]]}
    assert (third["title"], third["issued"]) == ("A # in it and # more", {"date-parts": [[2020, 1, 10]]})


PARENTS = """@incollection{a, author = {Ruiz, Ana}, title = {First steps}, pages = {1--20}, crossref = {Parent}}
@book{parent, editor = {Li, Bo}, title = {Mentors at work}, booktitle = {Mentors at work}, publisher = {Example Press},
  year = 2018, doi = {10.1000/book}}
@article{b, author = {Li, Bo}, title = {Own title}, xdata = {shared}}
@xdata{shared, journaltitle = {Library Notes}, date = {2019}}
"""


def test_a_chapter_takes_from_its_parent_what_it_lacks():
    chapter, book, article, _shared = records(PARENTS)
    assert (
        lines(PARENTS)[0] == "Ruiz, A. (2018). First steps. In B. Li (Ed.), Mentors at work (pp. 1–20). Example Press."
    )
    assert "DOI" not in chapter.item, "the book's DOI leads to no chapter"
    assert "container-title" not in book.item
    assert (article.item["container-title"], article.item["issued"]) == ("Library Notes", {"date-parts": [[2019]]})


def test_parents_in_a_circle_or_not_there_end():
    text = "@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}}\n@book{c, title = {C}, crossref = {gone}}"
    found = records(text)
    assert [record.item["title"] for record in found] == ["A", "B", "C"]
    assert found[2].item["bibtex"] == {"crossref": "gone"}


@pytest.mark.parametrize(
    ("style", "line"),
    [
        ("apa", "Ruiz, A., et al. (2019). Many hands. Library Notes."),
        ("mla", "Ruiz, Ana, et al. “Many Hands.” Library Notes, 2019."),
        ("chicago", "Ruiz, Ana, et al. 2019. “Many Hands.” Library Notes."),
    ],
)
def test_and_others_is_et_al(style, line):
    text = "@article{a, author = {Ruiz, Ana and others}, title = {Many hands}, journal = {Library Notes}, year = 2019}"
    assert lines(text, style) == [line]


def test_a_key_that_stands_twice_loses_nothing_and_is_told():
    text = "@book{k, title = {One}}\n@book{k, author = {Ana Ruiz and Bo Li}, title = {Two}}"
    first, second = (from_csl(record.item) for record in records(text))
    assert (first["title"], first["editors_note"]) == ("One", "")
    assert (second["authors"], second["editors_note"]) == (
        "Ruiz, Ana\nLi, Bo",
        "Its key, k, was given to an earlier entry, too.",
    )


def test_a_field_that_stands_twice_loses_nothing_and_is_told():
    text = "@book{k, title = {One}, keywords = {a}, keywords = {b}, publisher = {Here}, publisher = {There}}"
    (record,) = records(text)
    kept = from_csl(record.item)
    assert (kept["publisher"], kept["editors_note"]) == ("Here", "publisher: There")
    assert kept["more"]["keyword"] == "a, b"
    assert "told" not in kept["more"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("2019-05-12T10:00:00", "2019-05-12"),
        ("2019-05-12T10:00:00Z", "2019-05-12"),
        ("2019-21", "Spring 2019"),
        ("2019-23", "Fall 2019"),
        ("2019/", "2019–"),
        ("2019/..", "2019–"),
        ("2019/2020", "2019/2020"),
        ("2019-05", "2019-05"),
    ],
)
def test_dates_of_biblatex(typed, text):
    (record,) = records(f"@misc{{a, title = {{A}}, date = {{{typed}}}}}")
    assert from_csl(record.item)["date"] == text


def test_et_al_goes_out_as_others_and_is_nobody_to_machines():
    text = "@book{a, author = {Ruiz, Ana and others}, title = {T}, publisher = {P}, year = {2019}}"
    (record,) = records(text)
    citation = Citation(**from_csl(record.item))
    assert "author = {Ruiz, Ana and others}" in writing.write([to_csl(citation)])
    assert "al." not in coins(citation)
    assert [person["name"] for person in schema_org.work(citation)["author"]] == ["Ana Ruiz"]
