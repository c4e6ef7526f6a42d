"""bakerydemo in a process of its own: `python bakery.py` in its folder, asked over its own input."""

import os
import subprocess
import sys
import time

SETTINGS, ADDRESS = "bakerydemo.settings.production", "/breads/anadama/"


class Bakery:
    """BAKERYDEMO_PYTHON, BAKERYDEMO_SETTINGS and BAKERYDEMO_PAGE say with what, where this Python and these are not the right ones."""

    def __init__(self, place):
        command = [os.environ.get("BAKERYDEMO_PYTHON", sys.executable), os.path.abspath(__file__)]
        named = {"DJANGO_SETTINGS_MODULE": os.environ.get("BAKERYDEMO_SETTINGS", SETTINGS)}
        kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SECRET_KEY"}}
        environment = {"DJANGO_SECRET_KEY": "x" * 50} | kept | named
        self.process = subprocess.Popen(
            command, cwd=place, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def seconds(self, seconds):
        self.process.stdin.write(f"{seconds}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit("bakerydemo ended.")
        return float(answer)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.process.stdin.close()
        self.process.wait(timeout=20)


def serve():
    """Reads for how long to measure, line by line, and writes the processor seconds of one request."""
    sys.path.insert(0, os.getcwd())
    import django  # noqa: PLC0415

    django.setup()
    from django.test import Client  # noqa: PLC0415

    client, address = Client(headers={"host": "localhost"}), os.environ.get("BAKERYDEMO_PAGE", ADDRESS)
    if client.get(address, secure=True).status_code != 200:
        raise SystemExit(f"bakerydemo does not answer {address}: load its data first.")
    for line in sys.stdin:
        times, start = 0, time.process_time()
        while times < 3 or time.process_time() - start < float(line):
            client.get(address, secure=True)
            times += 1
        print((time.process_time() - start) / times, flush=True)


if __name__ == "__main__":
    serve()
