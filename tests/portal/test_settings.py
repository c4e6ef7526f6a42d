import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "PORTAL_ENV": "production",
    "SECRET_KEY": "q7Kd2vXw9LmTz4RbN6yHc1GfUe8PsJ3aVo5tYi0BkWxZrEhMuA",
    "ALLOWED_HOSTS": "mentors.our-library.org",
    "SITE_URL": "https://mentors.our-library.org",
    "DEFAULT_FROM_EMAIL": "Library Mentors <mentors@our-library.org>",
    "DATABASE_URL": "postgres://portal@127.0.0.1/portal",
}


def load_settings(environment, code="import portal.settings"):
    command = [sys.executable, "-c", code]
    outside = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(command, env=outside | environment, cwd=settings.BASE_DIR, capture_output=True, text=True)


def test_production_starts_when_told_everything(tmp_path):
    assert load_settings(PRODUCTION | {"VAR_DIR": str(tmp_path)}).returncode == 0


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL", "DEFAULT_FROM_EMAIL"])
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


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "x" * 60),
        ("ALLOWED_HOSTS", "mentors.our-library.org,*"),
        ("SITE_URL", "http://mentors.our-library.org"),
        ("DEFAULT_FROM_EMAIL", "portal@example.org"),
        ("EMAIL_PORT", "smtp"),
        ("EMAIL_USE_TLS", "sure"),
        ("BEHIND_PROXY", "nginx"),
        ("TRUSTED_PROXIES", "all"),
        ("LINK_DAYS", "forever"),
        ("HSTS_PRELOAD", "later"),
    ],
)
def test_production_refuses_to_start_with_a_weak_value(name, value, tmp_path):
    result = load_settings(PRODUCTION | {"VAR_DIR": str(tmp_path), name: value})
    assert result.returncode != 0
    assert name in result.stderr.splitlines()[-1]


def test_a_refused_start_names_everything_at_once_and_no_secret(tmp_path):
    weak = {"SECRET_KEY": "a-weak-one", "ALLOWED_HOSTS": "*", "SITE_URL": "mentors", "DEFAULT_FROM_EMAIL": "nobody"}
    told = load_settings(PRODUCTION | weak | {"VAR_DIR": str(tmp_path)}).stderr
    assert all(name in told for name in weak)
    assert "a-weak-one" not in told


def test_the_server_itself_checks_what_it_starts_with(tmp_path):
    """Not only `manage.py check --deploy`: gunicorn loads portal.wsgi and nothing else."""
    environment = PRODUCTION | {"VAR_DIR": str(tmp_path)}
    assert load_settings(environment, "import portal.wsgi").returncode == 0
    spoiled = "from portal import settings; settings.SECURE_SSL_REDIRECT = False; import portal.wsgi"
    refused = load_settings(environment, spoiled)
    assert refused.returncode != 0
    assert "SECURE_SSL_REDIRECT" in refused.stderr


@pytest.mark.parametrize(("given", "told"), [("", "False"), ("1", "True"), ("yes", "True"), ("0", "False")])
def test_preloading_is_asked_for_and_not_assumed(given, told, tmp_path):
    environment = PRODUCTION | {"VAR_DIR": str(tmp_path), "HSTS_PRELOAD": given}
    read = load_settings(environment, "from portal import settings; print(settings.SECURE_HSTS_PRELOAD)")
    assert read.stdout.strip() == told, read.stderr
