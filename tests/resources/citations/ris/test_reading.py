"""RIS as its makers write it: every type, and what else stands in a date."""

import pytest
from rispy.config import TYPE_OF_REFERENCE_MAPPING

from resources.citations.csl import from_csl, to_csl
from resources.citations.formatting.lines import in_style
from resources.citations.kinds import KINDS
from resources.citations.ris import reading
from resources.citations.ris.tags import TYPES
from resources.models import Citation


def read(*tags, kind="JOUR"):
    (record,) = reading.read("\n".join([f"TY  - {kind}", "TI  - A title", *tags, "ER  - "]))
    assert not record.reason
    return from_csl(record.item)


@pytest.mark.parametrize("kind", sorted(TYPE_OF_REFERENCE_MAPPING))
def test_each_type_of_ris_is_kept_and_its_editor_told_where_it_is_shown_as_another(kind):
    kept = read("PY  - 2020", kind=kind)
    assert "A title" in (kept["title"], kept["container"])
    assert bool(kept["editors_note"]) == (TYPES[kind] not in KINDS)
    assert kept["editors_note"] == "" or kind in kept["editors_note"]


def test_a_film_is_no_webinar():
    line = in_style(to_csl(Citation(**read("AU  - Ruiz, Ana", "PY  - 2019", kind="VIDEO"))), "apa")
    assert "Webinar" not in line
    assert "[Video recording]" in line


@pytest.mark.parametrize(
    ("tags", "date", "told"),
    [
        (["PY  - 2019///Spring"], "Spring 2019", ""),
        (["PY  - 2019/05/04/"], "2019-05-04", ""),
        (["PY  - 2019", "DA  - 2019/05/04/"], "2019-05-04", ""),
        (["PY  - 2019", "Y1  - 2019/05/04/"], "2019-05-04", ""),
        (["PY  - 2019", "DA  - in the spring"], "2019", "in the spring"),
        (["PY  - 2019/05//Conference day"], "2019-05", "2019/05//Conference day"),
        (["PY  - in press"], "in press", ""),
    ],
)
def test_the_date_that_says_most_is_taken_and_words_beside_it_are_told(tags, date, told):
    kept = read(*tags)
    assert (kept["date"], kept["editors_note"]) == (date, told)
