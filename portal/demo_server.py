"""Runs the demo (`make demo`): prepares the database and the sample content, then serves until it is told to stop."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import django
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError

SIGN_INS = """
The portal is up:   {url}
Staff sign in at:   {url}admin/

    name          password             duty
    admin         demo-only-password   everything
    coordinator   demo-only-password   decides applications and announces decisions
    reader        demo-only-password   reads applications
    editor        demo-only-password   writes pages, sees no application

Letters are written to {letters}, not mailed. Ctrl-C ends it.
"""


asked_to_stop = threading.Event()


def main():
    """Can be stopped at any time: at once while preparing, with all its processes while serving."""
    on_stop(signal.default_int_handler)
    try:
        port = free_port(os.environ.get("PORT", "8000"))
        prepare()
    except KeyboardInterrupt:
        sys.exit(130)
    on_stop(lambda *_: asked_to_stop.set())
    processes = []
    try:
        processes.append(start(*gunicorn(port)))
        processes.append(start("manage.py", "tick", "--loop"))
        url = f"http://127.0.0.1:{port}/"
        if answers(url, processes):
            say(SIGN_INS.format(url=url, letters=settings.EMAIL_FILE_PATH))
            await_end(processes)
    finally:
        stop(processes)


def on_stop(handler):
    """For Ctrl-C, `kill` and a closed terminal; set even where a shell that starts this in the background ignores Ctrl-C."""
    signal.signal(signal.SIGINT, handler)
    signal.signal(signal.SIGTERM, handler)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # which nohup asks for
        signal.signal(signal.SIGHUP, handler)


def free_port(text):
    if not text.isdecimal() or not 0 < int(text) < 65536:
        sys.exit(f"PORT is {text!r}; it must be a number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError as error:
            sys.exit(f"Port {text} cannot be used ({error.strerror}). Choose another: make demo PORT=8001")
    return int(text)


def prepare():
    """Brings database, static files and sample content to where they should be; on a second run nothing changes."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    say("Preparing the database, static files and sample content ...")
    try:
        call_command("migrate", verbosity=0)
    except OperationalError as error:
        sys.exit(f"The database does not answer: {str(error).strip().splitlines()[0]}")
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("load_demo", verbosity=0)


def gunicorn(port):
    """No access log: the addresses in it would hold the secret part of links."""
    options = [f"--bind=127.0.0.1:{port}", "--workers=2", "--threads=4", "--preload", "--graceful-timeout=10"]
    return ["-m", "gunicorn", *options, "--log-level=warning", "--no-control-socket", "portal.wsgi"]


def start(*arguments):
    """A child that leaves Ctrl-C to this process, which then ends all of them."""
    return subprocess.Popen([sys.executable, *arguments], preexec_fn=leave_interrupts_to_parent)


def leave_interrupts_to_parent():
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def answers(url, processes, *, seconds=90):
    """Waits for the first page; False when asked to stop before it came."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and going(processes):
        try:
            with urllib.request.urlopen(url, timeout=5):
                return True
        except urllib.error.HTTPError as error:
            sys.exit(f"{url} answers {error.code}; the lines above say why.")
        except OSError:
            asked_to_stop.wait(0.2)
    if not asked_to_stop.is_set():
        sys.exit("The portal did not start; the lines above say why.")
    return False


def await_end(processes):
    while going(processes):
        asked_to_stop.wait(0.5)
    if not asked_to_stop.is_set():
        sys.exit("A part of the demo ended unexpectedly; the lines above say why.")


def going(processes):
    """The server and the clock belong together: when one ends by itself, so does the demo."""
    return not asked_to_stop.is_set() and all(process.poll() is None for process in processes)


def stop(processes):
    on_stop(signal.SIG_IGN)
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()


def say(text):
    print(text, flush=True)


if __name__ == "__main__":
    main()
