"""Pages, dates and numbers of RIS as EBSCO, Embase, EndNote and others spread them over tags."""

import pytest

from resources.citations.csl import from_csl
from resources.citations.reading_in import records


def read(*tags, kind="JOUR"):
    (record,) = records("\n".join([f"TY  - {kind}", "TI  - A title", *tags, "ER  - "]), "ris")
    return from_csl(record.item)


@pytest.mark.parametrize(
    ("tags", "date", "note"),
    [
        (["Y1  - 2019/05//May/Jun2019"], "2019-05/2019-06", ""),
        (["Y1  - 2019///Winter2019"], "Winter 2019", ""),
        (["Y1  - 2019/05/04/May2019"], "2019-05-04", ""),
        (["Y1  - 2019/05/04/4 May 2019"], "2019-05-04", ""),
        (["Y1  - 2019///2019 Supplement"], "2019", "2019///2019 Supplement"),
        (["DA  - 2018/May///", "Y1  - 2018///"], "2018-05", ""),
    ],
)
def test_a_year_glued_to_months_or_a_season_is_read(tags, date, note):
    kept = read(*tags)
    assert (kept["date"], kept["editors_note"]) == (date, note)


@pytest.mark.parametrize(
    ("tags", "pages"),
    [(["SP  - 45", "EP  - N.PAG"], "45"), (["SP  - N.PAG", "EP  - N.PAG"], ""), (["SP  - 45", "EP  - 45"], "45")],
)
def test_no_last_page_in_words_is_none(tags, pages):
    assert read(*tags)["pages"] == pages


@pytest.mark.parametrize(
    ("tags", "number"),
    [(["SN  - TR-12"], "TR-12"), (["IS  - 12"], "12"), (["M1  - 12", "SN  - 1234-5678"], "12"), (["NO  - 3"], "3")],
)
def test_a_report_has_a_number(tags, number):
    kept = read(*tags, kind="RPRT")
    assert kept["issue"] == number
    assert "ISBN" not in kept["editors_note"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("van der Sample D.", "van der Sample, D."),
        ("García López M.", "García López, M."),
        ("Sample B.C.", "Sample, B. C."),
        ("Sample BC", "Sample, B. C."),
        ("Working Group B", "Working Group B"),
        ("Sample Library Association", "Sample Library Association"),
    ],
)
def test_initials_behind_a_family_are_the_given_name(given, kept):
    assert read(f"AU  - {given}")["authors"] == kept


def test_an_abbreviated_journal_gives_way_to_its_full_name():
    kept = read("T2  - J Samp", "J2  - Journal of samples")
    assert (kept["container"], kept["more"]["container-title-short"]) == ("Journal of samples", "J Samp")
    assert read("T2  - Samples", "J2  - Studies of libraries")["container"] == "Samples"


def test_what_databases_put_into_place_and_edition_of_an_article_is_printed_nowhere_and_told():
    kept = read("CY  - A. Sample, Univ. of Samples, Town", "ET  - 2018/04/17")
    assert (kept["place"], kept["edition"]) == ("", "")
    assert "A. Sample, Univ. of Samples, Town" in kept["editors_note"]
    assert kept["more"]["ris"] == {"CY": ["A. Sample, Univ. of Samples, Town"], "ET": ["2018/04/17"]}
    assert read("CY  - Chicago", "ET  - 2nd", kind="BOOK")["place"] == "Chicago"


@pytest.mark.parametrize("tail", [" [Article]", ". [References].", " [Review]", ". [Book Review]"])
def test_what_databases_write_behind_a_title_goes_and_is_told(tail):
    (record,) = records(f"TY  - JOUR\nTI  - Peer mentoring{tail}\nER  - ", "ris")
    kept = from_csl(record.item)
    assert kept["title"] == "Peer mentoring"
    assert f"title: Peer mentoring{tail}" in kept["editors_note"]
    assert read("AB  - x")["title"] == "A title"
