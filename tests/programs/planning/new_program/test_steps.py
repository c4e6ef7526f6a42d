"""From a program's first row to its public page, each step left and taken up again."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from home.models import StandardPage
from programs.models import ApplicationFormPage, Program, ProgramPage, Round
from programs.planning.rounds.forms import forms_of
from tests.factories import (
    SECTIONS,
    make_call,
    make_form,
    make_member,
    make_office,
    make_page_editor,
    make_program,
    make_program_page,
    make_role,
    make_round,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    program = make_program("NEW", draft=True, summary="For everybody.")
    make_role(program)
    return program


@pytest.fixture
def office(client, program):
    user = make_office(program.host)
    client.force_login(user)
    return user


def at(program):
    return reverse("program:steps", args=[program.pk])


def states(client, program):
    return {step.name: step.is_done for step in client.get(at(program)).context["steps"]}


def press(client, program, do, **more):
    return client.post(at(program), {"do": do, **more}, follow=True).content.decode()


def test_steps_lead_from_nothing_to_public(client, program, office):
    assert states(client, program) == {
        "host": True,
        "program": True,
        "roles": True,
        "page": False,
        "form": False,
        "round": False,
    }
    press(client, program, "page")
    page = ProgramPage.objects.get()
    assert (page.live, page.title, page.owner) == (False, program.name, office)
    press(client, program, "form")
    form = ApplicationFormPage.objects.get()
    assert (form.live, form.get_parent().pk, list(form.faults())) == (False, page.pk, [])
    assert len(list(form.questions())) == 4
    make_call(program, round=make_round(program, draft=True), form=form)
    assert all(states(client, program).values())
    assert client.get(page.url).status_code == 404
    assert "Everything is public." in press(client, program, "publish")
    page.refresh_from_db()
    assert page.live
    assert client.get(f"/apply/{Round.objects.get().calls.get().slug}/").status_code == 200
    assert not Program.objects.get().draft
    assert ModelLogEntry.objects.filter(user=office, object_id=str(program.pk), action="wagtail.edit").exists()


def test_page_and_form_are_made_once(client, program, office):
    for _again in range(2):
        press(client, program, "page")
        press(client, program, "form")
    assert (ProgramPage.objects.count(), ApplicationFormPage.objects.count()) == (1, 1)


def test_form_begins_as_a_copy_of_one_the_person_plans_and_of_no_other(client, program, office):
    mine, foreign = make_program("MINE", host=program.host), make_program("FOREIGN")
    form, hidden = make_form(mine, title="Ours"), make_form(foreign, title="Hidden form")
    press(client, program, "page")
    shown = client.get(at(program)).content.decode()
    assert "Ours" in shown
    assert "Hidden form" not in shown
    for bad in (hidden.pk, 10**6):
        assert client.post(at(program), {"do": "form", "copied": bad}).status_code == 302
        assert not forms_of(program).exists()
    press(client, program, "form", copied=form.pk)
    made = forms_of(program).get()
    assert made.definition() == form.definition()
    assert made.translation_key != form.translation_key
    assert len(SECTIONS) == len(made.sections)


def test_nothing_is_published_while_something_is_in_the_way(client, program, office):
    StandardPage.objects.update(live=False)
    press(client, program, "page")
    press(client, program, "form")
    make_call(program, round=make_round(program, draft=True), form=ApplicationFormPage.objects.get())
    shown = client.get(at(program)).content.decode()
    assert "There is no published privacy notice." in shown
    assert "Publish all of it" not in shown
    assert "Nothing was published." in press(client, program, "publish")
    assert Program.objects.get().draft
    assert Round.objects.get().draft
    assert not ProgramPage.objects.get().live


def test_discussion_group_needs_neither_form_nor_round(client, office):
    group = make_program("TALK", kind="discussion", draft=True, host=Program.objects.get().host)
    assert set(states(client, group)) == {"host", "program", "page"}


def test_coordinator_sees_the_steps_and_publishes_no_page(client, program):
    client.force_login(make_member(program))
    page = make_program_page(program, live=False)
    page.save_revision()
    shown = client.get(at(program)).content.decode()
    assert "Publish all of it" not in shown
    assert client.post(at(program), {"do": "publish"}).status_code == 302
    assert client.post(at(program), {"do": "form"}).status_code == 302
    assert not ProgramPage.objects.get().live
    assert Program.objects.get().draft
    assert not ApplicationFormPage.objects.exists()


def test_editor_who_may_not_publish_publishes_nothing(client, program):
    page = make_program_page(program, live=False)
    page.save_revision()
    client.force_login(make_page_editor(page, permissions=("add", "change")))
    assert client.get(at(program)).status_code == 200
    client.post(at(program), {"do": "publish"})
    assert not ProgramPage.objects.get().live
    assert Program.objects.get().draft


@pytest.mark.parametrize("do", ["", "nonsense", "delete"])
def test_unknown_press_changes_nothing(client, program, office, do):
    assert client.post(at(program), {"do": do}).status_code == 302
    assert not ProgramPage.objects.exists()


def test_nobody_else_finds_the_steps(client, program):
    for user in (make_user(), make_member(make_program("OTHER")), make_member(program, "reader")):
        client.force_login(user)
        for answer in (client.get(at(program)), client.post(at(program), {"do": "page"})):
            assert answer.status_code == 302
    assert not ProgramPage.objects.exists()


def test_steps_ask_as_many_queries_for_many_forms_and_rounds(client, program, office, django_assert_max_num_queries):
    press(client, program, "page")
    client.get(at(program))
    with django_assert_max_num_queries(200) as few:
        client.get(at(program))
    for n in range(4):
        make_form(make_program(f"P{n}X", host=program.host))
    with django_assert_max_num_queries(len(few)):
        client.get(at(program))
