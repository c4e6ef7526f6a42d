"""Hosts in the admin: kinds, what they are part of, and how they are found."""

import pytest
from django.urls import reverse

from programs.models import Host
from tests.factories import make_program, make_role, make_user
from tests.saving import save

pytestmark = pytest.mark.django_db


@pytest.fixture
def hosts(client):
    client.force_login(make_user(superuser=True))
    ala = Host.objects.create(name="American Library Association", acronym="ALA", kind="association")
    alcts = Host.objects.create(name="Library Collections Division", acronym="ALCTS", kind="division", parent=ala)
    section = Host.objects.create(name="Cataloging Section", kind="section", parent=alcts)
    return ala, alcts, section


def sent(host, **fields):
    return {"name": host.name, "acronym": host.acronym, "kind": host.kind, "parent": host.parent_id or ""} | fields


def edit_address(host):
    return reverse("host:edit", args=[host.pk])


@pytest.mark.parametrize("kind", Host.Kind.values)
def test_a_host_of_every_kind_is_part_of_another(client, hosts, kind):
    fields = {"name": "A new body", "acronym": "", "kind": kind, "parent": hosts[1].pk, "url": ""}
    assert client.post(reverse("host:add"), fields).status_code == 302
    added = Host.objects.get(name="A new body")
    assert (added.kind, added.parent) == (kind, hosts[1])


@pytest.mark.parametrize("below", [0, 1, 2])
def test_a_host_never_stands_below_itself(client, hosts, below):
    response = save(client, edit_address(hosts[0]), sent(hosts[0], parent=hosts[below].pk))
    assert "cannot stand above it" in str(response.context["form"].errors["parent"])
    hosts[0].refresh_from_db()
    assert hosts[0].parent is None


def test_a_host_moves_to_another_parent(client, hosts):
    assert save(client, edit_address(hosts[2]), sent(hosts[2], parent=hosts[0].pk)).status_code == 302
    hosts[2].refresh_from_db()
    assert hosts[2].parent == hosts[0]


@pytest.mark.parametrize("field", ["member_of", "run_by"])
def test_a_host_that_a_program_names_is_not_deleted(client, hosts, field):
    """Without it a role that asks for its members would be open to anybody."""
    program = make_program()
    row = make_role(program) if field == "member_of" else program
    setattr(row, field, [hosts[2]])
    row.save()
    address = reverse("host:delete", args=[hosts[2].pk])
    response = client.post(address, follow=True)
    assert f"It is needed by: Programs: {program}." in response.content.decode()
    assert Host.objects.filter(pk=hosts[2].pk).exists()
    setattr(row, field, [])
    row.save()
    client.post(address)
    assert not Host.objects.filter(pk=hosts[2].pk).exists()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ALCTS", {"Library Collections Division", "Cataloging Section"}),
        ("alcts", {"Library Collections Division", "Cataloging Section"}),
        ("collections div", {"Library Collections Division", "Cataloging Section"}),
        ("cataloging", {"Cataloging Section"}),
    ],
)
def test_acronyms_and_full_names_find_a_host_and_its_parts(client, hosts, asked, found):
    rows = client.get(reverse("host:index"), {"q": asked}).context["object_list"]
    assert {host.name for host in rows} == found


def test_the_list_asks_no_more_for_many_hosts(client, hosts, django_assert_max_num_queries):
    client.get(reverse("host:index"))
    with django_assert_max_num_queries(30) as few:
        client.get(reverse("host:index"))
    for n in range(20):
        Host.objects.create(name=f"Round Table {n}", kind="round_table", parent=hosts[n % 3])
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert "Round Table 19" in client.get(reverse("host:index")).content.decode()
