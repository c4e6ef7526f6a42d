"""A reader before whom pages are kept: other tests ask the views themselves."""

import pytest
from django.test import Client

from portal.caching import stores, version


@pytest.fixture
def kept(settings):
    """A reader without a session, before whom pages are kept; the store is empty."""
    settings.PAGE_CACHE = True
    stores.local.clear()
    with version.forgotten():
        yield Client()
    stores.local.clear()
