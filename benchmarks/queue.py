"""What a committee's queue costs with very many applications, against the same with 300.

    python benchmarks/queue.py [--quick] [--only pages,announcing,races,mail]

All programs, rounds and calls stand from the beginning: 200, or 20 with --quick. The pages are asked for with 300
applications, then again with 100,000 (3,000 with --quick), by a superuser, who reads all of them, and by the coordinator of
one program, who reads 42 both times: the queue, what waits in it, filtered by an answer, searched for people and for a word
of nearly every answer, and one application with the one before and the one after.

Each page may ask 15 queries beside those of the admin's frame, its menu and session; and with very many take 1.3 times as
long as with 300: on PostgreSQL, whose server's time counts; SQLite has no index of words, and is told only. The least median
of three is taken with 300; with very many it is measured up to three times before a goal is missed, since other work on the
machine disturbs one run, hardly three.

Then 2,000 decisions are taken and announced at once; 500 races are run, on PostgreSQL only, since SQLite lets nobody race; and
500 letters of one announcement are sent while the mail server is down, the sender is killed and the server is back. --quick
does a twentieth. A line for each goal; ends with 1 when one is missed.

The database is made for the run and removed: SQLite in a temporary folder, or beside the database that DATABASE_URL names.
"""

import argparse
import importlib.util
import os
import sys
import sysconfig
import tempfile
from pathlib import Path

HERE, NAME = Path(__file__).resolve().parent, "queue"


def python_s_own():
    """The module of Python that this file hides from its neighbors: when they run, their folder is looked in first."""
    spec = importlib.util.spec_from_file_location(NAME, Path(sysconfig.get_path("stdlib")) / f"{NAME}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = module
    spec.loader.exec_module(module)


def main():
    import django  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--quick", action="store_true", help="3,000 applications in 20 programs, a twentieth of the rest"
    )
    parser.add_argument("--only", default="pages,announcing,races,mail", help="some parts of it")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="queue-benchmark-") as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "PORTAL_ENV": "test", "VAR_DIR": folder}
        django.setup()

        from measuring import fresh_database  # noqa: PLC0415

        with fresh_database(folder, "queue_benchmark"):
            return run(told.only.split(","), told.quick)


def run(parts, quick):
    """Whether a goal is missed."""
    import announcing  # noqa: PLC0415
    import deciding_at_once  # noqa: PLC0415
    from many_applications import compare  # noqa: PLC0415

    missed = False
    goals = {"announcing": announcing.goals, "races": deciding_at_once.races, "mail": deciding_at_once.mail}
    for part in parts:
        if part == "pages":
            missed |= compare(*((20, 3_000, 9) if quick else (200, 100_000, 15)))
            continue
        for goal, reached, found in goals[part](0.05 if quick else 1):
            print(f"{'met   ' if reached else 'MISSED'}  {goal}: {found}", flush=True)
            missed |= not reached
    return missed


python_s_own()
if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))
    sys.exit(main())
