import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "PORTAL_ENV": "production",
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "portal.example.org",
    "SITE_URL": "https://portal.example.org",
    "DATABASE_URL": "postgres://portal@127.0.0.1/portal",
}


def load_settings(environment):
    command = [sys.executable, "-c", "import portal.settings"]
    outside = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(command, env=outside | environment, cwd=settings.BASE_DIR, capture_output=True, text=True)


def test_production_starts_when_told_everything(tmp_path):
    assert load_settings(PRODUCTION | {"VAR_DIR": str(tmp_path)}).returncode == 0


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL"])
def test_production_refuses_to_start_without(name, tmp_path):
    result = load_settings(PRODUCTION | {"VAR_DIR": str(tmp_path), name: ""})
    assert result.returncode != 0
    assert name in result.stderr.splitlines()[-1]


def test_production_refuses_an_embedded_database(tmp_path):
    result = load_settings(PRODUCTION | {"VAR_DIR": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3"})
    assert result.returncode != 0
    assert "PostgreSQL" in result.stderr.splitlines()[-1]


def test_production_is_what_runs_when_nothing_is_said(tmp_path):
    result = load_settings({"VAR_DIR": str(tmp_path)})
    assert result.returncode != 0
    assert "In production" in result.stderr.splitlines()[-1]


def test_unknown_environment_is_refused(tmp_path):
    result = load_settings(PRODUCTION | {"VAR_DIR": str(tmp_path), "PORTAL_ENV": "prodcution"})
    assert "prodcution" in result.stderr.splitlines()[-1]


def test_demo_keeps_its_secret_key_to_itself_and_between_starts(tmp_path):
    demo = {"PORTAL_ENV": "demo", "VAR_DIR": str(tmp_path)}
    assert load_settings(demo).returncode == 0
    key = tmp_path / "secret_key"
    first = key.read_text()
    assert load_settings(demo).returncode == 0
    assert key.read_text() == first
    assert len(first) >= 50
    assert key.stat().st_mode & 0o077 == 0
