"""Rows of the first version come into the new one whole."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE, AFTER = [("resources", "0001_initial")], [("resources", "0003_one_name_a_line")]


@pytest.mark.django_db(transaction=True)
def test_authors_in_one_line_become_lines():
    latest = [node for node in MigrationExecutor(connection).loader.graph.leaf_nodes() if node[0] == "resources"]
    try:
        old = migrated(BEFORE).get_model("resources", "Citation")
        old.objects.create(kind="article", authors="Hussey, L. K., & Campbell-Meier, J.", title="T", volume="57")
        old.objects.create(kind="web", authors="Byington, Teresa")
        new = migrated(AFTER).get_model("resources", "Citation")
        rows = {row.authors: (row.title, row.volume, row.draft) for row in new.objects.all()}
        assert rows == {"Hussey, L. K.\nCampbell-Meier, J.": ("T", "57", False), "Byington, Teresa": ("", "", False)}
    finally:
        migrated(latest)


def migrated(targets):
    MigrationExecutor(connection).migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps
