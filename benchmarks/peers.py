"""Public pages beside their peers, in one process and database and in turns: a bare Django view, a stock Wagtail page, Django's form.

    python benchmarks/peers.py [--quick]

A line for each goal: requests of a second as a ratio to a bare view of the same run, which is 1.00, and queries; ends with 1 when
one is missed. The bare view is behind the middleware of a new Django project; no HTTP server is in any figure. Medians of processor
time of at least 5 rounds, in which all take turns: machines differ by four times, ratios less. Measured up to three times before a
goal is missed.

uncached       the page cache is off, the process knows what it remembers (docs/decisions/0037-what-a-process-knows.md)
first          the same, where the content has just changed: what the first reader after a publication waits for
cached         a page that is kept, as anybody without a session gets it

The stock page is bakerydemo's detail page where BAKERYDEMO names a folder with it and its data (its own settings, in a process of
its own), else one that this makes itself (benchmarks/stock). --quick makes fewer requests and judges by wide limits: a fifth of what
the full form asks. What the database's server takes is in no figure; SQLite works inside the process.

Not here, and where: an HTTP server, nginx in front and Redis behind (their own tests and docs/operators.md); calendars and feeds of
2,000 rounds; the committee's queue and announcing (benchmarks/queue.py); sending (benchmarks/forms.py).

The database is made for the run and removed: SQLite in a temporary folder, or beside the database that DATABASE_URL names.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

folder = tempfile.TemporaryDirectory(prefix="peers-benchmark-")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "portal.settings",
    "PORTAL_ENV": "test",
    "VAR_DIR": folder.name,
    "PAGE_CACHE": "0",
}
os.environ |= {"SECRET_KEY": "only-for-this-benchmark-" * 3, "TRUSTED_PROXIES": "0"}

import django  # noqa: E402

from portal import settings as ours  # noqa: E402

ours.INSTALLED_APPS.append("stock")
django.setup()

from comparing.making import DEMO, fill, more_programs  # noqa: E402
from comparing.rows import Row, measured  # noqa: E402
from django.db import connection  # noqa: E402
from measuring import fresh_database  # noqa: E402

TRIES, WIDE = 3, 5
QUERIES, OF_LISTS = 10, 12


def rows(form_of):
    """(what is measured, goals) with the demo. A goal: what it is compared with, and the least ratio of requests to that."""
    for state, address in DEMO.items():
        name = f"{state} program page"
        yield Row(f"{name}, uncached", address, QUERIES, {"stock": 2.0})
        yield Row(f"{name}, first", address, None, {"stock": 0.5}, first=True)
    yield Row("directory of the demo, uncached", "/", OF_LISTS, {"bare": 0.025})
    yield Row("search in the demo, uncached", "/search/?q=mentoring", OF_LISTS, {"bare": 0.02})
    yield Row("anonymous page, cached in memory", "/nmrt/", 1, {"bare": 0.45}, cached=True)
    for many, address in form_of.items():
        yield Row(f"form of {many} questions, uncached", address, QUERIES, {f"form{many}": 0.5})


LARGE = [
    Row("directory of 220 programs, uncached", "/", OF_LISTS, {"bare": 0.015}),
    Row("search in 220 programs and 120 more pages, uncached", "/search/?q=mentoring", OF_LISTS, {"bare": 0.012}),
]


def told(wanted, quick):
    """Measures, tells of each goal and returns how many are missed."""
    share = 1 / WIDE if quick else 1
    for _again in range(TRIES):
        found = measured(wanted, rounds=5 if quick else 9, seconds=0.12 if quick else 0.5)
        lines = [line for row in wanted for line in row.judged(found, share)]
        if all(reached for reached, _line in lines):
            break
    for reached, line in lines:
        print(f"{'met   ' if reached else 'MISSED'}  {line}", flush=True)
    return sum(not reached for reached, _line in lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer requests, a fifth of each ratio")
    quick = parser.parse_args().quick
    with fresh_database(folder.name, "peers"):
        print(f"{connection.vendor}; the stock page is {'bakerydemo’s' if os.environ.get('BAKERYDEMO') else 'our own'}")
        missed = told(list(rows(fill())), quick)
        more_programs()
        missed += told(LARGE, quick)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
