"""Names of programs and roles in every language, and hosts that share an acronym."""

import pytest
from django.urls import reverse
from django.utils import translation

from programs.models import Host, Program
from programs.offer import eligibility
from programs.planning.settings.checks import findings
from tests.factories import make_call, make_program, make_program_page, make_role, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    client.force_login(make_user(superuser=True))
    return client


@pytest.fixture
def associations():
    make = Host.objects.create
    return [
        make(name="Medical Library Association", acronym="MLA", kind="affiliate"),
        make(name="Music Library Association", acronym="M.L.A.", kind="affiliate"),
    ]


def edit(program):
    return reverse("program:edit", args=[program.pk])


# Names ---------------------------------------------------------------------------------------


def test_a_program_has_a_name_in_each_language():
    program = make_program(name="Buddies", name_es="Compañía")
    assert str(program) == "Buddies"
    with translation.override("es"):
        assert str(program) == "Compañía"


def test_the_public_addresses_of_a_program_say_its_name_in_the_readers_language(client):
    call = make_call(make_program("NAME", name="Buddies", name_es="Compañía"))
    for address in ("/programs.json", "/calendar/NAME.ics", "/feed.atom", f"/apply/{call.slug}/", "/calendar.ics"):
        english, spanish = client.get(address).content.decode(), client.get(f"/es{address}").content.decode()
        assert "Buddies" in english, address
        assert "Compañía" in spanish, address
        assert "Buddies" not in spanish.replace("Buddies</title>", ""), address


def test_what_is_not_translated_is_told_until_it_is_or_stays_on_purpose():
    program = make_program(name="STS Mentors", summary="For all.")
    role = make_role(program, name_es="persona mentorizada")
    assert [one.where for one in findings(program)] == [
        "Name in Spanish",
        "Summary in Spanish",
        "Role “mentee”: Plural in Spanish",
    ]
    program.name_es, program.summary_es, role.plural_es = "STS Mentors", "Para todas las personas.", "personas"
    program.save()
    role.save()
    assert list(findings(Program.objects.get(pk=program.pk))) == []


def test_the_report_and_the_editor_tell_it(staff):
    program = make_program(name="Untranslated program")
    told = "It is not translated: readers meet it in English."
    assert told in staff.get(reverse("portal_checks:report")).content.decode()
    assert told in staff.get(edit(program)).content.decode()


def test_the_list_of_programs_has_the_same_queries_with_many_and_is_searched_in_both_languages(staff):
    make_program(name="Buddies", name_es="Compañía")
    make_program(name="Others")
    page = staff.get(reverse("program:index"), {"q": "compañ"}).content.decode()
    assert "Buddies" in page
    assert "Compañía" in page
    assert "Others" not in page.partition("<table")[2].partition("</table>")[0]


# Acronyms ------------------------------------------------------------------------------------


def test_an_acronym_that_two_share_names_neither(associations):
    medical, music = Host.objects.order_by("name")
    ala = Host.objects.create(name="American Library Association", acronym="ALA", kind="association")
    assert (medical.short_name, music.short_name, ala.short_name) == (medical.name, music.name, "ALA")
    role = make_role(make_program())
    role.member_of.set([medical])
    role.save()
    assert eligibility.sentences(role) == ["You are a member of Medical Library Association."]


def test_the_directory_names_them_apart(client, associations):
    for host in associations:
        make_program_page(make_program(host=host))
    page = client.get("/").content.decode()
    assert '<option value="medical-library-association">MLA – Medical Library Association</option>' in page
    assert '<option value="music-library-association">M.L.A. – Music Library Association</option>' in page


def test_who_enters_a_second_one_is_told_and_it_is_saved(staff, associations):
    fields = {"name": "Maine Library Association", "acronym": "mla", "kind": "affiliate", "parent": "", "url": ""}
    page = staff.post(reverse("host:add"), fields, follow=True).content.decode()
    assert "is also the acronym of Medical Library Association and Music Library Association" in page
    assert Host.objects.filter(name="Maine Library Association").exists()
    alone = fields | {"name": "Ohio Library Council", "acronym": "OLC"}
    assert "is also the acronym" not in staff.post(reverse("host:add"), alone, follow=True).content.decode()
