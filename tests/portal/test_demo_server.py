import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings


def run_demo(port, folder):
    environment = os.environ | {"PORTAL_ENV": "demo", "VAR_DIR": str(folder), "PORT": str(port)}
    environment["DJANGO_SETTINGS_MODULE"] = "portal.settings"
    command = [sys.executable, "-m", "portal.demo_server"]
    return subprocess.run(
        command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=60, check=False
    )


def test_taken_port_is_one_plain_line(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run_demo(port, tmp_path)
    assert result.returncode == 1
    assert (
        result.stderr == f"Port {port} cannot be used (Address already in use). Choose another: make demo PORT=8001\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("port", ["0", "65536", "eighty", ""])
def test_impossible_port_is_one_plain_line(port, tmp_path):
    result = run_demo(port, tmp_path)
    assert result.returncode == 1
    assert result.stderr == f"PORT is '{port}'; it must be a number from 1 to 65535.\n"
