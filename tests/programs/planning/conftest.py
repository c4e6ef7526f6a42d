import pytest

from home.models import StandardPage
from tests.factories import make_privacy_notice


@pytest.fixture(autouse=True)
def _privacy_notice(request):
    """A site on which calls may be made public. A test of what comes before it names itself without_notice."""
    marked = request.node.get_closest_marker("django_db")
    if marked and "without_notice" not in request.fixturenames and not StandardPage.objects.exists():
        make_privacy_notice()


@pytest.fixture
def without_notice():
    """Asked for by tests of a site that has no privacy notice."""
