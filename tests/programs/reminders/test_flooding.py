"""Nobody's mailbox is flooded from here, however many programs there are to ask about."""

import pytest

from programs.letters.writing import UNASKED_TO_ONE
from programs.models import Letter
from programs.reminders.views import FROM_ONE_NETWORK
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


def test_one_network_asks_so_often_and_is_then_told_when_to_try_again(client):
    program = make_program()
    make_program_page(program)
    address = f"/remind/{program.code}/"
    answers = [client.post(address, {"email": f"sample{n}@example.org"}) for n in range(FROM_ONE_NETWORK + 1)]
    assert [answer.status_code for answer in answers] == [200] * FROM_ONE_NETWORK + [429]
    assert Letter.objects.count() == FROM_ONE_NETWORK
    assert f"sample{FROM_ONE_NETWORK}@example.org" in answers[-1].content.decode()
    elsewhere = client.post(address, {"email": "other@example.org"}, REMOTE_ADDR="198.51.100.1")
    assert elsewhere.status_code == 200
