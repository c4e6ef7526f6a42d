"""Names, numbers and types set right, whatever the format."""

import json

import pytest

from resources.citations.csl import from_csl, to_csl
from resources.citations.formatting.lines import in_style
from resources.citations.reading_in import records
from resources.models import Citation


def read(**item):
    (record,) = records(json.dumps([{"type": "article-journal", "title": "T"} | item]), "csl")
    return from_csl(record.item)


@pytest.mark.parametrize(
    "name",
    [
        {"family": "Sample Jr.", "given": "Ann"},
        {"family": "Sample, Jr.", "given": "Ann"},
        {"family": "Sample", "given": "Ann Jr."},
        {"family": "Sample", "given": "Ann, Jr."},
        {"family": "Sample", "given": "Jr.", "suffix": "Ann"},
        {"family": "Ann Sample", "given": "Jr."},
        {"family": "Sample", "given": "Ann", "suffix": "Jr."},
    ],
)
def test_a_suffix_is_one_wherever_it_was_written(name):
    assert read(author=[name])["authors"] == "Sample, Ann, Jr."


def test_names_as_plain_texts_are_names():
    assert read(author="Sample, Ann")["authors"] == "Sample, Ann"
    assert read(author=["Sample, Ann", "Sample Library"])["authors"] == "Sample, Ann\nSample Library"
    assert read(author="Sample, Ann; Example, Bo")["authors"] == "Sample, Ann\nExample, Bo"


@pytest.mark.parametrize(
    ("item", "volume", "issue"),
    [
        ({"volume": "Vol. 57", "issue": "no. 5"}, "57", "5"),
        ({"volume": "volume 12", "issue": "Issue 3-4"}, "12", "3-4"),
        ({"volume": "v. 7", "issue": "#3"}, "7", "3"),
        ({"volume": 1.0, "issue": 2}, "1", "2"),
        ({"volume": "Nova series", "issue": "Winter"}, "Nova series", "Winter"),
    ],
)
def test_what_styles_say_before_a_number_is_not_kept_with_it(item, volume, issue):
    kept = read(**item)
    assert (kept["volume"], kept["issue"]) == (volume, issue)


@pytest.mark.parametrize("kind", ["map", "patent", "podcast", "legal_case"])
def test_a_type_that_is_not_shown_as_such_is_told(kind):
    assert f"“{kind}”" in read(type=kind)["editors_note"]


def test_whoever_made_a_film_or_leads_a_podcast_is_printed():
    di, item = {"family": "Sample", "given": "Di"}, {"publisher": "P", "issued": {"date-parts": [[2019]]}}
    film = to_csl(Citation(**read(type="motion_picture", director=[di], **item)))
    assert in_style(film, "apa") == "Sample, D. (Director). (2019). <i>T</i> [Video recording]. P."
    show = to_csl(Citation(**read(type="broadcast", host=[di], **item)))
    assert in_style(show, "apa") == "Sample, D. (Host). (2019). <i>T</i> [Broadcast]. P."


def test_the_number_of_a_report_stands_in_its_field_and_in_its_line():
    kept = read(type="report", number="12", publisher="P", issued={"date-parts": [[2019]]})
    assert kept["issue"] == "12"
    assert in_style(to_csl(Citation(**kept)), "apa") == "<i>T</i> (No. 12). (2019). P."
    assert from_csl(to_csl(Citation(**kept)))["issue"] == "12"
