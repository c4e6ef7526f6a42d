"""What makers of files write, as they write it: each way in which a record went wrong once, with the right value."""

import json

import pytest

from resources.admin.importing.keeping import MOST, import_text
from resources.citations.csl import to_csl
from resources.citations.formatting.lines import in_style
from resources.citations.reading_in import format_of, records
from resources.citations.records import LONGEST
from resources.models import Citation

pytestmark = pytest.mark.django_db


def ris(*tags, kind="JOUR", end="ER  - "):
    return "\n".join([f"TY  - {kind}", "TI  - A sample", *tags, end]) + "\n"


def kept(text, name=""):
    answer = import_text(text, name)
    assert not answer.failed
    (citation,) = answer.kept
    return citation


def test_a_tail_behind_an_address_goes_to_the_note():
    citation = kept(ris("UR  - https://example.org/77?from=export     U2  - L0000077", "PY  - 2024"))
    assert citation.url == "https://example.org/77?from=export"
    assert "L0000077" in citation.editors_note


def test_of_several_addresses_in_one_field_the_first_is_taken_and_all_are_told():
    citation = kept(ris("UR  - https://example.org/a?b=1 http://dx.doi.org/10.5555/x https://example.org/c"))
    assert (citation.url, citation.doi) == ("https://example.org/a?b=1", "10.5555/x")
    assert "https://example.org/c" in citation.editors_note


@pytest.mark.parametrize(("tag", "field"), [("IS", "issue"), ("LA", "language"), ("CY", "place"), ("VL", "volume")])
def test_what_is_too_long_for_its_field_goes_to_the_note(tag, field):
    long = "words without end " * 20
    citation = kept(ris(f"{tag}  - {long}"))
    assert getattr(citation, field) == ""
    assert long.strip() in citation.editors_note


def test_a_title_that_is_too_long_keeps_its_beginning():
    citation = kept(f"TY  - BOOK\nTI  - {'long words ' * 120}\nER  - ")
    assert citation.title.startswith("long words")
    assert citation.title.endswith("…")
    assert "long words " * 119 in citation.editors_note


@pytest.mark.parametrize("kind", ["Article", "Conference Abstract", "Journal article", "Article in Press"])
def test_the_kind_of_an_article_is_not_printed(kind):
    citation = kept(ris("AU  - Example, Ana", "JF  - Example Weekly", "Y1  - 1952", f"M3  - {kind}"))
    assert in_style(to_csl(citation), "apa") == "Example, A. (1952). A sample. <i>Example Weekly</i>."
    assert kind in citation.original


@pytest.mark.parametrize(
    "tag",
    [
        "M3  - doi: 10.5555/1234",
        "L3  - 10.5555/1234",
        "N1  - doi:10.5555/1234; and more",
        "DO  - https://doi.org/10.5555/1234",
        "L2  - http://dx.doi.org/10.5555/1234",
    ],
)
def test_a_doi_is_found_where_its_maker_put_it(tag):
    assert kept(ris(tag)).doi == "10.5555/1234"


@pytest.mark.parametrize("tag", ["JA", "J1", "J2", "JO", "JF", "T2"])
def test_a_journal_known_by_any_name_is_kept(tag):
    assert kept(ris(f"{tag}  - J. of Samples")).container == "J. of Samples"


def test_the_fuller_name_of_a_journal_is_the_one_that_stands():
    citation = kept(ris("JO  - J. Samp.", "JF  - Journal of Samples"))
    assert (citation.container, citation.more["container-title-short"]) == ("Journal of Samples", "J. Samp.")


@pytest.mark.parametrize(
    ("tags", "pages"),
    [
        (["SP  - 105752", "EP  - 105752"], "105752"),
        (["SP  - 1279‐1297"], "1279–1297"),
        (["SP  - 12", "EP  - 17"], "12–17"),
        (["C7  - e12292"], "e12292"),
        (["SP  - No", "EP  - Specified"], ""),
        (["SP  - N.PAG"], ""),
        (["SP  - pp. 3-9"], "3-9"),
    ],
)
def test_pages_are_read_however_they_are_written(tags, pages):
    citation = kept(ris(*tags))
    assert citation.pages == pages
    assert all(tag in citation.original for tag in tags)


def test_the_number_of_an_article_is_printed_in_every_style():
    item = to_csl(kept(ris("AU  - Example, Ana", "T2  - Samples", "PY  - 2020", "VL  - 5", "C7  - e77")))
    assert "<i>5</i>, Article e77" in in_style(item, "apa")
    assert "e77" in in_style(item, "mla")
    assert "e77" in in_style(item, "chicago")


def test_t2_of_a_book_is_its_series_and_of_a_thesis_its_department():
    book = kept(ris("T2  - Library Mentoring Series", kind="BOOK"))
    assert (book.container, book.more["collection-title"]) == ("", "Library Mentoring Series")
    thesis = kept("TY  - THES\nTI  - A thesis\nT2  - School of Information\nM3  - Ph.D.\nER  - ")
    assert (thesis.container, thesis.more["genre"]) == ("", "Ph.D.")
    assert "School of Information" in thesis.original


