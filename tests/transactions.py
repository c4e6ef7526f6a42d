"""A test with real transactions empties every table at its end. This puts back what migrations made (the root page,
locales, permissions), before such a test and after it, so that tests run in any order."""

import pytest
from django.db import connection


def needs_rows_restored(item):
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ())


def pytest_collection_modifyitems(items):
    for item in items:
        if needs_rows_restored(item):
            marker = item.get_closest_marker("django_db")
            said = (dict(marker.kwargs) if marker else {}) | {"transaction": True, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**said), append=False)
            item.fixturenames.append("restore_rows")


@pytest.fixture(scope="session")
def restore_rows(django_db_setup, django_db_blocker):
    def restore():
        with django_db_blocker.unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)

    return restore


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    restore = item.funcargs.get("restore_rows")
    yield
    if restore and nextitem:  # after the last test the database is gone
        restore()
