"""One question on a scale, and a table of statements."""

import re
from itertools import islice

import pytest
from django.utils.translation import override

from programs.forms.questions.scales import Scale

POINTS = {"no": "Not at all", "partly": "Partly", "yes": "Fully"}


@pytest.fixture
def table(asked):
    statements = [{"key": "meet", "label": "We will meet"}, {"key": "write", "label": "We will write:"}]
    return asked("table", POINTS, statements=statements)


def test_a_scale_has_the_associations_words_in_a_row(asked):
    scale = asked("scale", POINTS)
    assert scale.answer("q-topic=partly") == "partly"
    assert scale.comes_back("partly")
    assert "choices-row" in scale.page()
    assert scale.kind.reads(scale.question, "yes") == ["Fully"]


def test_a_scale_begins_with_the_usual_words_in_the_editors_language():
    points = [choice["label"] for choice in Scale().child_blocks["choices"].get_default()]
    assert (points[0], points[-1], len(points)) == ("Strongly disagree", "Strongly agree", 5)
    with override("es"):
        assert len(Scale().child_blocks["choices"].get_default()) == 5


def test_a_table_is_kept_by_its_statements(table):
    answer = table.answer("q-topic_meet=yes&q-topic_write=no")
    assert answer == {"meet": "yes", "write": "no"}
    assert table.kind.reads(table.question, answer) == ["We will meet: Fully", "We will write: Not at all"]
    assert table.comes_back(answer)
    assert table.typed("q-topic_write=no&q-topic_x=y") == ["We will write: Not at all"]


def test_rows_may_be_left_out_where_nothing_is_required(table):
    table.question["required"] = False
    assert table.answer("q-topic_write=no") == {"write": "no"}
    assert table.comes_back({"write": "no"})
    assert table.answer("") == {}


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("", "Choose an answer for each statement of “Topic?”"),
        ("q-topic_meet=yes", "Choose an answer for “We will write” in “Topic?”"),
        ("q-topic_meet=maybe&q-topic_write=no", "Choose one answer of the scale for each statement of “Topic?”"),
        ("q-topic_meet=yes&q-topic_meet=no&q-topic_write=no", "Choose one answer of the scale"),
    ],
)
def test_what_is_wrong_is_said_once(table, sent, told):
    (found,) = table.answer(sent)
    assert found.startswith(told)


def test_each_button_is_named_by_its_row_and_its_column(table):
    page = table.page("q-topic_meet=yes")
    assert page.count('<th scope="row"') == 2
    assert page.count('<th scope="col"') == 4
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    named = " ".join(re.findall(r'aria-labelledby="([^"]+)"', page)).split()
    assert len(named) == 12
    assert set(named) <= set(ids)
    assert page.count(" checked") == 1


def test_an_error_leads_to_the_first_button(table):
    (first,) = islice(table.form("")["q-topic"], 1)
    assert f'id="{first.id_for_label}"' in table.page()
