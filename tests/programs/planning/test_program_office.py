"""The program office of some hosts: adds programs, hosts and committee people there, and reads no application."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from programs import access
from programs.models import CommitteeMember, Host, Program
from tests.factories import make_application, make_call, make_member, make_office, make_program, make_user
from tests.saving import fields

pytestmark = pytest.mark.django_db


@pytest.fixture
def hosts():
    """An association with a division with a section; and another association."""
    ala = Host.objects.create(name="Association", kind="association")
    division = Host.objects.create(name="Division", kind="division", parent=ala)
    section = Host.objects.create(name="Section", kind="section", parent=division)
    return {"ala": ala, "division": division, "section": section, "other": Host.objects.create(name="Other")}


@pytest.fixture
def office(client, hosts):
    user = make_office(hosts["division"])
    client.force_login(user)
    return user


def send(client, address, **more):
    return client.post(address, fields(client.get(address)) | more)


def edit(row, name=None):
    return reverse(f"{name or row._meta.model_name}:edit", args=[row.pk])


def test_office_reaches_its_host_and_all_below(office, hosts):
    below = make_program("BELOW", host=hosts["section"])
    own = make_program("OWN", host=hosts["division"])
    for name in ("ala", "other"):
        make_program(name.upper(), host=hosts[name])
    for what in (access.PLAN, access.OFFICE):
        assert set(access.programs_for(office, what)) == {own, below}
    for what in set(access.DUTIES) - {access.PLAN, access.OFFICE}:
        assert not access.programs_for(office, what).exists(), what


def test_office_is_offered_committees_and_programs_but_no_applications(client, office, hosts):
    make_application(make_call(make_program("OWN", host=hosts["division"])))
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("program", "committee", "host"):
        assert client.get(reverse(f"{name}:index")).status_code == 200
        assert reverse(f"{name}:index") in menu
    for name in ("application", "announce", "office"):
        assert client.get(reverse(f"{name}:index")).status_code == 302
        assert reverse(f"{name}:index") not in menu


def test_office_adds_a_host_below_its_own_and_nowhere_else(client, office, hosts):
    address = reverse("host:add")
    sent = fields(client.get(address)) | {"name": "Committee", "kind": "committee"}
    for parent in ("", hosts["ala"].pk, hosts["other"].pk):
        assert client.post(address, sent | {"parent": parent}).status_code == 200
    assert client.post(address, sent | {"parent": hosts["section"].pk}).status_code == 302
    assert Host.objects.get(name="Committee").parent == hosts["section"]


def test_office_moves_neither_its_own_host_nor_a_foreign_one(client, office, hosts):
    send(client, edit(hosts["division"]), name="Renamed", parent=hosts["other"].pk)
    hosts["division"].refresh_from_db()
    assert (hosts["division"].name, hosts["division"].parent) == ("Renamed", hosts["ala"])
    assert client.get(edit(hosts["other"])).status_code == 302
    assert client.get(reverse("host:delete", args=[hosts["section"].pk])).status_code == 302


def test_host_of_a_program_is_the_offices_to_choose_among_its_own(client, office, hosts):
    program = make_program("OWN", host=hosts["division"])
    assert send(client, edit(program), host=hosts["other"].pk).status_code == 200
    assert send(client, edit(program), host=hosts["section"].pk).status_code == 302
    assert Program.objects.get().host == hosts["section"]


def test_planner_of_a_foreign_program_does_not_take_it_into_their_office(client, office, hosts):
    program = make_program("THEIRS", host=hosts["other"])
    make_member(program, user=office)
    send(client, edit(program), host=hosts["division"].pk)
    assert Program.objects.get().host == hosts["other"]


def appoint(client, program, **who):
    address = reverse("committee:add")
    sent = fields(client.get(address)) | {"program": program.pk, "duty": "coordinator", "user": "", "email": ""}
    return client.post(address, sent | who)


def test_office_appoints_people_of_its_hosts_or_by_address(client, office, hosts):
    program = make_program("OWN", host=hosts["division"])
    known = make_member(program, "reader")
    stranger = make_user("stranger")
    make_member(make_program("X", host=hosts["other"]), user=make_user("foreigner"))
    offered = client.get(reverse("committee:add")).content.decode()
    assert known.username in offered
    assert "foreigner" not in offered
    assert "stranger" not in offered
    assert appoint(client, program, user=known.pk).status_code == 302
    assert appoint(client, program, user=stranger.pk).status_code == 200
    assert appoint(client, program, email=stranger.email).status_code == 302
    appointed = CommitteeMember.objects.filter(program=program, duty="coordinator")
    assert set(appointed.values_list("user", flat=True)) == {known.pk, stranger.pk}
    assert ModelLogEntry.objects.filter(user=office, content_type__model="committeemember").count() == 2


def test_office_appoints_nobody_closed_and_nobody_twice(client, office, hosts):
    program = make_program("OWN", host=hosts["division"])
    closed = make_user("closed")
    closed.is_active = False
    closed.save()
    assert "or it was closed" in appoint(client, program, email=closed.email).content.decode()
    assert "Choose a person or give an address" in appoint(client, program).content.decode()
    member = make_member(program)
    assert appoint(client, program, email=member.email).status_code == 200
    assert CommitteeMember.objects.count() == 1


def test_office_does_not_put_itself_on_a_committee(client, office, hosts):
    program = make_program("OWN", host=hosts["division"])
    own = CommitteeMember.objects.create(program=program, user=office, duty="observer")
    assert "Only an administrator" in appoint(client, program, email=office.email).content.decode()
    assert appoint(client, program, user=office.pk).status_code == 200
    assert client.post(edit(own, "committee"), {"duty": "coordinator"}).status_code == 302
    other = CommitteeMember.objects.get(user=make_member(program))
    assert send(client, edit(other, "committee"), user=office.pk).status_code == 200
    assert list(CommitteeMember.objects.filter(user=office).values_list("duty", flat=True)) == ["observer"]


def test_office_fills_no_committee_of_another_host(client, office, hosts):
    make_program("OWN", host=hosts["division"])
    foreign, member = make_program("X", host=hosts["other"]), make_user()
    assert appoint(client, foreign, email=member.email).status_code == 200
    assert not CommitteeMember.objects.exists()
    assert "X Mentoring Program" not in client.get(reverse("committee:index")).content.decode()


def test_office_does_not_say_where_letters_are_answered_to(client, office, hosts):
    program = make_program("OWN", host=hosts["division"])
    assert send(client, edit(program), reply_to="mine@example.org").status_code == 200
    assert Program.objects.get().reply_to == "own@example.org"


def test_superuser_appoints_an_office(client, hosts):
    client.force_login(make_user(superuser=True))
    person = make_user()
    sent = {"host": hosts["division"].pk, "user": person.pk}
    assert send(client, reverse("office:add"), **sent).status_code == 302
    assert access.may(person, access.PLAN, make_program("OWN", host=hosts["section"]))
