import pytest

from tests.factories import make_application, make_link


@pytest.fixture
def application(call):
    call.round.refresh_from_db()
    return make_application(call, email="sample@example.org", name="Inés Sample")


@pytest.fixture
def opened(client, application):
    """A browser in which the secret link was opened."""
    return open_link(client, application)


def open_link(client, application):
    path = "/status/open/" + make_link(application).rstrip("/").split("/")[-1] + "/"
    assert client.post(path).url == f"/status/{application.reference}/"
    return client
