"""The database raises the version by itself, in the transaction that changes a row: a trigger on every table but those that
readers never see. So no save, update of many rows, cascade or hand at the database's own console can be forgotten.

Hook "seen_by_readers": a function that gives {"app.Model": Seen}. A model that nobody names raises the version whatever
happens to it. PostgreSQL does so at the end of the transaction, so that nobody waits for anybody who is still in the middle
of theirs; SQLite, which has one writer at a time, at once.
"""

import hashlib
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction
from wagtail import hooks

from portal.models import ContentVersion

NAME = "portal_raise_version"
EVENTS = ("INSERT", "UPDATE", "DELETE")
TABLE = ContentVersion._meta.db_table
RAISED = f"UPDATE {TABLE} SET word = lower(hex(randomblob(16)))"  # noqa: S608 (names of ours)


@dataclass(frozen=True)
class Seen:
    """What of a model readers see: which events change that, an update only of these columns, and of which rows (SQL about
    `{row}`)."""

    events: tuple = EVENTS
    columns: tuple = ()
    rows: str = ""


NEVER = Seen(events=())


def seen():
    """{model: Seen} of every table that Django keeps."""
    said = {label: told for declared in hooks.get_hooks("seen_by_readers") for label, told in declared().items()}
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    models = [model for model in models if not model._meta.proxy and model is not ContentVersion]
    return {model: said.get(model._meta.label, Seen()) for model in models}


def but(model, *fields):
    """An update of any column of this model but those of these fields."""
    return Seen(columns=tuple(field.column for field in model._meta.local_concrete_fields if field.name not in fields))


def triggers():
    """{name: the SQL that makes it} of what should stand."""
    made = _sqlite if connection.vendor == "sqlite" else _postgresql
    return {
        name: sql for model, told in seen().items() if told.events for name, sql in made(model._meta.db_table, told)
    }


def _sqlite(table, told):
    """An update, never an insert: one that ignores conflicts would have the trigger ignore its own."""
    for event in told.events:
        name = f"{NAME}_{table}_{event.lower()}"
        where = f'AFTER {_event(event, told)} ON "{table}" {_when(event, told)}'
        yield name, f'CREATE TRIGGER "{name}" {where} BEGIN {RAISED} WHERE id = 1; END'


def _postgresql(table, told):
    for event in told.events:
        name = f"{NAME}_{event.lower()}"
        where = (
            f'AFTER {_event(event, told)} ON "{table}" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW {_when(event, told)}'
        )
        yield f"{name} on {table}", f"CREATE CONSTRAINT TRIGGER {name} {where} EXECUTE FUNCTION {NAME}()"


def _event(event, told):
    if event != "UPDATE" or not told.columns:
        return event
    return "UPDATE OF " + ", ".join(f'"{column}"' for column in told.columns)


def _when(event, told):
    if not told.rows:
        return ""
    rows = {"INSERT": ["NEW"], "DELETE": ["OLD"], "UPDATE": ["OLD", "NEW"]}[event]
    return f"WHEN ({' OR '.join(f'({told.rows.format(row=row)})' for row in rows)})"


ONCE = "current_setting('portal.raised', true) IS DISTINCT FROM txid_current()::text"
"""In a transaction: of many rows that change in it the first raises the version."""
FUNCTION = f"""
CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {ONCE} THEN
        PERFORM set_config('portal.raised', txid_current()::text, true);
        INSERT INTO {TABLE} (id, word) VALUES (1, gen_random_uuid()::text)
            ON CONFLICT (id) DO UPDATE SET word = excluded.word;
    END IF;
    RETURN NULL;
END $$
"""  # noqa: S608 (names of ours)


def stands():
    """Whether the database raises the version as this code wants it."""
    if TABLE not in connection.introspection.table_names():
        return False
    wanted = triggers()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [f"{NAME}%"])
            return dict(cursor.fetchall()) == wanted
        cursor.execute("SELECT obj_description(to_regproc(%s), 'pg_proc')", [NAME])
        if cursor.fetchone()[0] != digest(wanted):
            return False
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgfoid = to_regproc(%s) AND tgenabled = 'O'", [NAME])
        return cursor.fetchone()[0] == len(wanted)


def digest(wanted):
    return hashlib.sha256(repr((FUNCTION, sorted(wanted.items()))).encode()).hexdigest()


def make(**_signal):
    """After every migration: the triggers, and another word."""
    if TABLE not in connection.introspection.table_names():
        return  # migrated to where it did not exist yet
    if not stands():
        wanted = triggers()
        with transaction.atomic():
            remove()
            with connection.cursor() as cursor:
                if connection.vendor != "sqlite":
                    cursor.execute(FUNCTION)
                    cursor.execute(f"COMMENT ON FUNCTION {NAME}() IS '{digest(wanted)}'")
                for sql in wanted.values():
                    cursor.execute(sql)
    ContentVersion.raise_now()


def remove(**_signal):
    """Before every migration: a table with rows that wait for a trigger cannot be altered, and SQLite makes tables anew."""
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute(f"DROP FUNCTION IF EXISTS {NAME}() CASCADE")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [f"{NAME}%"])
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
