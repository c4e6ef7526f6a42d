#!/usr/bin/env bash
# Wagtail 8.0.1, Django 5.2.19.
#
# Migrations freeze every block of a StreamField. The obvious way to keep them slim is a field that deconstructs without
# its blocks. A historical model made from that (as a RunPython migration gets it) then loses data without a word: reading
# a row drops every block whose type the field does not know, and saving the row, even after touching another column only,
# writes the empty list back. A good engineer expects the raw JSON to pass through untouched, or an error.
#
# Seen: "read: 0 blocks", "stored after save(): []". A JSONField in the migration keeps it: "stored after save(): 1 block".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "wagtail==8.0.1" "Django==5.2.19"
cat > try.py <<'PY'
import json

import django
from django.conf import settings
from django.db import connection

settings.configure(
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "taggit", "wagtail"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    WAGTAILADMIN_BASE_URL="http://localhost",
    STATIC_URL="/static/",
    SECRET_KEY="x",
)
django.setup()

from django.db import models
from wagtail.fields import StreamField


def historical(field, name):
    """A model as a migration's state has it."""
    meta = type("Meta", (), {"app_label": "historical", "db_table": "notes"})
    columns = {"__module__": "historical", "Meta": meta, "title": models.CharField(max_length=20), "body": field}
    return type(name, (models.Model,), columns)


Slim = historical(StreamField([]), "Slim")
Plain = historical(models.JSONField(default=list), "Plain")
with connection.schema_editor() as editor:
    editor.create_model(Plain)
stored = [{"type": "text", "value": "kept?", "id": "1"}]


def in_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM notes")
        return json.loads(cursor.fetchone()[0])


Plain.objects.create(title="before", body=stored)
row = Plain.objects.get()
row.title = "touched"
row.save()
assert in_database() == stored
print("JSONField, stored after save(): 1 block")

row = Slim.objects.get()
print(f"StreamField without blocks, read: {len(row.body)} blocks")
assert len(row.body) == 0
row.title = "touched again"
row.save()
print("StreamField without blocks, stored after save():", in_database())
assert in_database() == []
PY
env/bin/python try.py
