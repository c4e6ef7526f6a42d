#!/usr/bin/env bash
# Wagtail 8.0.1 (modelsearch 1.3.2), Django 5.2.19, SQLite.
#
# Page.objects.autocomplete(text) is what Wagtail's lists and choosers of pages ask with whatever an editor types. Django's own
# queries take any text. One expects a page called “The 12" guide” to be found by 12", or at least nothing. The sign is put into
# SQLite's query language as it stands and ends a string there: the query fails, and the chooser answers 500.
#
# Seen: "12: ['The 12\" guide']", "12\": OperationalError: unterminated string". PostgreSQL bears it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "wagtail==8.0.1" "modelsearch==1.3.2" "Django==5.2.19"
cat > try.py <<'PY'
import django
from django.conf import settings
from django.core.management import call_command

settings.configure(
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "taggit", "wagtail.search", "wagtail"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    WAGTAILADMIN_BASE_URL="http://localhost",
    STATIC_URL="/static/",
    SECRET_KEY="x",
)
django.setup()
call_command("migrate", verbosity=0)

from wagtail.models import Page

Page.objects.get(depth=1).add_child(instance=Page(title='The 12" guide', slug="guide"))
for typed in ("12", '12"'):
    try:
        print(f"{typed}:", [page.title for page in Page.objects.autocomplete(typed)])
    except Exception as wrong:
        print(f"{typed}: {type(wrong).__name__}: {wrong}")
PY
env/bin/python try.py | tee seen
diff seen - <<'SEEN'
12: ['The 12" guide']
12": OperationalError: unterminated string
SEEN
