"""gunicorn on the database of a benchmark, and visitors who ask it."""

import http.client
import os
import socket
import subprocess
import sys
import time
import urllib.parse
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


class Browser:
    """One visitor: follows no redirect, and keeps cookies unless told otherwise."""

    def __init__(self, base_url, *, keeps_cookies=True):
        self.host, self.cookies, self.keeps_cookies = urllib.parse.urlsplit(base_url).netloc, {}, keeps_cookies

    def ask(self, path, fields=None):
        """Status, the address it leads on to, and the page."""
        headers = (
            {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        )
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        line = http.client.HTTPConnection(self.host, timeout=60)
        try:
            line.request("GET" if body is None else "POST", path, body, headers)
            answer = line.getresponse()
            page = answer.read().decode()
        finally:
            line.close()
        for cookie in answer.headers.get_all("Set-Cookie", []) if self.keeps_cookies else []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, answer.headers.get("Location", ""), page


@contextmanager
def server():
    """gunicorn on this database; ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    vendor, name = connection.vendor, connection.settings_dict["NAME"]
    given = urllib.parse.urlsplit(os.environ.get("DATABASE_URL", ""))
    url = f"sqlite:///{name}" if vendor == "sqlite" else given._replace(path=f"/{name}").geturl()
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "-b", f"127.0.0.1:{port}", "-w", "2", "--threads", "4"]
    environment = os.environ | {"DATABASE_URL": url, "SITE_URL": f"http://127.0.0.1:{port}"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(base_url):
    for _ in range(120):
        with suppress(OSError):
            if Browser(base_url).ask("/healthz")[0] == 200:
                return
        time.sleep(0.5)
    raise SystemExit("The server did not start within a minute.")
