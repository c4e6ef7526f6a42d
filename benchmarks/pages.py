"""What each public page type costs, as a ratio to a bare request of the same run, with its queries and bytes.

    PORTAL_ENV=demo python benchmarks/pages.py [--rounds 30]

Reads the demo in the database that the environment names (`manage.py load_demo` first) and changes nothing. Times are
medians of one process and mean little by themselves: machines differ, ratios less so.
"""

import argparse
import gzip
import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

PAGES = {
    "bare request": "/healthz",
    "directory": "/",
    "program, open": "/nmrt/",
    "program, paused": "/alsc/",
    "program, finished": "/alcts/",
    "form page": "/nmrt/apply-mentee/",
    "form": "/apply/nmrt-2027-mentee/",
    "goal examples": "/alsc/goals/",
    "activities": "/alcts/activities/",
    "reading list": "/alcts/readings/",
    "events": "/events/",
    "event": "/events/mentoring-forum/",
    "standard page": "/privacy/",
}


def cost(client, path, times):
    """Median seconds, queries and (plain, compressed) bytes of one page."""
    answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}. Load the demo first.")
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    asked = len(queries)
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        client.get(path)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), asked, len(answer.content), len(gzip.compress(answer.content))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=30, help="how often each page is asked for")
    times = parser.parse_args().rounds
    client = Client(headers={"host": "127.0.0.1"})
    unit = None
    print(f"{'page':20} {'ratio':>7} {'queries':>8} {'bytes':>8} {'gzip':>7}")
    for name, path in PAGES.items():
        seconds, queries, plain, compressed = cost(client, path, times)
        unit = unit or seconds
        print(f"{name:20} {seconds / unit:7.1f} {queries:8} {plain:8} {compressed:7}")


if __name__ == "__main__":
    main()
