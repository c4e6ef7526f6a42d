"""Streams of blocks: what editors may choose is no matter of the database, and no migration loses a block."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from wagtail import blocks, fields

from home.models import HomePage, StandardPage
from portal.texts.streams import StreamField

PROSE = [{"type": "section", "value": {"heading": "One", "text": "<p>Two.</p>"}, "id": "a"}]
OURS = [
    field
    for app in ("home", "portal", "programs", "resources")
    for model in apps.get_app_config(app).get_models()
    for field in model._meta.local_fields
    if isinstance(field, fields.StreamField)
]


def as_migrated():
    return MigrationLoader(connection).project_state()


def changes():
    """What makemigrations would write now, of the apps that are ours."""
    loader = MigrationLoader(connection)
    found = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(loader.graph)
    return set(found) & {"home", "portal", "programs", "resources"}


@pytest.mark.django_db
def test_another_block_or_other_words_make_no_migration(monkeypatch):
    body = StandardPage._meta.get_field("body")
    more = [("quote", blocks.CharBlock(label="Quote")), *body.stream_block.child_blocks.items()]
    assert changes() == set()
    monkeypatch.setattr(body, "stream_block", blocks.StreamBlock(more))
    assert "quote" in body.stream_block.child_blocks
    assert changes() == set()


@pytest.mark.parametrize("field", OURS, ids=str)
def test_every_stream_of_ours_stays_out_of_migrations(field):
    assert isinstance(field, StreamField)
    _name, path, args, kwargs = field.deconstruct()
    assert path == "django.db.models.JSONField"
    assert args == []
    assert not {"block_lookup", "block_types"} & set(kwargs)


@pytest.mark.django_db
def test_a_data_migration_reads_and_writes_the_raw_list():
    page = HomePage.objects.first().add_child(instance=StandardPage(title="Advice", body=PROSE))
    old = as_migrated().apps.get_model("home.StandardPage").objects.get(pk=page.pk)
    assert old.body == PROSE
    old.body[0]["value"]["heading"] = "Uno"
    old.save()
    assert StandardPage.objects.get(pk=page.pk).body.raw_data[0]["value"]["heading"] == "Uno"


@pytest.mark.django_db
def test_a_page_made_by_a_data_migration_has_an_empty_stream():
    old = as_migrated().apps.get_model("home.StandardPage")
    assert old(title="Advice").body == []
