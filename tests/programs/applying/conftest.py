import pytest

from tests.factories import make_call, make_program, make_round


@pytest.fixture
def call(db):
    program = make_program("ALSC")
    return make_call(program, round=make_round(program, name="Fall 2026", slug="fall-2026", decisions_by="2027-03-05"))
