"""What `.ci/locked.py` says of a lock that lacks something; `make lint` runs it on ours."""

import re
import shutil
import subprocess
import sys

import pytest
from django.conf import settings


@pytest.fixture
def told(tmp_path):
    """What is said of our lock after `change`, line by line."""

    def told(change):
        lock = shutil.copytree(settings.BASE_DIR / "requirements", tmp_path / "requirements") / "dev.txt"
        lock.write_text(change(lock.read_text()))
        command = [sys.executable, settings.BASE_DIR / ".ci/locked.py", lock.with_suffix(".in")]
        return subprocess.run(command, capture_output=True, text=True).stderr.splitlines()

    return told


def without(name):
    return lambda lock: re.sub(rf"^{name}==.*\n(?:    .*\n)+", "", lock, flags=re.MULTILINE)


def test_a_package_that_is_installed_but_not_locked_is_named(told):
    lines = told(without("coverage"))
    assert any(re.match(r"coverage \S+ is installed, but not locked", line) for line in lines)
    assert any(re.match(r"pytest-cov asks for coverage\[toml\]\S+; locked is nothing", line) for line in lines)


def test_a_package_that_only_another_system_needs_is_missed(told):
    (line,) = [line for line in told(without("colorama")) if line.startswith("pytest asks for colorama")][:1]
    assert "win32" in line


def test_another_version_than_the_locked_one_is_named(told):
    lines = told(lambda lock: re.sub(r"^pluggy==\S+", "pluggy==1.0.0", lock, flags=re.MULTILINE))
    assert any(re.match(r"pluggy \S+ is installed, 1.0.0 is locked.", line) for line in lines)
    assert any(re.match(r"pytest asks for pluggy\S+; locked is 1.0.0", line) for line in lines)


def test_a_package_that_is_locked_but_not_installed_is_named(told):
    lines = told(lambda lock: "no-such-package==1.0\n" + lock)
    assert "no-such-package 1.0 is locked, but not installed." in lines
    assert "no-such-package is locked, but nothing asks for it." in lines
