"""Lists as CSV and XLSX that no spreadsheet program runs.

A list's `list_export` holds columns (wagtail.admin.ui.tables.Column), as its `list_display` does.

CSV begins with a byte order mark: without it Excel reads UTF-8 as the machine's old code page and spoils every accent;
Python ("utf-8-sig"), LibreOffice and Google Sheets pass over it. A cell that would run as a formula begins with an
apostrophe, as OWASP advises; so does what follows a line break, a tab or a semicolon inside a cell, which Excel takes for
the end of one where commas are decimal points. XLSX says itself which cells are text, so nothing is changed there.
"""

import csv
import datetime
import re

from openpyxl.cell import WriteOnlyCell
from wagtail.admin.views.mixins import Echo, SpreadsheetExportMixin

STARTS_FORMULA = re.compile(r"^[\t\r\n]|^[\s\ufeff\u200b\"'“”‘’]*[=+\-@＝＋－＠]")
STARTS_ANOTHER = re.compile(r"(?<=[;\t\r\n])(?=[\s\ufeff\u200b\"]*[=+\-@＝＋－＠])")
NO_SPREADSHEET_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MOST = 32_767
"""What a cell of XLSX may hold."""


def plain(value):
    """A number or a day as it is, a list as one text, everything else as text without signs that no file may hold."""
    if value is None or isinstance(value, (bool, int, float, datetime.date)):
        return value
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return NO_SPREADSHEET_HOLDS.sub("", text)


def starts_formula(text):
    return bool(STARTS_FORMULA.search(text))


def harmless(value):
    """The same for CSV, where a text says only by its first sign that it is one."""
    value = plain(value)
    if not isinstance(value, str):
        return value
    text = STARTS_ANOTHER.sub("'", value)
    return f"'{text}" if starts_formula(value) else text


class SafeSpreadsheets(SpreadsheetExportMixin):
    """A list that leaves as a spreadsheet; see above. What leaves is what the list shows, on all its pages."""

    def to_row_dict(self, item):
        return {column: column.get_value(item) for column in self.list_export}

    def get_heading(self, queryset, field):
        return harmless(field.label)

    def stream_csv(self, queryset):
        """Every line at once: the language of whoever asks ends with the request, before a response is streamed."""
        writer = csv.writer(Echo(), quoting=csv.QUOTE_ALL)
        heading = writer.writerow(self.get_heading(queryset, column) for column in self.list_export)
        rows = [writer.writerow(harmless(value) for value in self.to_row_dict(item).values()) for item in queryset]
        return ["\ufeff".encode(), heading, *rows]

    def generate_xlsx_row(self, worksheet, row_dict, date_format=None):
        for value in row_dict.values():
            yield xlsx_cell(worksheet, plain(value))


def xlsx_cell(worksheet, value):
    if not isinstance(value, str):
        return WriteOnlyCell(worksheet, value)
    cell = WriteOnlyCell(worksheet, value[:MOST])
    cell.data_type = "s"
    cell.quotePrefix = starts_formula(value)  # Excel keeps it a text when somebody edits it
    return cell
