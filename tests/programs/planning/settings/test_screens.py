"""Programs, hosts and committees in the admin: who opens which, and what stays."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from portal.models import Topic
from programs.models import CommitteeMember, Correspondent, Host, Program, Reminder, Role
from programs.offer import eligibility
from tests.factories import (
    make_application,
    make_call,
    make_member,
    make_page_editor,
    make_program,
    make_program_page,
    make_role,
    make_round,
    make_user,
)
from tests.saving import save

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    program = make_program("ALSC")
    make_role(program, "mentee")
    make_role(program, "mentor")
    return program


def sent(program, roles=(), **fields):
    """What the program's form sends."""
    own = {
        "host": program.host_id,
        "code": program.code,
        "name": program.name,
        "kind": program.kind,
        "summary": "A summary.",
        "asks_unit": "hours",
        "time_zone": program.time_zone,
        "reply_to": program.reply_to,
    }
    kept = [(role, {}) for role in program.roles.all()]
    rows = [role_fields(role) | more for role, more in (*kept, *((None, more) for more in roles))]
    counts = {"roles-TOTAL_FORMS": len(rows), "roles-INITIAL_FORMS": len(kept)}
    inline = {f"roles-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}
    return own | counts | inline | fields


def role_fields(role):
    if role is None:
        return {"side": "peer", "name": "buddy", "plural": "buddies", "membership": "any"}
    words = {"key": role.key, "side": role.side, "name": role.name, "plural": role.plural}
    return {"id": role.pk, "membership": role.membership} | words


NO_ROLES = {"roles-TOTAL_FORMS": 0, "roles-INITIAL_FORMS": 0}


def make_host(name, **fields):
    return Host.objects.create(name=name, **{"kind": "association"} | fields)


def edit_address(program):
    return reverse("program:edit", args=[program.pk])


def screens(name, row):
    one = [reverse(f"{name}:{screen}", args=[row.pk]) for screen in ("edit", "delete", "history", "usage")]
    return [reverse(f"{name}:index"), reverse(f"{name}:index_results"), reverse(f"{name}:add"), *one]


def opened(client, addresses):
    return [client.get(address).status_code == 200 for address in addresses]


def test_whoever_plans_a_program_edits_its_row(client, program):
    for planner in (make_member(program), make_page_editor(make_program_page(program))):
        client.force_login(planner)
        assert save(client, edit_address(program), sent(program, name=f"Program of {planner}")).status_code == 302
        program.refresh_from_db()
        assert (program.name, program.summary) == (f"Program of {planner}", "A summary.")


def test_others_rows_and_new_programs_are_not_theirs(client, program):
    other = make_program("OTHER")
    client.force_login(make_member(program))
    assert opened(client, screens("program", program)) == [True, True, False, True, False, True, True]
    assert opened(client, screens("program", other)) == [True, True, False, False, False, False, False]
    assert "OTHER" not in client.get(reverse("program:index")).content.decode()
    for address in screens("program", other)[2:]:
        client.post(address, sent(other, name="Stolen"))
    assert not Program.objects.filter(name="Stolen").exists()
    assert Program.objects.count() == 2


@pytest.mark.parametrize("duty", ["reader", "observer"])
def test_readers_and_observers_open_no_program(client, program, duty):
    client.force_login(make_member(program, duty))
    assert not any(opened(client, screens("program", program)))


def test_hosts_and_committees_are_for_superusers(client, program):
    seat = CommitteeMember.objects.create(program=program, user=make_user(), duty="reader")
    addresses = [*screens("host", program.host), *screens("committee", seat)]
    client.force_login(make_member(program, user=make_page_editor(make_program_page(program))))
    assert not any(opened(client, addresses))
    for address in addresses:
        client.post(address, {"program": program.pk, "user": 1, "duty": "coordinator", "name": "Stolen"})
    assert set(CommitteeMember.objects.values_list("duty", flat=True)) == {"reader", "coordinator"}
    assert not Host.objects.filter(name="Stolen").exists()
    client.force_login(make_user(superuser=True))
    assert opened(client, addresses[:5]) == [True] * 4 + [False], "a host with a program is kept"
    assert all(opened(client, addresses[7:]))


def test_hosts_can_be_entrusted_with_djangos_permissions(client, program):
    user = make_member(program)
    user.user_permissions.set(Permission.objects.filter(codename__in=["add_host", "change_host"]))
    client.force_login(user)
    address = reverse("host:add")
    fields = {"name": "Public Library Association", "acronym": "PLA", "kind": "division", "parent": "", "url": ""}
    assert client.post(address, fields).status_code == 302
    assert Host.objects.filter(acronym="PLA").exists()
    assert not opened(client, [reverse("host:delete", args=[program.host_id])])[0]


def test_a_superuser_adds_a_program_and_gives_a_duty(client, program):
    client.force_login(make_user(superuser=True))
    new = Program(host=program.host, code="NEW", name="New", time_zone="America/Denver")
    one = {"key": "buddy"}
    assert client.post(reverse("program:add"), sent(new, [one], **{"roles-INITIAL_FORMS": 0})).status_code == 302
    added = Program.objects.get(code="NEW")
    assert added.roles.get().key == "buddy"
    member = make_user()
    duty = {"program": added.pk, "user": member.pk, "duty": "coordinator", "since": "", "until": ""}
    assert client.post(reverse("committee:add"), duty).status_code == 302
    assert CommitteeMember.objects.get(user=member).program == added


def test_what_a_program_asks_is_kept_as_data_and_read_back(client, program):
    topics = [Topic.objects.create(name=name, slug=name.lower()) for name in ("Leadership", "Storytime")]
    body = make_host("Mentoring Committee", kind="committee")
    client.force_login(make_member(program))
    data = {"asks_amount": 2, "asks_unit": "contacts", "asks_per": "month", "length_months": 12}
    data |= {"ways": ["video", "email"], "topics": [topic.pk for topic in topics], "run_by": [body.pk]}
    response = save(client, edit_address(program), sent(program, **data))
    assert response.status_code == 302, response.context["form"].errors
    program = Program.objects.get(pk=program.pk)
    assert (program.asks_amount, program.asks_per, program.length_months) == (2, "month", 12)
    assert program.ways_in_words == ["email", "video call"]
    assert (set(program.topics.all()), set(program.run_by.all())) == (set(topics), {body})
    shown = client.get(edit_address(program)).content.decode()
    assert "In contact at least 2 times a month, for 1 year" in shown
    assert save(client, edit_address(program), sent(program)).status_code == 302
    program = Program.objects.get(pk=program.pk)
    assert (program.ways, list(program.topics.all()), list(program.run_by.all())) == ([], [], [])


def test_an_unknown_way_of_contact_is_no_choice(client, program):
    client.force_login(make_member(program))
    response = save(client, edit_address(program), sent(program, ways=["telepathy"]))
    assert set(response.context["form"].errors) == {"ways"}


def test_who_can_apply_is_said_from_data_of_each_role(client, program):
    bodies = [make_host(name, acronym=name) for name in ("ALA", "CLA", "PLA")]
    client.force_login(make_member(program))
    conditions = {
        "roles-0-member_of": [body.pk for body in bodies],
        "roles-0-may_join": "on",
        "roles-1-years_below": 5,
        "roles-1-students": "too",
        "roles-1-conditions": "You work with children.",
        "roles-1-exceptions": "on",
    }
    peer = {"key": "peer", "name": "peer", "plural": "peers", "member_of": [bodies[0].pk], "membership": "all"}
    response = save(client, edit_address(program), sent(program, [peer], **conditions))
    assert response.status_code == 302, response.context["form"].formsets["roles"].errors
    first, second, third = (Role.objects.get(program=program, key=key) for key in ("mentor", "mentee", "peer"))
    assert eligibility.sentences(first) == ["You are a member of ALA, CLA or PLA, or will become one."]
    assert eligibility.sentences(third) == ["You are a member of ALA."]
    assert eligibility.sentences(second) == [
        "You have less than 5 years of experience.",
        "Students are welcome, whatever their experience.",
        "You work with children.",
        "The coordinator can make exceptions.",
    ]
    shown = client.get(edit_address(program)).content.decode()
    for role in (first, second, third):
        assert all(sentence in shown for sentence in eligibility.sentences(role))


def test_other_roles_keep_their_bodies_when_one_is_changed(client, program):
    body = make_host("ALA")
    for role in program.roles.all():
        role.member_of.set([body])
        role.save()
    client.force_login(make_member(program))
    assert save(client, edit_address(program), sent(program, **{"roles-1-member_of": [body.pk]})).status_code == 302
    kept = {role.key: list(role.member_of.all()) for role in Role.objects.filter(program=program)}
    assert kept == {"mentor": [], "mentee": [body]}


def test_years_that_nobody_can_have_are_told_at_their_role(client, program):
    client.force_login(make_member(program))
    data = sent(program, **{"roles-1-years_least": 5, "roles-1-years_below": 5})
    response = save(client, edit_address(program), data)
    assert response.content.decode().count('<details class="planning-folded" open>') == 1
    rows = response.context["form"].formsets["roles"]
    assert rows.errors == [{}, {"years_below": ["Nobody has that experience: this must be more than the least."]}]


def test_an_entry_can_be_a_name_and_a_link_only(client, program):
    client.force_login(make_user(superuser=True))
    entry = {"host": program.host_id, "code": "SAA", "name": "Mentoring Program of SAA", "kind": "affiliate"}
    entry |= {"url": "https://example.org/mentoring", "time_zone": "America/Chicago", "asks_unit": "hours"}
    assert client.post(reverse("program:add"), entry | NO_ROLES).status_code == 302
    shown = " ".join(client.get(reverse("program:index")).content.decode().split())
    assert "Mentoring Program of SAA" in shown
    assert client.get(edit_address(Program.objects.get(code="SAA"))).status_code == 200


@pytest.mark.parametrize(
    ("field", "value"), [("code", "alsc"), ("time_zone", "Mars/Olympus"), ("reply_to", "nobody"), ("host", "0")]
)
def test_a_wrong_field_is_told(client, program, field, value):
    client.force_login(make_member(program))
    response = save(client, edit_address(program), sent(program, **{field: value}))
    assert set(response.context["form"].errors) == {field}


def test_a_role_keeps_its_key_while_its_words_change(client, program):
    client.force_login(make_member(program))
    first = program.roles.first()
    data = sent(program, **{"roles-0-key": "renamed", "roles-0-name": "protégé"})
    assert save(client, edit_address(program), data).status_code == 302
    key = first.key
    first.refresh_from_db()
    assert (first.key, first.name) == (key, "protégé")


def test_a_second_role_with_the_same_key_is_refused(client, program):
    client.force_login(make_member(program))
    response = save(client, edit_address(program), sent(program, [{"key": "mentee"}]))
    assert response.status_code == 200
    assert program.roles.count() == 2


def test_a_stale_screen_cannot_add_the_same_role_again(client, program):
    client.force_login(make_member(program))
    stale = sent(
        Program(pk=0, host=program.host, code="ALSC", name="N", time_zone="America/Denver"), [{"key": "mentee"}]
    )
    response = save(client, edit_address(program), stale | {"roles-INITIAL_FORMS": 0})
    assert "Two roles of this program have the same key" in str(response.context["form"].formsets["roles"].errors)


def test_a_foreign_role_is_not_edited_through_ones_own_program(client, program):
    theirs = make_role(make_program("OTHER"), "mentee")
    client.force_login(make_member(program))
    data = sent(program, **{"roles-0-id": theirs.pk, "roles-0-name": "stolen", "roles-0-DELETE": "on"})
    assert save(client, edit_address(program), data).status_code < 500
    theirs.refresh_from_db()
    assert theirs.name == "mentee"


def test_a_role_with_calls_stays(client, program):
    call = make_call(program)
    client.force_login(make_member(program))
    gone = {f"roles-{n}-DELETE": "on" for n, role in enumerate(program.roles.all()) if role == call.role}
    response = save(client, edit_address(program), sent(program, **gone))
    assert "“mentee” cannot be deleted. It is needed by: Calls: " in str(response.context["form"].non_field_errors())
    assert Role.objects.filter(pk=call.role_id).exists()


def test_what_others_need_is_not_deleted(client, program):
    application = make_application(make_call(program))
    client.force_login(make_user(superuser=True))
    for name, row in (("program", program), ("host", program.host)):
        for ask in (client.get, client.post):
            told = ask(reverse(f"{name}:delete", args=[row.pk]), follow=True).content.decode()
            assert "cannot be deleted. It is needed by: " in told
            assert application.reference not in told
    application.refresh_from_db()


def test_a_program_that_nothing_needs_is_deleted_with_its_roles(client, program):
    make_member(program)
    client.force_login(make_user(superuser=True))
    assert client.post(reverse("program:delete", args=[program.pk])).status_code == 302
    assert not Program.objects.exists()
    assert not Role.objects.exists()


def test_the_list_says_where_each_program_stands_and_leads_to_a_new_round(client, program):
    make_round(program, starts=date(2018, 10, 1), ends=date(2019, 4, 30))
    client.force_login(make_member(program))
    shown = client.get(reverse("program:index")).content.decode()
    assert "Finished. The last round ended on April 30, 2019." in shown
    assert "mentors, mentees" in shown
    assert reverse("round:add", query={"program": program.pk}) in shown


def test_the_menu_shows_what_the_person_may_open(client, program):
    for user, seen in (
        (make_user(superuser=True), {"round", "program", "host", "committee"}),
        (make_member(program), {"round", "program"}),
        (make_member(program, "reader"), set()),
    ):
        client.force_login(user)
        menu = client.get(reverse("wagtailadmin_home")).content.decode()
        addresses = {name: reverse(f"{name}:index") for name in ("round", "program", "host", "committee")}
        assert {name for name, address in addresses.items() if f'"{address}"' in menu} == seen


def test_the_list_says_how_many_wait_to_be_told(client, program):
    client.force_login(make_member(program))
    now = timezone.now()
    rows = {"anna": now, "bo": now, "unconfirmed": None}
    for name, confirmed in rows.items():
        address = f"{name}@example.org"
        person = Correspondent.objects.create(program=program, email=address, email_key=address, language="en")
        Reminder.objects.create(correspondent=person, asked_at=now, confirmed_at=confirmed)
    page = client.get(reverse("program:index")).content.decode()
    assert "2 people wait to be told" in page
    assert "@example.org</" not in page


def test_a_code_changes_as_long_as_nobody_holds_a_reference(client, program):
    client.force_login(make_user(superuser=True))
    make_call(program)
    save(client, edit_address(program), sent(program, code="OTHER"))
    program.refresh_from_db()
    assert program.code == "OTHER"


def test_a_code_that_references_carry_stays_whatever_is_sent(client, program):
    client.force_login(make_user(superuser=True))
    make_application(make_call(program))
    save(client, edit_address(program), sent(program, code="OTHER", name="After"))
    program.refresh_from_db()
    assert (program.code, program.name) == ("ALSC", "After")
    page = client.get(edit_address(program)).content.decode()
    assert "References that applicants hold begin with it" in page
