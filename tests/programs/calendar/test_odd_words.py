"""Signs that word processors leave in names."""

import xml.etree.ElementTree as ElementTree

import pytest

from tests.factories import make_call, make_program, make_program_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("sign", ["\x0b", "\x01", "\x7f", "\ufffe", "\uffff"])
def test_no_sign_in_a_name_breaks_the_feed(client, sign):
    program = make_program("ALSC", name=f"Buddy{sign}Program")
    make_program_page(program, title="ALSC")
    make_call(program)
    title = ElementTree.fromstring(client.get("/feed.atom").content).findtext("{*}entry/{*}title")
    assert title.endswith("Buddy Program")


def test_names_are_cleaned_of_such_signs_when_they_are_typed():
    program = make_program("ALSC")
    program.name, program.summary = "Buddy\x0bProgram", "Two\r\n\tlines\x00"
    program.full_clean()
    assert (program.name, program.summary) == ("Buddy Program", "Two\r\n\tlines ")
