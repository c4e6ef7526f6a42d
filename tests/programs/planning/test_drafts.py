"""Rounds and programs begin as drafts, and are public when somebody publishes them; a mistake can be deleted."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from programs.management.commands.tick import deliver_letters
from programs.models import Call, CancelledDate, Program, Reminder, Round
from programs.people.correspondents import correspondent_for
from programs.planning.next_round.proposal import propose, store
from programs.planning.next_round.shifting import by_months
from programs.reminders.telling import tell_who_waits
from tests.factories import (
    make_application,
    make_call,
    make_form,
    make_member,
    make_program,
    make_program_page,
    make_role,
    make_round,
    make_user,
)
from tests.saving import fields

pytestmark = pytest.mark.django_db

PUBLIC = (
    "/",
    "/?open=1",
    "/search/?q=secret",
    "/programs.json",
    "/calendar.ics",
    "/feed.atom",
    "/fit/",
    "/sitemap.xml",
)


@pytest.fixture
def program():
    program = make_program("SECRET", name="Secret Program")
    make_role(program)
    make_form(program)
    return program


@pytest.fixture
def planner(client, program):
    client.force_login(make_member(program))
    return client


def form(client, address):
    return fields(client.get(address))


def add(client, program, **sent):
    address = reverse("round:add", query={"program": program.pk})
    answer = client.post(address, form(client, address) | {"name": "Fall 2027", "slug": "fall-2027"} | sent)
    assert answer.status_code == 302
    return Round.objects.get()


def test_a_new_round_is_a_draft_and_published_on_purpose(planner, program):
    round = add(planner, program)
    assert round.draft
    edit = reverse("round:edit", args=[round.pk])
    shown = planner.get(edit).content.decode()
    assert "Save draft" in shown
    assert "This is a draft. Readers see nothing of it until you publish it." in shown
    assert "<li>No dates yet. The next dates are yet to be announced.</li>" in shown
    planner.post(edit, form(planner, edit))
    assert Round.objects.get().draft
    planner.post(edit, form(planner, edit) | {"action-publish": "1"})
    assert not Round.objects.get().draft
    assert "Publish changes" in planner.get(edit).content.decode()
    planner.post(edit, form(planner, edit))
    assert not Round.objects.get().draft


def test_a_round_can_be_published_at_once(planner, program):
    assert not add(planner, program, **{"action-publish": "1"}).draft


def test_the_next_round_is_planned_as_a_draft(program):
    old = make_call(program).round
    assert store(propose(old, by_months(12, [])), make_user()).draft


def test_a_draft_round_is_shown_to_no_reader(client, program):
    page = program.pages.get()
    call = make_call(program, round=make_round(program, name="Hush-hush", draft=True))
    for address in [*PUBLIC, page.url, f"/calendar/{program.code}.ics", reverse("apply", args=[call.slug])]:
        answer = client.get(address)
        body = answer.content.decode()
        assert "Hush-hush" not in body, address
        assert call.slug not in body or answer.status_code == 404, address
        assert "Applications open" not in body, address
    for name in ("apply_form", "apply_check", "apply_send"):
        assert client.post(reverse(name, args=[call.slug])).status_code == 404, name
    Round.objects.update(draft=False)
    assert client.get(reverse("apply", args=[call.slug])).status_code == 200
    assert call.slug in client.get(page.url).content.decode()


def test_the_planner_is_told_of_a_draft_whose_day_has_come(planner, program):
    make_call(program, round=make_round(program, name="Late", draft=True))
    assert "and its round is a draft still" in planner.get("/admin/").content.decode()
    Round.objects.update(draft=False)
    assert "and its round is a draft still" not in planner.get("/admin/").content.decode()


def test_the_list_of_rounds_says_what_is_a_draft(planner, program):
    make_round(program, draft=True)
    make_round(program)
    shown = planner.get(reverse("round:index")).content.decode()
    assert shown.count("Draft") == 1


def test_who_waits_is_told_when_the_round_is_published(program):
    make_call(program, round=make_round(program, draft=True))
    now = timezone.now()
    somebody = correspondent_for(program, "a@example.org", language="en")
    Reminder.objects.create(correspondent=somebody, asked_at=now, confirmed_at=now)
    assert tell_who_waits() == 0
    Round.objects.update(draft=False)
    assert tell_who_waits() == 1
    deliver_letters()
    assert len(mail.outbox) == 1


def test_a_draft_program_is_shown_to_no_reader(client, program):
    page = program.pages.get()
    call = make_call(program)
    assert "Secret Program" in client.get("/").content.decode()
    Program.objects.update(draft=True)
    for address in PUBLIC:
        answer = client.get(address)
        body = answer.content.decode()
        assert answer.status_code == 200, address
        assert "Secret Program" not in body, address
        assert call.slug not in body, address
        assert page.slug not in body, address
    for address in (page.url, f"/calendar/{program.code}.ics", reverse("apply", args=[call.slug])):
        assert client.get(address).status_code == 404, address
    assert client.get(reverse("remind", args=[program.code])).status_code == 404


def test_a_new_program_is_a_draft(admin_client, program):
    address = reverse("program:add")
    sent = form(admin_client, address) | {"host": program.host_id, "code": "NEW", "name": "New Program"}
    assert admin_client.post(address, sent).status_code == 302
    new = Program.objects.get(code="NEW")
    assert new.draft
    make_program_page(new)
    assert "Draft: readers do not see it" in admin_client.get(reverse("program:index")).content.decode()
    edit = reverse("program:edit", args=[new.pk])
    admin_client.post(edit, form(admin_client, edit) | {"action-publish": "1"})
    assert not Program.objects.get(code="NEW").draft


def test_a_round_that_nobody_applied_to_is_deleted_with_its_calls(planner, program):
    round = make_call(program, closes=timezone.now() + timedelta(days=9)).round
    address = reverse("round:delete", args=[round.pk])
    assert "Its calls go with it: mentees." in planner.get(address).content.decode()
    assert planner.post(address).status_code == 302
    assert not Round.objects.exists()
    assert not Call.objects.exists()
    assert CancelledDate.objects.count() == 1


def test_a_draft_round_that_is_deleted_leaves_no_cancelled_date(planner, program):
    round = make_call(program, round=make_round(program, draft=True)).round
    planner.post(reverse("round:delete", args=[round.pk]))
    assert not Round.objects.exists()
    assert not CancelledDate.objects.exists()


def test_a_round_that_somebody_applied_to_stays_and_nobody_learns_how_many_did(planner, program):
    call = make_call(program)
    for _n in range(3):
        make_application(call)
    address = reverse("round:delete", args=[call.round_id])
    for answer in (planner.get(address, follow=True), planner.post(address, follow=True)):
        shown = answer.content.decode()
        assert "cannot be deleted. It is needed by: Applications" in shown
        assert "Applications: 3" not in shown
    assert Round.objects.exists()
    assert Call.objects.exists()
