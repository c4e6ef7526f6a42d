"""Every worker's database is a copy of one that the migrations made: the first who needs it makes it, later runs keep it.

It is made anew when a migration changes. SQLite's is a file in pytest's cache, PostgreSQL's a database on the server that
the tests were told to use. `--cache-clear` makes a new one in any case.
"""

import fcntl
import hashlib
import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, connections

from tests.transactions import needs_rows_restored


@pytest.fixture(scope="session")
def template_database(request, tmp_path_factory):
    """The database that the migrations make."""
    return (PostgresTemplate if connection.vendor == "postgresql" else FileTemplate)(kept_in(request, tmp_path_factory))


@pytest.fixture(scope="session")
def django_db_setup(
    request, django_test_environment, django_db_blocker, django_db_modify_db_settings, template_database
):
    name = connection.creation._get_test_db_name()
    with django_db_blocker.unblock():
        template_database.copy_to(name)
        connect_to(name)
        # What Django and Wagtail write after migrations depends on the models of today: permissions, content types.
        emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
        if any(map(needs_rows_restored, request.session.items)):
            # On the class: once a browser runs, its event loop gives the same thread another connection.
            connections["default"].__class__._test_serialized_contents = connection.creation.serialize_db_to_string()
    yield
    with django_db_blocker.unblock():
        connection.close()
        template_database.drop(name)


def kept_in(request, tmp_path_factory):
    """A folder that all workers share and later runs find again; without pytest's cache, one of this run."""
    cache = getattr(request.config, "cache", None)
    if cache:
        return cache.mkdir("database")
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


def connect_to(name):
    connection.close()
    connection.settings_dict["NAME"] = name


def digest():
    """Changes when any migration of any app does."""
    found = hashlib.sha256(repr(django.VERSION).encode())
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path).glob("migrations/*.py")):
            found.update(f"{app.label} {path.name}".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def migrate_into(name):
    wanted = connection.settings_dict["TEST"]["NAME"]
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.settings_dict["TEST"]["NAME"] = wanted
    connection.close()


class FileTemplate:
    """SQLite: a file in this folder, the one that is there."""

    def __init__(self, folder):
        self.folder, self.path = folder, folder / f"{digest()}.sqlite3"

    def copy_to(self, name):
        with self.alone():
            if not self.path.exists():
                self.make()
            shutil.copy(self.path, name)

    def drop(self, name):
        Path(name).unlink()

    @contextmanager
    def alone(self):
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def make(self):
        for older in self.folder.glob("*.sqlite3*"):
            older.unlink()
        begun = self.path.with_suffix(".sqlite3-begun")
        migrate_into(str(begun))
        begun.rename(self.path)


class PostgresTemplate:
    """PostgreSQL: a database beside the one of the tests. The folder remembers which one it made, to drop it for the next."""

    def __init__(self, folder):
        self.known, self.name = folder / "postgres", f"portal_template_{digest()}"

    def copy_to(self, name):
        with connection.creation._nodb_cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('portal_template'))")  # until this connection ends
            cursor.execute("SELECT FROM pg_database WHERE datname = %s", [self.name])
            if not cursor.fetchone() or not self.known.exists():
                self.make(cursor)
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{self.name}"')

    def drop(self, name):
        with connection.creation._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def make(self, cursor):
        older = self.known.read_text() if self.known.exists() else self.name
        for each in {older, self.name}:
            cursor.execute(f'DROP DATABASE IF EXISTS "{each}" WITH (FORCE)')
        migrate_into(f"{self.name}_begun")
        cursor.execute(f'ALTER DATABASE "{self.name}_begun" RENAME TO "{self.name}"')
        self.known.write_text(self.name)
