"""The directory's filter “New to the profession”, asked of every program of the demo."""

import re

import pytest

from programs.models import Program

pytestmark = [pytest.mark.usefixtures("loaded_demo"), pytest.mark.django_db]

BELONGS = {
    "ALSC": "welcomes students and people early in their career",
    "JOSEY": "students and recent graduates",
    "NMRT": "less than five years of experience",
    "STS": "people new to the profession are named among others",
    "YALSA": "new librarians and graduate students",
}
DOES_NOT = {
    "ALCTS": "asks for membership, at every stage of a career",
    "DIRECTORS": "first year in a post: a director may have worked for long",
    "GLBTRT": "new to the round table, not to the profession",
    "INSTRUCTION": "new to instruction, not to the profession",
    "LLAMA": "wants to lead: says nothing of years",
    **dict.fromkeys(
        ["APALA", "BCALA", "CAMMS", "IRRT", "LLAMAMC", "MEDICAL", "MELA", "MUSIC", "REFORMA", "SAA"],
        "says nothing of who can take part",
    ),
}


def test_every_program_of_the_demo_is_judged():
    assert {*BELONGS, *DOES_NOT} == set(Program.objects.values_list("code", flat=True))


@pytest.mark.parametrize("address", ["/?for=new", "/?for=new&role=receives", "/es/?for=new"])
def test_programs_for_people_new_to_the_profession_are_kept_and_no_others(client, address):
    page = client.get(address).content.decode().partition('id="found"')[2]
    names = {re.sub(r"<[^>]+>", "", name) for name in re.findall(r"<h3>(.*?)(?: <span.*?)?</h3>", page)}
    rows = Program.objects.filter(code__in=BELONGS)
    assert names == {row.name_es if address.startswith("/es/") else row.name for row in rows}
