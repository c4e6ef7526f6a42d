from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_call, make_member, make_program, make_round


@pytest.fixture
def call(db):
    program = make_program("ALSC", name="ALSC Mentoring Program")
    promised = timezone.localdate() + timedelta(days=9)
    return make_call(program, round=make_round(program, name="Spring", slug="spring", decisions_by=promised))


@pytest.fixture
def coordinator(call):
    return make_member(call.round.program)


@pytest.fixture
def desk(client, coordinator):
    """The client, signed in as the coordinator of the call's program."""
    client.force_login(coordinator)
    return client
