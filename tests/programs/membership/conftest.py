import pytest

from programs.models import FormVersion
from tests.factories import make_application, make_call, make_program, make_round

NUMBER = {
    "type": "membership_number",
    "key": "member",
    "label": "Your number",
    "hint": "",
    "why": "",
    "required": False,
}


@pytest.fixture
def call(db):
    program = make_program("ALSC")
    return make_call(program, round=make_round(program, name="Fall 2026", slug="fall-2026"))


@pytest.fixture
def version(call):
    return FormVersion.objects.create(form=call.form, language="en", digest="m", sections=[{"questions": [NUMBER]}])


@pytest.fixture
def apply(call, version):
    def make(number, **fields):
        return make_application(call, version=version, answers={"member": number}, **fields)

    return make
