import django.db.models.deletion
from django.db import migrations, models

INDEX = """
    CREATE INDEX programs_foundby_{column}_words ON programs_foundby
    USING gin (array_to_tsvector(string_to_array(btrim({column}), ' ')))
"""


def index_words(apps, schema_editor):
    """The index by which PostgreSQL finds words; SQLite reads the rows. What asks is Vector, in models/moderation/found_by.py."""
    if schema_editor.connection.vendor == "postgresql":
        for column in ("coordinator", "reader"):
            schema_editor.execute(INDEX.format(column=column))


def unindex_words(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for column in ("coordinator", "reader"):
            schema_editor.execute(f"DROP INDEX programs_foundby_{column}_words")


class Migration(migrations.Migration):
    dependencies = [
        ("programs", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="FoundBy",
            fields=[
                (
                    "application",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="found_by",
                        serialize=False,
                        to="programs.application",
                    ),
                ),
                ("coordinator", models.TextField()),
                ("reader", models.TextField()),
                ("name", models.CharField(blank=True, db_index=True, max_length=400)),
                ("mailbox", models.CharField(blank=True, db_index=True, max_length=254)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.RunPython(index_words, unindex_words),
    ]
