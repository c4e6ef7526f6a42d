"""Every text of the portal stands in Spanish: nothing is missing, guessed, or lost a part on its way."""

import os
import re
import shutil
import subprocess
import sys

import polib
import pytest
from django.conf import settings

LOCALE = settings.BASE_DIR / "locale/es/LC_MESSAGES"
SOURCE = ["home", "portal", "programs", "resources", "templates", "locale", "manage.py"]
EXTRACT = ["--all", "--no-obsolete", "--add-location", "file"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
TAG = re.compile(r"</?[a-z][^>]*>")


@pytest.fixture(scope="module")
def catalog():
    return polib.pofile(LOCALE / "django.po")


def texts(catalog):
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalog if not entry.obsolete}


def versions(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def pairs(entry):
    """(English, Spanish); the first form of a number is the singular, the others are plurals."""
    english = [entry.msgid, entry.msgid_plural, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
    return list(zip(english, versions(entry), strict=True))


def test_no_text_is_untranslated_or_guessed(catalog):
    assert [entry.msgid for entry in catalog if not all(versions(entry)) or entry.fuzzy] == []
    assert [entry.msgid for entry in catalog.obsolete_entries()] == []


@pytest.mark.parametrize("part", [PLACEHOLDER, TAG], ids=["placeholders", "tags"])
def test_translations_keep_every_part(catalog, part):
    lost = [
        (english, spanish)
        for entry in catalog
        for english, spanish in pairs(entry)
        if sorted(part.findall(english)) != sorted(part.findall(spanish))
    ]
    assert lost == []


def test_catalog_is_compiled_as_it_stands(catalog):
    """Otherwise every Spanish page is partly English: `make messages`, which `make test` does."""
    compiled = {(entry.msgctxt, entry.msgid): versions(entry) for entry in polib.mofile(LOCALE / "django.mo")}
    assert compiled == {(entry.msgctxt, entry.msgid): versions(entry) for entry in catalog}


@pytest.mark.gettext
def test_catalog_holds_every_text_of_the_source_and_no_other(catalog, tmp_path):
    """Collects the texts again in a copy of the source, as `make translations` does."""
    for name in SOURCE:
        source = settings.BASE_DIR / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings", "VAR_DIR": str(tmp_path / "var")}
    command = [sys.executable, "manage.py", "makemessages", *EXTRACT]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    fresh = texts(polib.pofile(tmp_path / "locale/es/LC_MESSAGES/django.po"))
    assert fresh - texts(catalog) == set(), "not in the catalog; run make translations"
    assert texts(catalog) - fresh == set(), "no longer in the source; run make translations"
