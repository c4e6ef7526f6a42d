#!/usr/bin/env bash
# Wagtail 8.0.1, Django 5.2.19.
#
# Wagtail 8 knows whether an editor's form is out of date: pages and snippets carry "loaded_revision_id" and are told of
# somebody else's newer revision. One expects that an ordinary press on Save is refused, too. It is not: only the JSON posts
# of autosave ask. Two people open the same snippet (a model with RevisionMixin); the second to press Save, with the older
# revision's number in the form, is answered by a redirect, and the first one's value is gone without a word.
#
# Seen: "second save, from an out-of-date form: 302", "stored: deadline June 1" (the first person's "June 15" is lost),
# and the same post as autosave sends it (Accept: application/json): 400, "invalid_revision".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check "wagtail==8.0.1" "Django==5.2.19"
mkdir -p notes/migrations && touch notes/__init__.py notes/migrations/__init__.py
cat > notes/models.py <<'PY'
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import RevisionMixin
from wagtail.snippets.models import register_snippet


@register_snippet
class Note(RevisionMixin, models.Model):
    text = models.CharField(max_length=50)
    panels = [FieldPanel("text")]
PY
cat > urls.py <<'PY'
from django.urls import include, path
from wagtail.admin import urls

urlpatterns = [path("admin/", include(urls))]
PY
cat > try.py <<'PY'
import django
from django.conf import settings

settings.configure(
    DEBUG=False, ALLOWED_HOSTS=["*"], SECRET_KEY="x", ROOT_URLCONF="urls", STATIC_URL="/static/", USE_TZ=True,
    WAGTAIL_SITE_NAME="x", WAGTAILADMIN_BASE_URL="http://localhost", DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}},
    INSTALLED_APPS=[
        "notes", "wagtail.snippets", "wagtail.users", "wagtail.documents", "wagtail.images", "wagtail.search",
        "wagtail.sites", "wagtail.embeds", "wagtail.admin", "wagtail", "modelcluster", "taggit",
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages",
        "django.contrib.staticfiles",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[{
        "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
        "OPTIONS": {"context_processors": [
            "django.template.context_processors.request", "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages"]},
    }],
)
django.setup()

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

call_command("makemigrations", "notes", verbosity=0)
call_command("migrate", verbosity=0)
from notes.models import Note

admin = get_user_model().objects.create_superuser("sam", "sam@example.org", "x")
client = Client()
client.force_login(admin)
note = Note.objects.create(text="deadline May 1")
opened = note.save_revision(user=admin)
address = reverse(Note.snippet_viewset.get_url_name("edit"), args=[note.pk])

first = client.post(address, {"text": "deadline June 15", "loaded_revision_id": opened.pk})
print("first save:", first.status_code)
stale = {"text": "deadline June 1", "loaded_revision_id": opened.pk}
autosave = client.post(address, stale, headers={"Accept": "application/json"})
print("the same post as autosave sends it:", autosave.status_code, autosave.json().get("error_code"))
second = client.post(address, stale)
print("second save, from an out-of-date form:", second.status_code)
note.refresh_from_db()
print("stored:", note.text)
assert (first.status_code, second.status_code, note.text) == (302, 302, "deadline June 1")
assert autosave.status_code == 400 and autosave.json()["error_code"] == "invalid_revision"
PY
env/bin/python try.py