@pytest.mark.parametrize(
    ("tags", "date"),
    [
        (["PY  - 2016", "Y1  - 2016/10/19"], "2016-10-19"),
        (["PY  - 2010", "DA  - SEP 22"], "2010-09-22"),
        (["PY  - 2010", "DA  - MAY-JUN"], "2010-05/2010-06"),
        (["Y1  - 2015/october"], "2015-10"),
        (["PY  - 2019///Spring"], "Spring 2019"),
        (["PY  - 1989//"], "1989"),
        (["DA  - 2024-02-01T10:00:00Z"], "2024-02-01"),
    ],
)
def test_days_beside_years_are_read(tags, date):
    assert kept(ris(*tags)).date == date


def test_a_date_of_another_year_is_told():
    citation = kept(ris("PY  - 2020", "DA  - 2019/12/03"))
    assert (citation.date, citation.editors_note) == ("2020", "2019/12/03")


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ([{"day": "1", "month": "1", "year": "2009"}], "2009-01-01"),
        ({"date-parts": [[2015, 14], [2016, 16]]}, "Summer 2015–Winter 2016"),
        ({"date-parts": [[2015, 22]]}, "Summer 2015"),
        ({"date-parts": [["1985"]], "season": "printemps"}, "printemps 1985"),
        ("2019-21", "Spring 2019"),
        (2019, "2019"),
        ({"raw": "2019-05"}, "2019-05"),
        ({"date-parts": [[1850]], "circa": 1}, "circa 1850"),
        ({"date-parts": [[2020, 13, 77]]}, "2020-13-77"),
    ],
)
def test_dates_of_csl_in_every_shape_keep_what_they_say(value, date):
    assert kept(json.dumps([{"type": "book", "title": "A", "issued": value}])).date == date


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Example, Mary Jane, 1860-1943", "Example, Mary Jane", ""),
        ("Example, Mary Jane, 1950- author.", "Example, Mary Jane", ""),
        ("Li, Bo, editor.", "", "Li, Bo"),
        ("Example, Ana; Li, Bo; Ruiz, Carla", "Example, Ana\nLi, Bo\nRuiz, Carla", ""),
        ("King, Martin, Jr., 1929-1968", "King, Martin, Jr.", ""),
        ("Smith, Ed", "Smith, Ed", ""),
        ("Sampson, SD", "Sampson, S. D.", ""),
    ],
)
def test_names_of_catalogs_lose_years_and_roles_and_the_editor_is_told(line, authors, editors):
    citation = kept(ris(f"AU  - {line}", "PY  - 2000"))
    assert (citation.authors, citation.editors) == (authors, editors)
    assert line in citation.original


def test_a_list_of_surnames_makes_nobody_an_editor():
    citation = kept(ris("A1  - Example, Ines", "A2  - Andres, Bucchi, Buote, Byrne, Casati, Cohen"))
    assert citation.editors == ""
    assert "Andres, Bucchi" in citation.editors_note


def test_headings_between_records_are_no_records():
    text = f"Record #1 of 2\nProvider: Sample\n\n{ris('PY  - 1989//')}\n47. \n{ris('PY  - 1990//')}"
    answer = import_text(text)
    assert (answer.count, len(answer.kept), len(answer.passed)) == (2, 2, 2)


def test_a_bare_end_and_lines_of_their_own_are_read():
    citation = kept(
        ris("KW  - mentoring", "librarians", "new professionals", "N1  - First", "second", "M1  - 3", end="ER")
    )
    assert citation.more["keyword"] == "mentoring; librarians; new professionals"
    assert (citation.more["note"], citation.issue) == ("First\nsecond", "3")


WOS = """FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Example, A
   Li, B
AF Example, Ana
   Li, Bo
TI A title about mentoring that goes on
   in the next line
SO LIBRARY EXAMPLES
VL 5
BP 11
EP 19
PY 2020
DI 10.5555/lex.2020.5
ER

EF
"""
NBIB = """PMID- 1
IP  - 2
DP  - 2020 Jan-Feb
TI  - A title about mentoring that goes on
      in the next line.
LID - 10.5555/lex.2020.5 [doi]
FAU - Example, Ana
AU  - Example A
JT  - Library examples
PG  - 11-9
"""


@pytest.mark.parametrize(("text", "name"), [(WOS, "wos"), (NBIB, "medline")])
def test_formats_of_single_makers_are_found_and_read(text, name):
    assert format_of(text) == name
    citation = kept(text)
    assert citation.title == "A title about mentoring that goes on in the next line"
    assert (citation.authors.splitlines()[0], citation.doi) == ("Example, Ana", "10.5555/lex.2020.5")


