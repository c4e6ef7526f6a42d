"""What tests need of the machine. What it lacks is a line and a skip; with CI=true or REQUIRE_ALL=1, a failure."""

import gc
import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

pytest_plugins = [
    "tests.transactions",
    "tests.template_database",
    "tests.demo_site",
    "tests.browser",
    "tests.public_pages",
    "tests.kept_pages",
    "tests.staff_screens",
]

STRICT = os.environ.get("CI", "").lower() in {"true", "1"} or os.environ.get("REQUIRE_ALL") == "1"
SEEDS_DIR = Path(os.environ.get("SEEDS_DIR") or settings.BASE_DIR.parent / "shared" / "seeds")
LACKS = {
    "browser": "" if shutil.which("chromium") else "Chromium is not installed (apt install chromium)",
    "gettext": "" if shutil.which("xgettext") else "xgettext is not installed (apt install gettext)",
    "postgres": ""
    if settings.DATABASE_URL.startswith("postgres")
    else "the database is not PostgreSQL (set DATABASE_URL=postgres://...)",
    "seeds": "" if (SEEDS_DIR / "facts.json").exists() else "the seed pages are not here (set SEEDS_DIR)",
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """The fixtures a test asks for say what it needs; whoever uses the one demo site, or the rows of a demo
    that is loaded once for a file, runs in one worker."""
    for item in items:
        for fixture, marker in (("browser", "browser"), ("seeds_dir", "seeds")):
            if fixture in item.fixturenames:
                item.add_marker(marker)
        if "demo_site" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group("demo_site"))
        if "loaded_demo" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group(item.module.__name__))
        if item.get_closest_marker("browser") or "spanish" in item.path.parts or not asks_the_database(item):
            item.add_marker("once")


def asks_the_database(item):
    return bool(item.get_closest_marker("django_db") or {"db", "transactional_db", "demo_site"} & {*item.fixturenames})


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session):
    """What was loaded until here stays: Python need not look through all of it again and again for what can go."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    for marker, reason in LACKS.items():
        if reason and item.get_closest_marker(marker):
            (pytest.fail if STRICT else pytest.skip)(reason)


@pytest.fixture(scope="session")
def seeds_dir():
    """The captured pages of real associations, with facts.json and noise.json."""
    return SEEDS_DIR


@pytest.fixture(autouse=True)
def _language_of_the_site():
    """A request for a Spanish page leaves its language behind; the next test shall not meet it."""
    yield
    translation.deactivate()
