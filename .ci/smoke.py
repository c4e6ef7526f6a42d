"""Runs `make demo` as a person would: starts it, opens every page of its sitemap, ends it, and once more."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from contextlib import contextmanager
from pathlib import Path

FIRST_START, SECOND_START = 300, 45  # seconds; generous for a slow machine


def main():
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        with demo(folder, port) as process:
            say(f"up after {await_up(process, port, FIRST_START):.0f} s, {visit(port)} pages answered")
            os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does
            await_end(process, folder, port)
        with demo(folder, port) as process:
            say(f"up again after {await_up(process, port, SECOND_START):.0f} s")
            process.terminate()
            await_end(process, folder, port)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def demo(folder, port):
    environment = os.environ | {"VAR_DIR": folder, "PORT": str(port)}
    with (Path(folder) / "make.log").open("w") as log:
        process = subprocess.Popen(["make", "demo"], env=environment, stdout=log, stderr=log, start_new_session=True)
        process.log = Path(log.name)
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def await_up(process, port, seconds):
    begin = time.monotonic()
    while "portal is up" not in process.log.read_text():
        if process.poll() is not None or time.monotonic() - begin > seconds:
            sys.exit(f"make demo was not up after {time.monotonic() - begin:.0f} s:\n{process.log.read_text()}")
        time.sleep(0.2)
    return time.monotonic() - begin


def visit(port):
    """Every page that the sitemap names, so that no public page is broken."""
    site = f"http://127.0.0.1:{port}"
    pages = re.findall(r"<loc>([^<]+)</loc>", get(f"{site}/sitemap.xml"))
    for page in pages:
        get(site + urllib.parse.urlsplit(page).path)
    if len(pages) < 10:
        sys.exit(f"The sitemap of the demo names only {len(pages)} pages.")
    get(f"{site}/admin/login/")
    return len(pages)


def get(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read().decode()


def await_end(process, folder, port):
    process.wait(timeout=30)
    left = [pid for pid in Path("/proc").iterdir() if pid.name.isdecimal() and runs_in(pid, folder)]
    if left:
        sys.exit(f"Still running after the end: {[(pid / 'cmdline').read_text() for pid in left]}")
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            sys.exit(f"Port {port} still answers after the end.")


def runs_in(pid, folder):
    try:
        return f"VAR_DIR={folder}".encode() in (pid / "environ").read_bytes().split(b"\0")
    except OSError:
        return False


def say(text):
    print(f"make demo: {text}", flush=True)


if __name__ == "__main__":
    main()