def test_web_of_science_in_columns_is_read():
    citation = kept("PT\tAU\tTI\tSO\tPY\tVL\nJ\tExample, A; Li, B\tA title\tSamples\t2020\t5\n")
    assert (citation.authors, citation.container, citation.volume) == ("Example, A\nLi, B", "Samples", "5")


def test_an_answer_of_crossref_is_an_article_with_all_its_authors():
    message = {
        "type": "journal-article",
        "title": ["A &amp;amp; B <i>and</i> C"],
        "author": [{"given": "Ana", "family": "Example"}, {"name": "Sample Body"}],
        "container-title": ["Journal of Samples"],
        "issued": {"date-parts": [[2020, 5]]},
        "article-number": "77",
        "DOI": "10.5555/x",
    }
    citation = kept(json.dumps({"status": "ok", "message": message}))
    assert (citation.kind, citation.container, citation.pages) == ("article", "Journal of Samples", "77")
    assert (citation.title, citation.authors) == ("A & B <i>and</i> C", "Example, Ana\nSample Body")


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("<jats:italic>Emma</jats:italic> and others", "<i>Emma</i> and others"),
        ("R&amp;amp;D", "R&D"),
        ("Open <i>only", "Open only"),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
        ("H<inf>2</inf>O <xref>1</xref>", "H<sub>2</sub>O 1"),
    ],
)
def test_markup_of_publishers_is_not_printed(given, title):
    assert kept(json.dumps([{"type": "book", "title": given}])).title == title


def test_chapters_under_one_doi_are_two_works_and_the_editor_is_told():
    two = [{"type": "chapter", "title": f"Chapter {n}", "DOI": "10.5555/book", "page": f"{n}0"} for n in (1, 2)]
    answer = import_text(json.dumps(two))
    assert len(answer.kept) == 2
    assert "Chapter 1" in answer.kept[1].editors_note


@pytest.mark.parametrize("number", ["Infinity", "1e999", "9" * 5000, '"\\ud800"'])
def test_numbers_and_letters_that_are_none_end_no_import(number):
    answer = import_text(
        f'[{{"type": "book", "title": "A", "volume": {number}, "issued": {{"date-parts": [[{number}]]}}}}]'
    )
    assert answer.count == 1
    assert [citation.title for citation in answer.kept] == ["A"]


def test_a_record_too_long_is_refused_in_words_before_it_is_read():
    (failed,) = import_text(ris(*["AU  - Sample, Ann"] * (LONGEST // 10))).failed
    assert "longer than" in failed.reason


def test_failed_records_count_and_the_rest_is_told_once():
    answer = import_text("TY  - BOOK\nAB  - nothing\nER  - \n" * (MOST + 20))
    assert len(answer.failed) == MOST + 1
    assert "import the rest" in answer.failed[-1].reason


@pytest.mark.parametrize(
    ("text", "title", "authors"),
    [
        ("@article{\n  author = {Example, Y. and Li, B.},\n  title = {No key},\n}", "No key", "Example, Y.\nLi, B."),
        ("@techreport{TBD,  title = {A comma too many},  , author = {Li, Bo}}", "A comma too many", "Li, Bo"),
        ("@article{c,\ntitle = {A comma out}\nauthor = {Li, Bo},\n}", "A comma out", "Li, Bo"),
        ('@article{c,\ntitle = "A comma out"\nauthor = {Li, Bo}}', "A comma out", "Li, Bo"),
    ],
)
def test_slips_of_bibtex_cost_nothing(text, title, authors):
    citation = kept(text)
    assert (citation.title, citation.authors) == (title, authors)


def test_braces_in_addresses_go():
    citation = kept(r"@misc{a, title={T}, url={http://example.org/a{\_}b{\%}20c}, doi={10.5555/978{\_}12}}")
    assert (citation.url, citation.doi) == ("http://example.org/a_b%20c", "10.5555/978_12")


@pytest.mark.parametrize(
    ("csl_type", "kind"),
    [
        ("motion_picture", "film"),
        ("broadcast", "podcast"),
        ("interview", "interview"),
        ("song", "recording"),
        ("speech", "webinar"),
    ],
)
def test_each_kind_of_recording_is_one_of_its_own(csl_type, kind):
    assert kept(json.dumps([{"type": csl_type, "title": "A"}])).kind == kind
    assert to_csl(Citation(kind=kind, title="A"))["type"] == csl_type


def test_who_asked_in_an_interview_is_told():
    citation = Citation(kind="interview", title="On mentoring", authors="Ruiz, Ana", editors="Li, Bo", date="2019")
    assert "Interview by Bo Li" in in_style(to_csl(citation), "mla")


def test_what_has_no_field_is_told_and_kept_as_it_came():
    answer = import_text(ris("AD  - School of Samples", "U2  - L77"))
    assert answer.beside == {"AD": 1, "U2": 1}
    assert "AD  - School of Samples" in answer.kept[0].original


def test_every_reader_takes_nothing_at_all():
    for name in ("ris", "bibtex", "csl", "medline", "wos"):
        assert [record for record in records("", name) if not record.reason] == []
