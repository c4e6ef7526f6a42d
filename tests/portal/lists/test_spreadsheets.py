"""Spreadsheets hold what the list holds, and nothing in them runs."""

import csv
import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook
from wagtail.admin.ui.tables import Column

from portal.lists.spreadsheets import SafeSpreadsheets, harmless

from .renew_cells import write, written

CELLS = json.loads(Path(__file__).with_name("cells.json").read_text())
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", '"=1', "'=1", "“=1", "\ufeff=1", "＝1", "\n-1"]
TEXTS = st.one_of(
    st.text(), st.sampled_from(FORMULAS), st.builds("{}{}".format, st.text(max_size=3), st.sampled_from(FORMULAS))
)


class List(SafeSpreadsheets):
    def __init__(self, *labels):
        self.list_export = [Column(f"c{n}", label=label, accessor=f"c{n}") for n, label in enumerate(labels)]


def as_csv(view, *rows):
    text = b"".join(view.stream_csv([row_of(row) for row in rows])).decode()
    assert text[0] == "\ufeff"
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def as_xlsx(view, *rows):
    file = io.BytesIO()
    view.write_xlsx([row_of(row) for row in rows], file)
    return list(load_workbook(file).active.iter_rows())


def row_of(values):
    return SimpleNamespace(**{f"c{n}": value for n, value in enumerate(values)})


def would_run(cell):
    return re.match(r"[\t\r\n]|[\s\ufeff\u200b\"“”‘’]*[=+\-@＝＋－＠]", cell)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_begins_with_an_apostrophe_in_csv_headings_included(formula):
    assert [row[0][0] for row in as_csv(List(formula), [formula])] == ["'", "'"]


@given(TEXTS, TEXTS)
@example("a;=1+1", "a\n-1")
@example("", "\x00=1")
def test_no_cell_of_csv_runs_whatever_separates_cells(first, second):
    view = List(first, second)
    rows = as_csv(view, [first, second])
    assert [len(row) for row in rows] == [2, 2]
    for cell in [cell for row in rows for cell in row]:
        assert not would_run(cell)
        assert not any(would_run(part) for part in re.split(r"[;\t\r\n]", cell))


@given(TEXTS)
def test_csv_keeps_every_sign_and_shows_those_that_no_file_holds(text):
    kept = [sign for sign in harmless(text) if sign != "'"]
    shown = [shown_as(sign) for sign in text if sign != "'"]
    assert kept == shown
    assert not [sign for sign in kept if sign < " " and sign not in "\t\r\n"]


def shown_as(sign):
    """The picture of a control character: ␋ for a vertical tab."""
    return chr(0x2400 + ord(sign)) if sign < " " and sign not in "\t\r\n" else re.sub("[\ufffe\uffff]", "\ufffd", sign)


@given(TEXTS)
@example("\x0b\x00=1")
@example("\ud800\uffff")
def test_no_cell_of_xlsx_is_a_formula_and_none_is_refused(text):
    heading, row = as_xlsx(List(text), [text])
    assert "f" not in {cell.data_type for cell in (*heading, *row)}
    assert isinstance(row[0].value, (str, type(None)))


def test_xlsx_keeps_the_text_as_it_is_and_says_that_it_is_one():
    _, (cell,) = as_xlsx(List("Title"), ["=1+1"])
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_numbers_days_and_lists_are_read_as_such():
    values = [7, date(2026, 5, 1), ["a", "-b"], None, True]
    _, row = as_xlsx(List(*"abcde"), values)
    assert [row[0].value, row[1].value, row[2].value, row[3].value] == [7, date(2026, 5, 1), "a, -b", None]
    assert as_csv(List(*"abcde"), values)[1] == ["7", "2026-05-01", "a, -b", "", "True"]


def test_a_moment_of_a_zone_is_written_in_utc():
    moment = datetime(2027, 1, 29, 23, 59, tzinfo=ZoneInfo("America/New_York"))
    _, (cell,) = as_xlsx(List("a"), [moment])
    assert cell.value == datetime(2027, 1, 30, 4, 59)
    assert as_csv(List("a"), [moment])[1] == ["2027-01-29 23:59:00-05:00"]


def test_a_negative_number_stays_a_number():
    assert as_csv(List("a"), [-7])[1] == ["-7"]


def test_a_text_that_is_too_long_for_a_cell_says_so():
    for text in ("x" * 40_000, "_x0041_" * 6_000, "\x0b" * 32_767, "x" * 32_700 + "\x0b" * 60):
        _, (cell,) = as_xlsx(List("a"), [text])
        assert 32_000 < len(cell.value) <= 32_767
        assert cell.value.endswith("… [Longer than a cell of XLSX may be. The CSV file has all of it.]")
        assert as_csv(List("a"), [text])[1][0].replace("␋", "\x0b") == text


@pytest.mark.parametrize("cell", CELLS, ids=[repr(cell["text"]) for cell in CELLS])
def test_libreoffice_and_npms_xlsx_read_the_text_as_it_was(cell, tmp_path):
    """What they read is kept in cells.json; what they would read today stands in the file today."""
    write(tmp_path / "today.xlsx", [cell["text"]])
    assert written(tmp_path / "today.xlsx") == [cell["written"]]
    assert {cell[name] for name in ("libreoffice 7.4.7", "xlsx@0.18.5")} == {cell["text"]}


@given(st.text(alphabet="_x0041F5\x0b\x1fA") | st.text(alphabet=st.characters(codec="utf-16")))
def test_no_text_is_taken_for_an_escaped_sign(text):
    """ECMA-376, part 1, 22.9.2.19: _xHHHH_ is the sign of that number."""
    _, (cell,) = as_xlsx(List("a"), [text])
    read = re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), cell.value or "")
    assert read == text.replace("\r\n", "\n").replace("\r", "\n") or read == text
