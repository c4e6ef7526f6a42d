import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from portal.linkhealth.reaching import ask


class Site(BaseHTTPRequestHandler):
    """Answers /<status> with that status; others as their name says."""

    asked = []

    def answer(self):
        self.asked.append((self.command, self.path, self.headers["Host"]))
        status, location = self.route(self.path.strip("/"))
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815

    def route(self, path):
        if path == "only-get":
            return (200, "") if self.command == "GET" else (405, "")
        if path == "slow":
            self.server.released.wait(5)
            return 200, ""
        routes = {
            "moved": (301, "/200"),
            "lent": (302, "/200"),
            "circle": (302, "/circle"),
            "inside": (302, "http://10.0.0.1/"),
        }
        return routes.get(path) or (int(path or 200), "")

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    """The address of a site on this machine."""
    Site.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.released = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.released.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def ask_here():
    """Asks as the portal does, except that this machine counts as public."""

    def asked(url, **rules):
        return ask(url, **{"may_reach": lambda address: address == "127.0.0.1", "ports": range(65536)} | rules)

    return asked
