#!/usr/bin/env bash
# Wagtail 8.0.1, Django 5.2.19, openpyxl 3.1.5; read by npm's xlsx 0.18.5 (Excel reads as the standard says).
#
# ECMA-376 writes a sign that XML cannot hold by its number, _x000B_, and a literal “_x0041_” therefore as “_x005F_x0041_”.
# Wagtail's lists leave as XLSX. One expects a title to be read back as it is. It is written as it stands: a program that goes by
# the standard shows another text (“A”). openpyxl, which wrote it, hides that: it does not undo such signs when it reads.
#
# Seen: "openpyxl: ['_x0041_ and more', 'plain']", "xlsx: [\"A and more\",\"plain\"]".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "wagtail==8.0.1" "Django==5.2.19" "openpyxl==3.1.5"
npm install --silent --no-fund --no-audit xlsx@0.18.5 >/dev/null
cat > try.py <<'PY'
from types import SimpleNamespace

import django
from django.conf import settings
from openpyxl import load_workbook

settings.configure(
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "taggit", "wagtail.users", "wagtail.admin", "wagtail"],
    DEFAULT_AUTO_FIELD="django.db.models.AutoField", WAGTAILADMIN_BASE_URL="http://localhost", STATIC_URL="/static/",
    SECRET_KEY="x",
)
django.setup()

from wagtail.admin.views.mixins import SpreadsheetExportMixin


class Titles(SpreadsheetExportMixin):
    list_export = ["title"]

    def get_heading(self, queryset, field):
        return "Title"


with open("list.xlsx", "wb") as file:
    Titles().write_xlsx([SimpleNamespace(title="_x0041_ and more"), SimpleNamespace(title="plain")], file)
print("openpyxl:", [row[0].value for row in load_workbook("list.xlsx").active.iter_rows(min_row=2)])
PY
env/bin/python try.py | tee seen
node -e '
const sheet = require("xlsx").readFile("list.xlsx").Sheets.Sheet1;
console.log("xlsx: " + JSON.stringify([sheet.A2.v, sheet.A3.v]));' | tee -a seen
diff seen - <<'SEEN'
openpyxl: ['_x0041_ and more', 'plain']
xlsx: ["A and more","plain"]
SEEN
