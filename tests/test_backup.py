"""The drill: the demo is backed up as it runs, restored beside itself, and both are compared row by row."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.conf import settings
from psycopg2 import sql

pytestmark = pytest.mark.postgres


@pytest.fixture
def second():
    """An empty database on the same server."""
    name = f"portal_restored_{os.getpid()}"
    run_on_server(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    yield on_same_server(name)
    run_on_server(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def on_same_server(name):
    return urlsplit(settings.DATABASE_URL)._replace(path=f"/{name}").geturl()


def run_on_server(statement):
    connection = psycopg2.connect(on_same_server("postgres"))
    connection.autocommit = True
    try:
        connection.cursor().execute(statement)
    finally:
        connection.close()


def manage(site, *arguments, **environment):
    command = [sys.executable, "manage.py", *arguments]
    given = site.environment | environment
    return subprocess.run(command, env=given, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=120)


def rows(url):
    """How many rows each table has, and what they say."""
    connection = psycopg2.connect(url)
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        found = {}
        for (table,) in cursor.fetchall():
            text = "SELECT count(*), md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) FROM {} t"
            cursor.execute(sql.SQL(text).format(sql.Identifier(table)))
            found[table] = cursor.fetchone()
        return found
    finally:
        connection.close()


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_restored_is_what_was_backed_up(demo_site, second, tmp_path):
    for name in ("media/images", "files/documents"):
        kept = demo_site.var / name / "handbook-für-alle.pdf"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(bytes(range(256)) * 40)
    made = manage(demo_site, "backup", str(tmp_path / "backups"))
    assert made.returncode == 0, made.stderr
    folder = made.stdout.strip()
    told = manage(demo_site, "restore", folder, DATABASE_URL=second, VAR_DIR=str(tmp_path / "var"))
    assert told.returncode == 0, told.stderr
    before, after = rows(demo_site.environment["DATABASE_URL"]), rows(second)
    assert sum(count for count, _ in before.values()) > 1000
    assert after == before
    for name in ("media", "files"):
        assert files(tmp_path / "var" / name) == files(demo_site.var / name) != {}
    assert oct(os.stat(folder).st_mode)[-2:] == "00", "others can read applications in a backup"
    again = manage(demo_site, "restore", folder, DATABASE_URL=second, VAR_DIR=str(tmp_path / "var"))
    assert again.returncode == 1
    assert "holds tables already" in again.stderr


def test_a_damaged_backup_is_refused_before_anything_is_touched(demo_site, second, tmp_path):
    folder = manage(demo_site, "backup", str(tmp_path)).stdout.strip()
    with open(f"{folder}/database.pgdump", "r+b") as dump:
        dump.seek(500)
        dump.write(b"damaged")
    told = manage(demo_site, "restore", folder, DATABASE_URL=second, VAR_DIR=str(tmp_path / "var"))
    assert told.returncode == 1
    assert "damaged" in told.stderr
    assert rows(second) == {}
