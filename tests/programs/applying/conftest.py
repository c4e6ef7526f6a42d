import html
import re

import pytest

from tests.factories import make_call, make_program, make_round


@pytest.fixture
def call(db):
    program = make_program("ALSC")
    return make_call(program, round=make_round(program, name="Fall 2026", slug="fall-2026", decisions_by="2027-03-05"))


def opened(client, call):
    """The key of a form opened now."""
    page = client.get(f"/apply/{call.slug}/").content.decode()
    return html.unescape(re.search(r'name="opened" value="([^"]+)"', page)[1])


def filled(client, call, **other):
    """A form opened now and filled completely; None leaves a field out."""
    typed = {
        "opened": opened(client, call),
        "name": "Sample Applicant",
        "email": "sample@example.org",
        "agree": "on",
        "q-work": "A library",
        "q-topics": ["storytime"],
    } | other
    return {key: value for key, value in typed.items() if value is not None}
