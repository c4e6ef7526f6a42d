"""Two people who move two hosts below each other in the same moment cannot stop the directory."""

import pytest

from programs.models import Host
from tests.factories import make_program

pytestmark = pytest.mark.django_db


def test_a_circle_of_hosts_ends_where_it_closes(client):
    upper = Host.objects.create(name="Upper", acronym="UPPER", kind="division")
    lower = Host.objects.create(name="Lower", acronym="LOWER", kind="section", parent=upper)
    Host.objects.filter(pk=upper.pk).update(parent=lower)
    make_program("ALSC", host=lower)
    make_program("ALCTS")
    assert "ALSC Mentoring Program" in client.get("/?host=upper").content.decode()
