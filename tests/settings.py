"""The portal's settings for tests: nothing is written outside a temporary folder, no letter leaves the process."""

import atexit
import os
import tempfile
from pathlib import Path

folder = tempfile.TemporaryDirectory(prefix="portal-tests-")
atexit.register(folder.cleanup)
os.environ |= {"PORTAL_ENV": "test", "VAR_DIR": folder.name, "SECRET_KEY": "only-for-tests"}
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in the thread that also runs tests

from portal.settings import *  # noqa: E402, F403
from portal.settings import DATABASES, STATIC_ROOT  # noqa: E402

STATIC_ROOT.mkdir(exist_ok=True)

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in real life: threads that write at once meet the locks they would meet there.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(folder.name) / "tests.sqlite3")}
