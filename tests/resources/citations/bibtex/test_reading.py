"""Types and fields of BibTeX and biblatex that say more than their name."""

import pytest

from resources.citations.bibtex import writing
from resources.citations.csl import from_csl, to_csl
from resources.citations.formatting.lines import in_style
from resources.citations.reading_in import records
from resources.models import Citation


def read(kind, **fields):
    told = "".join(f", {name} = {{{value}}}" for name, value in fields.items())
    (record,) = records(f"@{kind}{{a, title = {{T}}, author = {{Sample, Ann}}{told}}}", "bibtex")
    return from_csl(record.item)


def apa(kept):
    return in_style(to_csl(Citation(**kept)), "apa")


def test_the_number_of_a_report_is_no_issue():
    kept = read("techreport", number="TR-12", institution="Sample Inst", year="2018")
    assert apa(kept) == "Sample, A. (2018). <i>T</i> (TR-12). Sample Inst."
    assert "number = {TR-12}" in writing.write([to_csl(Citation(**kept))])


@pytest.mark.parametrize(("kind", "genre"), [("phdthesis", "PhD thesis"), ("mastersthesis", "Master’s thesis")])
def test_the_type_of_a_thesis_is_said(kind, genre):
    kept = read(kind, school="Sample Univ", url="https://example.org/t")
    assert f"[{genre}, Sample Univ]" in apa(kept)
    assert kept["more"]["genre"] == genre


@pytest.mark.parametrize(
    ("kind", "ours"),
    [("video", "film"), ("movie", "film"), ("audio", "recording"), ("bookinbook", "chapter"), ("mvcollection", "book")],
)
def test_types_of_biblatex_have_their_kind(kind, ours):
    kept = read(kind)
    assert (kept["kind"], kept["editors_note"]) == (ours, "")


@pytest.mark.parametrize("kind", ["patent", "artwork", "letter", "jurisdiction", "telepathy"])
def test_a_type_that_is_not_shown_as_such_is_told(kind):
    assert f"“{kind}”" in read(kind)["editors_note"]


def test_an_address_in_howpublished_is_one():
    kept = read("misc", howpublished=r"\url{https://example.org/x_y}")
    assert (kept["kind"], kept["url"]) == ("web", "https://example.org/x_y")
    both = read("misc", howpublished=r"Poster, \url{https://example.org/x}")
    assert both["url"] == "https://example.org/x"
    assert "Poster" in both["more"]["bibtex"]["howpublished"]


def test_a_preprint_of_arxiv_has_its_address():
    kept = read("misc", eprint="1234.5678", archiveprefix="arXiv")
    assert kept["url"] == "https://arxiv.org/abs/1234.5678"


def test_the_number_of_an_article_by_its_other_name():
    assert read("article", articleno="12", journal="J")["pages"] == "12"


def test_a_book_meant_for_chapters_stands_in_no_other():
    kept = read("collection", booktitle="Whole", year="2017")
    assert (kept["container"], kept["more"]["bibtex"]) == ("", {"booktitle": "Whole"})


@pytest.mark.parametrize(
    ("typed", "date"), [("1850~", "circa 1850"), ("199X", "1990s"), ("/2019", "–2019"), ("2019?", "circa 2019")]
)
def test_doubtful_dates_of_biblatex_keep_their_doubt(typed, date):
    assert read("book", date=typed)["date"] == date


def test_names_in_the_other_form_of_biblatex():
    (record,) = records(
        "@book{a, title = {T}, author = {family=Berg, given=Anna, prefix=van den and Sample, Ann}}", "bibtex"
    )
    assert from_csl(record.item)["authors"] == "van den Berg, Anna\nSample, Ann"


def test_words_by_which_biblatex_knows_types_and_states_are_said_as_it_prints_them():
    assert read("thesis", type="phdthesis")["more"]["genre"] == "PhD thesis"
    assert read("report", type="techreport")["more"]["genre"] == "Technical report"
    assert read("article", pubstate="inpress")["date"] == "in press"
