"""Wagtail's indexes hear nothing of what a migration writes. They are told when the migrations are over."""

from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import ReferenceIndex
from wagtail.search.index import class_is_indexed, insert_or_update_object

REWRITES = ("resources", "0005_entries_from_pages")
KINDS = ("ActivitiesPage", "GoalExamplesPage", "Activity", "GoalExample")


def reindex(sender, using, plan=(), **kwargs):
    """post_migrate: what uses an entry, and which words a page has, after the entries came out of the pages."""
    forwards = {(migration.app_label, migration.name) for migration, backwards in plan if not backwards}
    if REWRITES in forwards and is_complete(using):
        for model in map(sender.get_model, KINDS):
            for row in model._default_manager.using(using):
                ReferenceIndex.create_or_update_for_object(row)
                if class_is_indexed(model):
                    insert_or_update_object(row)


def is_complete(using):
    """Whether the tables are what the models of today say."""
    executor = MigrationExecutor(connections[using])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
