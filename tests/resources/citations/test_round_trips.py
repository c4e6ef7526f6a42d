"""Out and in again, in every format: nothing that a list of readings needs is lost on the way."""

import json
from types import SimpleNamespace

import bibtexparser
import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.citations import csljson
from resources.citations.bibtex import reading as bibtex_reading
from resources.citations.bibtex import writing as bibtex_writing
from resources.citations.csl import from_csl, to_csl
from resources.citations.ris import reading as ris_reading
from resources.citations.ris import writing as ris_writing
from resources.models import Citation
from tests.resources.citations.works import ANN, BO, WORKS, on

RIS = SimpleNamespace(read=ris_reading.read, write=ris_writing.write)
BIBTEX = SimpleNamespace(read=bibtex_reading.read, write=bibtex_writing.write)
FORMATS = {"ris": RIS, "bibtex": BIBTEX, "csl": csljson}
KEPT = ["kind", "authors", "editors", "date", "title", "container", "volume", "issue", "pages", "edition", "publisher"]
KEPT += ["place", "doi", "isbn", "url", "language"]
MORE = ["translator", "abstract", "keyword", "note", "ISSN", "collection-title", "genre", "type"]
"""Of what has no field here, that which all three formats can carry."""


SPOKEN = [
    {"type": "motion_picture", "title": "A film", "author": [ANN], "publisher": "Sample Press", "issued": on(2019)},
    {
        "type": "broadcast",
        "title": "An episode",
        "author": [ANN],
        "container-title": "A sample podcast",
        "issued": on(2020),
    },
    {"type": "interview", "title": "A talk with Ann", "author": [ANN], "interviewer": [BO], "issued": on(2021, 5)},
    {"type": "song", "title": "A recording", "author": [ANN], "publisher": "Sample Press", "issued": on(2022)},
]


def citations():
    return [Citation(**from_csl({"id": f"work-{n}"} | work)) for n, work in enumerate(WORKS + SPOKEN, start=1)]


def told(citation):
    """All that must come back. Names of RIS and BibTeX are lines, as the editors see them."""
    item = to_csl(citation)
    return {field: getattr(citation, field) for field in KEPT} | {name: item.get(name) for name in MORE}


def there_and_back(module, found):
    return [Citation(**from_csl(record.item)) for record in module.read(module.write(map(to_csl, found)))]


def test_there_are_many_and_varied_works():
    assert len(WORKS) >= 40
    assert {citation.kind for citation in citations()} == set(Citation.Kind.values)


@pytest.mark.parametrize("name", FORMATS)
def test_every_work_comes_back_as_it_left(name):
    before = citations()
    after = there_and_back(FORMATS[name], before)
    assert [told(citation) for citation in after] == [told(citation) for citation in before]


@pytest.mark.parametrize("name", FORMATS)
def test_the_second_file_is_the_first(name):
    module = FORMATS[name]
    first = module.write(map(to_csl, citations()))
    assert module.write([record.item for record in module.read(first)]) == first


def test_csl_items_come_back_whole():
    given = [{"id": f"work-{n}"} | work | {"custom": {"a": [1, None]}} for n, work in enumerate(WORKS, start=1)]
    for before, after in zip(given, [to_csl(Citation(**from_csl(item))) for item in given], strict=True):
        names = {"author", "editor", "issued"}
        assert {key: after[key] for key in before if key not in names} == {
            key: before[key] for key in before if key not in names
        }


def test_other_programs_read_what_is_written():
    items = list(map(to_csl, citations()))
    read = rispy.loads(RIS.write(items))
    assert [entry.get("title") or entry.get("primary_title") for entry in read] == [item.get("title") for item in items]
    library = bibtexparser.parse_string(BIBTEX.write(items))
    assert len(library.entries) == len(items)
    assert not library.failed_blocks
    assert len(json.loads(csljson.write(items))) == len(items)


def test_what_has_no_place_elsewhere_comes_out_again():
    (record,) = RIS.read("TY  - JOUR\nTI  - T\nXX  - kept\nC1  - too\nER  - \n")
    assert "XX  - kept\r\nC1  - too" in RIS.write([to_csl(Citation(**from_csl(record.item)))])
    (record,) = BIBTEX.read("@article{a, title = {T}, eprint = {12 {x}}}")
    assert "eprint = {12 {x}}" in BIBTEX.write([to_csl(Citation(**from_csl(record.item)))])


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Zl", "Zp", "Zs", "Cn"]), min_size=1, max_size=12)
TITLES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(TITLES, st.sampled_from(sorted(FORMATS)))
def test_any_title_comes_back(title, name):
    item = {"id": "a", "type": "book", "title": title, "publisher": title}
    (record,) = FORMATS[name].read(FORMATS[name].write([item]))
    assert (record.item["title"], record.item["publisher"]) == (title, title)
