"""A reader before whom pages are kept: other tests ask the views themselves."""

import pytest
from django.db import connection
from django.test import Client

from portal.caching import raising, stores, version


@pytest.fixture
def raised_at_once(db):
    """Within the transaction of a test, which never ends, the version is raised by every change; SQLite does so anyhow."""
    if connection.vendor == "postgresql" and connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(raising.FUNCTION.replace(raising.ONCE, "true"))
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with version.forgotten(at_once=True):
        yield


@pytest.fixture
def kept(raised_at_once, settings):
    """A reader without a session; the store is empty."""
    settings.PAGE_CACHE = True
    stores.local.clear()
    yield Client()
    stores.local.clear()
