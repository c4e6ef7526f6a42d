"""A backup is a folder: the database as pg_dump writes it, the files of VAR_DIR, and what both weigh in SHA-256."""

import hashlib
import os
import subprocess
import tarfile
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

DATABASE, FILES, SUMS = "database.pgdump", "files.tar", "SHA256SUMS"
FOLDERS = ("media", "files")
"""Of VAR_DIR: pictures in their sizes; documents and the originals of pictures."""

SAFELY = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
"""Python knows filters from 3.11.4 on; Debian 12 has 3.11.2."""


class NotDone(Exception):
    """Says what stands in the way, and what to do."""


def back_up(folder):
    """A new folder below this one. It has its name only when it is whole."""
    require_postgresql()
    made = Path(folder) / f"{timezone.now():%Y%m%dT%H%M%SZ}"
    part = made.with_suffix(".part")
    part.mkdir(parents=True, mode=0o700)
    run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={part / DATABASE}")
    with tarfile.open(part / FILES, "w") as archive:
        for name in FOLDERS:
            if (settings.VAR_DIR / name).exists():
                archive.add(settings.VAR_DIR / name, arcname=name)
    (part / SUMS).write_text("".join(f"{digest(part / name)}  {name}\n" for name in (DATABASE, FILES)))
    part.rename(made)
    return made


def restore(folder):
    """Brings a backup into an empty database and empty folders, or nothing at all."""
    require_postgresql()
    folder = Path(folder)
    require_whole(folder)
    require_empty()
    run("pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges",
        f"--dbname={connection.settings_dict['NAME']}", str(folder / DATABASE))  # fmt: skip
    with tarfile.open(folder / FILES) as archive:
        archive.extractall(settings.VAR_DIR, **SAFELY)  # noqa: S202 (ours: its digest was compared)


def require_postgresql():
    if connection.vendor != "postgresql":
        raise NotDone("Only PostgreSQL is backed up like this; of SQLite, copy VAR_DIR while nothing runs.")


def require_whole(folder):
    try:
        lines = (folder / SUMS).read_text().splitlines()
    except OSError:
        raise NotDone(f"{folder} holds no {SUMS}: it is no backup, or one that was not finished.") from None
    for told, name in (line.split("  ") for line in lines):
        if digest(folder / name) != told:
            raise NotDone(f"{folder / name} is not what was written: this backup is damaged. Take an older one.")


def require_empty():
    if connection.introspection.table_names():
        raise NotDone("The database holds tables already. Restore into a new one, then point DATABASE_URL to it.")
    for folder in (settings.VAR_DIR / name for name in FOLDERS):
        if folder.exists() and any(folder.iterdir()):
            raise NotDone(f"{folder} holds files already. Move them away first.")


def digest(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def run(program, *arguments):
    """PostgreSQL's own tool; the password goes by its environment and is in no list of processes."""
    parameters = connection.settings_dict
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    told = {name: str(parameters[key]) for name, key in named.items() if parameters[key]}
    try:
        result = subprocess.run([program, *arguments], env=os.environ | told, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError:
        raise NotDone(f"{program} is not installed (apt install postgresql-client).") from None
    if result.returncode:
        raise NotDone(f"{program} failed: {result.stderr.strip()}")
