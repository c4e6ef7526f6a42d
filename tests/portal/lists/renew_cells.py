"""Writes cells.json anew: what LibreOffice and npm's xlsx read of texts that spreadsheets.py wrote. Needs soffice, node and npm.

python manage.py shell -c "from tests.portal.lists.renew_cells import main; main()"
"""

import csv
import json
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

from openpyxl import Workbook

from portal.lists.spreadsheets import xlsx_cell

TEXTS = [
    *("_x0041_", "_X0041_", "a_x0041_b", "_x0041_x0042_", "__x0041__", "_x005F_x0041_", "_x005F_x005F_x0041_"),
    *("_x005F_", "_x000B_", "_x004_", "_x41_", "_x0041", "x0041_", "_xD83D__xDE00_", "_x00e9_", "snake_case_x_y"),
    *("vertical\x0btab", "page\x0cbreak", "bell\x07", "\x1bescape\x1f", "\x01first", "last\x08"),
    *("two\nlines", "tab\tbed", " blanks ", "=1+1", "-1", "Ñandú", "next\x85line", "\u2028", "<b>&amp;</b>"),
]
PINNED = "xlsx@0.18.5"
READ = """
const sheet = require("xlsx").readFile(process.argv[1]).Sheets.Sheet1;
const cells = [...Array(Number(process.argv[2])).keys()].map((n) => sheet[`A${n + 1}`].v);
console.log(JSON.stringify(cells));
"""
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


def write(path, texts):
    """One column of an XLSX as a list of ours leaves."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for text in texts:
        sheet.append([xlsx_cell(sheet, text)])
    book.save(path)


def written(path):
    """The texts as they stand in the file, before anybody reads them."""
    sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    return re.findall(r"<is><t[^>]*>(.*?)</t></is>", sheet, re.DOTALL)


def read_by_libreoffice(path, folder):
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", AS_CSV]
    subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True)
    with path.with_suffix(".csv").open(newline="", encoding="utf-8") as file:
        return [row[0] for row in csv.reader(file)]


def read_by_npm(path, folder, count):
    subprocess.run(["npm", "install", "--silent", "--prefix", folder, PINNED], check=True)
    command = ["node", "-e", READ, path, str(count)]
    return json.loads(subprocess.run(command, check=True, cwd=folder, capture_output=True, text=True).stdout)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cells.xlsx")
        write(path, TEXTS)
        office, npm = read_by_libreoffice(path, folder), read_by_npm(path, folder, len(TEXTS))
        cells = zip(TEXTS, written(path), office, npm, strict=True)
    names = ("text", "written", "libreoffice 7.4.7", PINNED)
    found = [dict(zip(names, cell, strict=True)) for cell in cells]
    Path(__file__).with_name("cells.json").write_text(f"{json.dumps(found, indent=1)}\n")
