"""Names, dates and identifiers as people type them."""

import pytest
from django.core.exceptions import ValidationError

from resources.citations import dates, names
from resources.citations.identifiers import check_doi, check_isbn, doi_address, plain_doi
from resources.models import Citation


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Hussey, L. K.", {"family": "Hussey", "given": "L. K."}),
        ("American Library Association", {"literal": "American Library Association"}),
        ("{Lists, Forms, and Samples}", {"literal": "Lists, Forms, and Samples"}),
        ("King, Martin Luther, Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("van den Berg, Anna", {"non-dropping-particle": "van den", "family": "Berg", "given": "Anna"}),
        ("La Fontaine, Jean de", {"family": "La Fontaine", "given": "Jean", "dropping-particle": "de"}),
        ("boyd, danah", {"family": "boyd", "given": "danah"}),
        ("Ó Searcaigh,  Cathal ", {"family": "Ó Searcaigh", "given": "Cathal"}),
    ],
)
def test_a_line_is_a_name_and_back(line, name):
    assert names.to_csl(line) == [name]
    assert names.to_csl(names.from_csl([name])) == [name]


@pytest.mark.parametrize(
    ("apa", "lines"),
    [
        ("Hussey, L. K., & Campbell-Meier, J.", ["Hussey, L. K.", "Campbell-Meier, J."]),
        ("Byington, Teresa", ["Byington, Teresa"]),
        ("A, B. C., D, E., & F, G.", ["A, B. C.", "D, E.", "F, G."]),
        ("King, M. L., Jr., & Doe, J.", ["King, M. L., Jr.", "Doe, J."]),
        ("van den Berg, A. and Doe, J.", ["van den Berg, A.", "Doe, J."]),
        ("American Library Association", ["American Library Association"]),
        ("Doe, J., & American Library Association", ["Doe, J.", "American Library Association"]),
    ],
)
def test_names_in_one_line_become_lines(apa, lines):
    assert names.split_apa(apa).splitlines() == lines


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2017", {"date-parts": [[2017]]}),
        ("2010-12", {"date-parts": [[2010, 12]]}),
        ("2019-05-04", {"date-parts": [[2019, 5, 4]]}),
        ("January 2020", {"date-parts": [[2020, 1]]}),
        ("Sept. 5, 2020", {"date-parts": [[2020, 9, 5]]}),
        ("5 September 2020", {"date-parts": [[2020, 9, 5]]}),
        ("Autumn 2019", {"date-parts": [[2019]], "season": "Autumn"}),
        ("Fall 2019", {"date-parts": [[2019]], "season": 3}),
        ("2019–2020", {"date-parts": [[2019], [2020]]}),
        ("2019-2020", {"date-parts": [[2019], [2020]]}),
        ("July/August 2019", {"date-parts": [[2019, 7], [2019, 8]]}),
        ("May 4–8, 2020", {"date-parts": [[2020, 5, 4], [2020, 5, 8]]}),
        ("May 30–June 2, 2020", {"date-parts": [[2020, 5, 30], [2020, 6, 2]]}),
        ("4-8 May 2020", {"date-parts": [[2020, 5, 4], [2020, 5, 8]]}),
        ("30 May–2 June 2020", {"date-parts": [[2020, 5, 30], [2020, 6, 2]]}),
        ("May 4-40, 2020", {"literal": "May 4-40, 2020"}),
        ("ca. 1850", {"date-parts": [[1850]], "circa": True}),
        ("in press", {"literal": "in press"}),
        ("2019-13-40", {"literal": "2019-13-40"}),
        ("", None),
        ("mayo de 2018", {"date-parts": [[2018, 5]]}),
        ("4 de mayo de 2018", {"date-parts": [[2018, 5, 4]]}),
        ("Dic. 2018", {"date-parts": [[2018, 12]]}),
        ("primavera de 2018", {"date-parts": [[2018]], "season": "primavera"}),
        ("Dec 2018-Jan 2019", {"date-parts": [[2018, 12], [2019, 1]]}),
        ("December 30, 2018–January 2, 2019", {"date-parts": [[2018, 12, 30], [2019, 1, 2]]}),
        ("30 Dec. 2018 – 2 Jan. 2019", {"date-parts": [[2018, 12, 30], [2019, 1, 2]]}),
        ("Mayo Clinic 2018", {"literal": "Mayo Clinic 2018"}),
        ("Spring 2018–Fall 2018", {"literal": "Spring 2018–Fall 2018"}),
    ],
)
def test_a_typed_date_is_what_it_says(typed, date):
    assert dates.to_csl(typed) == date
    assert dates.to_csl(dates.from_csl(date)) == date


@pytest.mark.parametrize(
    "typed", ["10.1000/182", "https://doi.org/10.1000/182", "doi: 10.1000/182", "http://dx.doi.org/10.1000/182."]
)
def test_a_doi_is_taken_however_it_is_pasted(typed):
    check_doi(typed)
    assert doi_address(plain_doi(typed)) == "https://doi.org/10.1000/182"


@pytest.mark.parametrize(
    "typed", ["10.1/x", "11.1000/182", "https://example.org/10.1000/182", "10.1000/", "10.1000/a b"]
)
def test_what_is_no_doi_is_refused(typed):
    with pytest.raises(ValidationError, match="not a DOI"):
        check_doi(typed)


@pytest.mark.parametrize(
    ("typed", "good"),
    [
        ("978-0-306-40615-7", True),
        ("ISBN 0-8044-2957-X", True),
        ("9780306406158", False),
        ("0804429571", False),
        ("12345", False),
        ("9770306406150", False),
        ("97803064٠6157", False),
    ],
)
def test_the_last_digit_of_an_isbn_must_fit(typed, good):
    if good:
        check_isbn(typed)
    else:
        with pytest.raises(ValidationError, match="not an ISBN"):
            check_isbn(typed)


def test_identifiers_are_kept_plain():
    citation = Citation(kind="book", title="T", doi="https://doi.org/10.1000/182", isbn="978-0-306-40615-7")
    citation.full_clean()
    assert (citation.doi, citation.isbn) == ("10.1000/182", "9780306406157")
