"""The first step of a new program."""

import pytest
from django.urls import reverse

from programs.models import Host, Program
from programs.planning.new_program.codes import proposed
from tests.factories import make_member, make_office, make_page_editor, make_program, make_program_page, make_user

pytestmark = pytest.mark.django_db
BEGIN = "/admin/mentoring/programs/begin/"


@pytest.fixture
def host():
    return Host.objects.create(name="Young Adult Library Services", acronym="Y.A.L.S.", kind="division")


def sent(**more):
    empty = dict.fromkeys(["host", "host_name", "host_acronym", "host_kind", "host_parent", "name_es", "code"], "")
    return empty | {"name": "Mentoring Circle", "kind": "mentoring", "roles": "pair"} | more


def test_new_program_is_a_draft_with_roles_and_a_proposed_code(client, host):
    client.force_login(make_user(superuser=True))
    answer = client.post(BEGIN, sent(host=host.pk))
    program = Program.objects.get()
    assert answer.url == reverse("program:steps", args=[program.pk])
    assert (program.code, program.draft, program.host) == ("YALS", True, host)
    assert [(role.key, role.side, role.name_es != "") for role in program.roles.all()] == [
        ("mentor", "gives", True),
        ("mentee", "receives", True),
    ]
    assert "Young Adult" in client.get(answer.url).content.decode()


def test_new_program_with_a_new_host_stores_both(client):
    client.force_login(make_user(superuser=True))
    client.post(BEGIN, sent(host_name="New Section", host_kind="section", code="NEW", roles="groups"))
    program = Program.objects.get()
    assert (program.host.name, program.code, program.roles.count()) == ("New Section", "NEW", 2)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "Choose a host or name a new one"),
        ({"host": "HOST", "host_name": "X", "host_kind": "office"}, "Choose a host or name a new one"),
        ({"host_name": "X"}, "This field cannot be blank"),
        ({"host": "HOST", "name": ""}, "This field is required"),
        ({"host": "HOST", "name": "Taken"}, "already exists"),
        ({"host": "HOST", "code": "x y"}, "capital letters and digits"),
        ({"host": "HOST", "code": "TAKEN"}, "already exists"),
        ({"host": "HOST", "roles": "kings"}, "Select a valid choice"),
    ],
)
def test_mistakes_are_told_and_store_nothing(client, host, more, told):
    make_program("TAKEN", name="Taken")
    client.force_login(make_user(superuser=True))
    more = {name: host.pk if value == "HOST" else value for name, value in more.items()}
    answer = client.post(BEGIN, sent(**more))
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert (Program.objects.count(), Host.objects.count()) == (1, 2)


def test_only_who_may_add_programs_begins_one(client, host):
    program = make_program("X", host=host)
    for user in (make_user(), make_page_editor(make_program_page(program)), make_member(program)):
        client.force_login(user)
        assert client.get(BEGIN).status_code == 302
        assert client.post(BEGIN, sent(host=host.pk)).status_code == 302
    assert Program.objects.count() == 1


def test_program_office_begins_one_for_its_hosts_alone(client, host):
    other = Host.objects.create(name="Other", kind="division")
    client.force_login(make_office(host))
    assert "Other" not in client.get(BEGIN).content.decode()
    assert client.post(BEGIN, sent(host=other.pk)).status_code == 200
    assert "Say which of your hosts" in client.post(BEGIN, sent(host_name="Free", host_kind="office")).content.decode()
    assert client.post(BEGIN, sent(host_name="Free", host_kind="office", host_parent=other.pk)).status_code == 200
    assert not Program.objects.exists()
    assert client.post(BEGIN, sent(host_name="Ours", host_kind="office", host_parent=host.pk)).status_code == 302
    assert Program.objects.get().host.parent == host


def test_list_of_programs_leads_to_the_first_step(client):
    client.force_login(make_user(superuser=True))
    assert BEGIN in client.get(reverse("program:index")).content.decode()


def test_code_is_free_and_made_of_what_a_code_may_hold(host):
    assert proposed("Anything", host) == "YALS"
    make_program("YALS")
    assert proposed("Anything", host) == "YALS2"
    plain = Host(name="No acronym")
    assert proposed("Círculo de Mentoría y Ánimo", plain) == "CMYA"
    assert proposed("3 Weeks", plain) == "P3W"
    assert proposed("图书馆", plain) == "PROGRAM"
    assert len(proposed(" ".join(["word"] * 30), plain)) <= 12
    for name in ("Círculo de Mentoría", "3 Weeks", "图书馆"):
        Program._meta.get_field("code").run_validators(proposed(name, plain))


def test_first_step_keeps_what_was_typed(client):
    client.force_login(make_user(superuser=True))
    page = client.post(BEGIN, sent(name="Kept as typed")).content.decode()
    assert "Kept as typed" in page
