import pytest
from django.db import transaction
from wagtail.models import Site

from home.demo.load import load


@pytest.fixture(scope="module")
def loaded_demo(django_db_setup, django_db_blocker):
    """The demo's rows, loaded once for a file and taken back behind it."""
    with django_db_blocker.unblock():
        with transaction.atomic():
            assert load()
            yield
            transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()
