"""A test with real transactions empties every table at its end. This puts back what migrations made (the root page,
locales, permissions), before such a test and after it, so that tests run in any order."""

import pytest
from django.db import connection


def commits(item):
    marker = item.get_closest_marker("django_db")
    return "transactional_db" in item.fixturenames or bool(marker and marker.kwargs.get("transaction"))


def pytest_collection_modifyitems(items):
    for item in filter(commits, items):
        item.fixturenames += ["django_db_serialized_rollback", "restore_rows"]


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
