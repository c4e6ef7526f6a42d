"""How fast letters leave, beside the way of before in the same run; and what a kill in the middle does.

    python benchmarks/letters.py [--quick]

A mail server of this script's own takes every letter and keeps its Message-ID. First letters are sent one by one, each
leased, asked about, linked and marked by itself, as before; then in batches, in turns. Then a sender in a process of its own
is killed (SIGKILL) in the middle, and another goes on. A line for each goal; ends with 1 when one is missed.

The database is made for the run and removed: SQLite in a temporary folder, or beside the database that DATABASE_URL names.
"""

import argparse
import contextlib
import os
import re
import signal
import socketserver
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

folder = tempfile.TemporaryDirectory(prefix="letters-benchmark-")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "PORTAL_ENV": "test", "VAR_DIR": folder.name}
os.environ |= {"SECRET_KEY": "only-for-this-benchmark-" * 3}

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.core.mail import get_connection  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402
from measuring import fresh_database  # noqa: E402

from programs.letters.delivery import LEASE, deliver_due, due, lease  # noqa: E402
from programs.letters.mails import message  # noqa: E402
from programs.letters.writing import write_all  # noqa: E402
from programs.models import Application, Letter  # noqa: E402
from programs.people.secret_links import mint  # noqa: E402
from tests.factories import make_application, make_call  # noqa: E402


class Sink(socketserver.StreamRequestHandler):
    """Enough of SMTP to take letters; `taken` counts their Message-IDs."""

    taken = Counter()
    on_letter = staticmethod(lambda: None)

    def handle(self):
        with contextlib.suppress(ConnectionError):  # a sender that is killed says no good-bye
            self.talk()

    def talk(self):
        self.say("220 sink")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word == b"DATA":
                self.say("354 go on")
                self.take()
            elif word == b"QUIT":
                self.say("221 bye")
                break
            else:
                self.say("250 ok")

    def take(self):
        text = b""
        while (line := self.rfile.readline()) != b".\r\n" and line:
            text += line
        self.taken[re.search(rb"(?mi)^Message-ID:\s*(\S+)", text)[1].decode()] += 1
        self.say("250 taken")
        self.on_letter()

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = allow_reuse_address = True


def one_by_one(most):
    """The way of before: four acts of the database for each letter, and a connection for fifty of them."""
    sent = 0
    while sent < most:
        server = get_connection()
        for pk in due(timezone.now()).values_list("pk", flat=True)[:50]:
            letter = lease(pk, timezone.now())
            if letter and letter.declared.still_true(letter):
                server.open()
                server.send_messages([message(letter, mint(letter, letter.declared.page))])
                Letter.objects.filter(pk=letter.pk).update(sent_at=timezone.now(), leased_until=None, error="")
                sent += 1
        server.close()
    return sent


def seconds(send, rows):
    write_all([("received", row, {"answered": []}) for row in rows])
    began = time.perf_counter()
    send(len(rows))
    return (time.perf_counter() - began) / len(rows)


def killed_and_restarted(rows):
    """Message-IDs taken, after a sender that was killed when half had left and another after it."""
    write_all([("received", row, {"answered": []}) for row in rows])
    Sink.taken.clear()
    connection.close()
    child = os.fork()
    if not child:
        while True:
            deliver_due()
    half = threading.Event()
    Sink.on_letter = staticmethod(lambda: half.set() if sum(Sink.taken.values()) >= len(rows) // 2 else None)
    half.wait(60)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    Sink.on_letter = staticmethod(lambda: None)
    left = sum(Sink.taken.values())
    while deliver_due(now=timezone.now() + LEASE).sent:
        pass
    return left, dict(Sink.taken)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer letters, and wide limits")
    quick = parser.parse_args().quick
    many, times, least = (60, 3, 1.5) if quick else (400, 5, 3)
    server = Server(("127.0.0.1", 0), Sink)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
    with fresh_database(folder.name, "letters"):
        call = make_call()
        for _ in range(many):
            make_application(call)
        rows = list(Application.objects.with_program())
        turns = [(seconds(one_by_one, rows), seconds(lambda n: deliver_due(limit=n), rows)) for _ in range(times)]
        before, now = (statistics.median(turn) for turn in zip(*turns, strict=True))
        left, taken = killed_and_restarted(rows)
    twice = sum(times - 1 for times in taken.values())
    lines = [
        (
            before / now >= least,
            f"{1 / now:.0f} letters a second; {before / now:.1f} times the way of before ({1 / before:.0f}), at least {least}",
        ),
        (0 < left < many, f"killed when {left} of {many} had left"),
        (len(taken) == many, f"{many - len(taken)} missing after the restart, none allowed"),
        (twice <= 1, f"{twice} sent twice, at most 1"),
    ]
    for good, line in lines:
        print("good  " if good else "MISSED", line)
    return 0 if all(good for good, _line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
