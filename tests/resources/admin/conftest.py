import pytest

from tests.factories import make_user


@pytest.fixture
def admin(client):
    client.force_login(make_user(superuser=True))
    return client
