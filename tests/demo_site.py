"""The demo as a visitor meets it: a fresh database with the sample content behind a real server."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings


@dataclass
class DemoSite:
    url: str
    var: Path
    environment: dict

    def manage(self, *arguments):
        """Runs a management command against this site and returns what it printed."""
        command = [sys.executable, "manage.py", *arguments]
        result = subprocess.run(command, env=self.environment, cwd=settings.BASE_DIR, capture_output=True, text=True)
        assert result.returncode == 0, f"{arguments} ended with {result.returncode}:\n{result.stdout}{result.stderr}"
        return result.stdout

    @property
    def log(self):
        """Everything the server has written."""
        return (self.var / "server.log").read_text()


PREPARE = (
    "from django.core.management import call_command as call;"
    "call('migrate', verbosity=0); call('collectstatic', interactive=False, verbosity=0); call('load_demo')"
)
"""In one process: each start of Python and Django costs two seconds."""


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory, template_database, django_db_blocker):
    """One site for all its users: leave it as you found it, or add rows that nobody else counts."""
    var = tmp_path_factory.mktemp("demo")
    with fresh_database(var, template_database, django_db_blocker) as database:
        site = new_site(var, database)
        site.manage("shell", "--no-imports", "--command", PREPARE)
        with served(site):
            yield site


def new_site(var, database):
    url = f"http://127.0.0.1:{free_port()}"
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    ours = {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PORTAL_ENV": "demo",
        "DATABASE_URL": database,
        "VAR_DIR": str(var),
        "SITE_URL": url,
    }
    return DemoSite(url, var, inherited | ours)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def fresh_database(var, template_database, django_db_blocker):
    """Beside the database the tests were told to use: a new one on the same server, or a new file."""
    on_server = settings.DATABASE_URL.startswith("postgres")
    name = f"portal_demo_{os.getpid()}" if on_server else str(var / "portal.sqlite3")
    with django_db_blocker.unblock():
        template_database.copy_to(name)
    try:
        yield urlsplit(settings.DATABASE_URL)._replace(path=f"/{name}").geturl() if on_server else f"sqlite:///{name}"
    finally:
        with django_db_blocker.unblock():
            template_database.drop(name)


@contextmanager
def served(site):
    address = site.url.removeprefix("http://")
    options = [
        f"--bind={address}",
        "--workers=2",
        "--threads=4",
        "--preload",
        "--graceful-timeout=5",
        "--no-control-socket",
    ]
    with (site.var / "server.log").open("w") as log:
        command = [sys.executable, "-m", "gunicorn", *options, "portal.wsgi"]
        server = subprocess.Popen(command, env=site.environment, cwd=settings.BASE_DIR, stdout=log, stderr=log)
        try:
            await_health(site, server)
            yield
        finally:
            server.terminate()
            server.wait(timeout=20)


def await_health(site, server):
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{site.url}/healthz", timeout=10):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"The demo site did not start:\n{site.log}")
