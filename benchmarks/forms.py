"""What becomes of applications: generated walks through generated forms, races, malformed requests, and what a step costs.

    python benchmarks/forms.py [--quick] [--only walks,sends,deadlines,malformed,speed] [--seed N]

A line for each goal; ends with 1 when one is missed. --quick does a twentieth.

The database is made for the run and removed: SQLite in a temporary folder, or beside the database that DATABASE_URL names.
"""

import argparse
import logging
import os
import sys
import tempfile
from pathlib import Path

folder = tempfile.TemporaryDirectory(prefix="forms-benchmark-")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "PORTAL_ENV": "test", "VAR_DIR": folder.name}
os.environ |= {"SECRET_KEY": "only-for-this-benchmark-" * 3, "TRUSTED_PROXIES": "0"}

import django  # noqa: E402

django.setup()

from django.test.utils import setup_test_environment  # noqa: E402
from filling import deadlines, malformed, sends, speed, walks  # noqa: E402
from measuring import fresh_database  # noqa: E402

PARTS = {
    "speed": speed.goals,
    "walks": walks.goals,
    "sends": sends.goals,
    "deadlines": deadlines.goals,
    "malformed": malformed.goals,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a twentieth of everything")
    parser.add_argument("--only", default=",".join(PARTS), help="some parts of it")
    parser.add_argument("--seed", type=int, default=10, help="another one walks other ways")
    told = parser.parse_args()
    setup_test_environment()
    logging.disable(logging.WARNING)
    missed = 0
    with fresh_database(folder.name, "forms"):
        for part in told.only.split(","):
            for goal, reached, found in PARTS[part](told.seed, 0.05 if told.quick else 1):
                print(f"{'met   ' if reached else 'MISSED'}  {goal}: {found}", flush=True)
                missed += not reached
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
