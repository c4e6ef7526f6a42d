"""What docs/operators hands to whoever runs the portal agrees with the tree."""

import re
import shutil
import subprocess

import pytest
from django.conf import settings

FOLDER = settings.BASE_DIR / "docs" / "operators"
CONTAINER = (FOLDER / "Containerfile").read_text()


def test_every_path_that_the_image_copies_exists_and_every_app_is_copied():
    copied = [path for line in re.findall(r"^COPY (.+)$", CONTAINER, re.MULTILINE) for path in line.split()[:-1]]
    assert [path for path in copied if not (settings.BASE_DIR / path).exists()] == []
    apps = {name for name in settings.INSTALLED_APPS if (settings.BASE_DIR / name).is_dir()}
    assert apps | {"manage.py", "templates", "locale", "requirements/base.txt"} <= set(copied)


def test_the_image_runs_as_nobody_special_and_keeps_no_secret():
    assert re.search(r"^USER portal$", CONTAINER, re.MULTILINE)
    assert "SECRET_KEY" not in CONTAINER


@pytest.mark.parametrize("unit", sorted(path.name for path in FOLDER.glob("*.service")))
def test_systemd_understands_the_units(unit, tmp_path):
    """Without the program they start, which stands in /srv on a real machine; where systemd is, it judges."""
    text = re.sub(r"/srv/portal/\.venv/bin/\w+", "/bin/true", (FOLDER / unit).read_text())
    assert re.search(r"^ExecStart=/bin/true .*(tick --loop|portal\.wsgi)$", text, re.MULTILINE)
    (tmp_path / unit).write_text(text)
    if shutil.which("systemd-analyze"):
        command = ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit)]
        told = subprocess.run(command, capture_output=True, text=True, timeout=30)
        assert (told.returncode, unit in told.stderr) == (0, False), told.stderr


def test_nginx_overwrites_what_the_portal_believes_and_logs_no_secret():
    block = (FOLDER / "nginx.conf").read_text()
    assert "X-Forwarded-For $remote_addr;" in block
    assert "X-Forwarded-Proto $scheme;" in block
    hidden = re.search(r"~(\^\S+) ", block)[1]
    for address in ("/status/open/secret/", "/es/remind/leave/secret/"):
        assert re.match(hidden, address)
