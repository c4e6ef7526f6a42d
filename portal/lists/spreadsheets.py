"""Lists as CSV and XLSX that no spreadsheet program runs.

A list's `list_export` holds columns (wagtail.admin.ui.tables.Column), as its `list_display` does.

CSV begins with a byte order mark: without it Excel reads UTF-8 as the machine's old code page and spoils every accent;
Python ("utf-8-sig"), LibreOffice and Google Sheets pass over it. A cell that would run as a formula begins with an
apostrophe, as OWASP advises; so does what follows a line break, a tab or a semicolon inside a cell, which Excel takes for
the end of one where commas are decimal points. XLSX says itself which cells are text, so nothing is changed there.

Signs that no text file holds well (the control characters) stand in CSV as their pictures, ␋. In XLSX they are written as
ECMA-376 has it (part 1, ST_Xstring): _x000B_ is a vertical tab to Excel, LibreOffice and npm's xlsx alike. Somebody's own
_x0041_ would be read as an A then, so its first line is written as _x005F_.
"""

import csv
import datetime
import re

from django.utils.translation import gettext
from openpyxl.cell import WriteOnlyCell
from wagtail.admin.views.mixins import Echo, SpreadsheetExportMixin

STARTS_FORMULA = re.compile(r"^[\t\r\n]|^[\s\ufeff\u200b\"'“”‘’]*[=+\-@＝＋－＠]")
STARTS_ANOTHER = re.compile(r"(?<=[;\t\r\n])(?=[\s\ufeff\u200b\"]*[=+\-@＝＋－＠])")
NO_FILE_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
READS_AS_ESCAPED = re.compile("_(?=[xX][0-9a-fA-F]{1,4}_)")
PICTURES = 0x2400
"""Of the control characters, in their order."""
MOST = 32_767
"""What a cell of XLSX may hold, in UTF-16's units."""


def plain(value):
    """A number or a day as it is, a list as one text, everything else as text."""
    if value is None or isinstance(value, (bool, int, float, datetime.date)):
        return value
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def starts_formula(text):
    return bool(STARTS_FORMULA.search(text))


def harmless(value):
    """The same for CSV, where a text says only by its first sign that it is one."""
    value = plain(value)
    if not isinstance(value, str):
        return value
    value = NO_FILE_HOLDS.sub(_pictured, value)
    text = STARTS_ANOTHER.sub("'", value)
    return f"'{text}" if starts_formula(value) else text


def _pictured(sign):
    code = ord(sign[0])
    return chr(PICTURES + code) if code < ord(" ") else "\ufffd"


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
    if isinstance(value, datetime.datetime) and value.tzinfo:
        value = value.astimezone(datetime.UTC).replace(tzinfo=None)  # XLSX knows no zones
    if not isinstance(value, str):
        return WriteOnlyCell(worksheet, value)
    cell = WriteOnlyCell(worksheet, _in_one_cell(value))
    cell.data_type = "s"
    cell.quotePrefix = starts_formula(value)  # Excel keeps it a text when somebody edits it
    return cell


def _in_one_cell(text):
    """As XLSX writes it; of what is longer than a cell the beginning, and a word about it."""
    if _size(written := _escaped(text)) <= MOST:
        return written
    more = f" … [{gettext('Longer than a cell of XLSX may be. The CSV file has all of it.')}]"
    text = text[: MOST - len(more)]
    while (over := _size(_escaped(text)) + len(more) - MOST) > 0:
        text = text[: -max(1, over // len("_x0000_"))]
    return _escaped(text) + more


def _escaped(text):
    return NO_FILE_HOLDS.sub(lambda sign: f"_x{ord(sign[0]):04X}_", READS_AS_ESCAPED.sub("_x005F_", text))


def _size(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
