"""Nobody's mailbox is flooded from here, however many programs there are to ask about."""

import pytest

from programs.letters.writing import UNASKED_TO_ONE
from programs.models import Letter
from tests.factories import make_program, make_program_page

pytestmark = pytest.mark.django_db


def test_one_address_gets_few_letters_a_day_about_all_programs_together(client):
    addresses = []
    for _n in range(UNASKED_TO_ONE + 2):
        program = make_program()
        make_program_page(program)
        addresses.append(f"/remind/{program.code}/")
    for address in addresses:
        assert client.post(address, {"email": "Victim@example.org"}).status_code == 200
    assert client.post(addresses[-1], {"email": "victim@EXAMPLE.org"}).status_code == 200
    assert Letter.objects.count() == UNASKED_TO_ONE
    client.post(addresses[-1], {"email": "somebody-else@example.org"})
    assert Letter.objects.count() == UNASKED_TO_ONE + 1
