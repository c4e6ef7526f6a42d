"""Approving the last step of a workflow publishes: it asks and refuses as publishing does, from the admin's home and from the
editor."""

import json

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, TaskState, Workflow, WorkflowTask

from portal.asking.consequences import SEEN
from programs.models import ApplicationFormPage, ProgramPage
from tests.factories import make_call, make_program, make_program_page, make_user
from tests.programs.planning.publishing.test_harm import form_fields

pytestmark = pytest.mark.django_db

DIALOG = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def form():
    """The published form of an open call, changed in a draft."""
    program = make_program("ALSC")
    make_program_page(program)
    form = make_call(program).form
    form.save_revision().publish()
    form.sections[0].value["questions"][0].value["label"] = "Where do you work now?"
    form.save_revision()
    return form


@pytest.fixture
def moderator(client):
    client.force_login(make_user(superuser=True))
    return client


def workflow_of(*names):
    workflow = Workflow.objects.create(name="Four eyes")
    for order, name in enumerate(names):
        task = GroupApprovalTask.objects.create(name=name)
        task.groups.add(Group.objects.get_or_create(name="Moderators")[0])
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    return workflow


def submit(page, *names):
    return workflow_of(*names or ["Second reader"]).start(page, make_user())


def act(client, page, action="approve", headers=None, **fields):
    state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(address, fields, headers=headers)


def first_label(form):
    return ApplicationFormPage.objects.get(pk=form.pk).sections[0].value["questions"][0].value["label"]


def test_approving_asks_once_what_publishing_asks_and_keeps_where_one_came_from(moderator, form):
    submit(form)
    answer = act(moderator, form, next="/admin/reports/")
    assert "From now on it asks what the form" in answer.content.decode()
    assert ("next", "/admin/reports/") in answer.context["kept"]
    assert first_label(form) == "Where do you work?"
    answer = act(moderator, form, next="/admin/reports/", **{SEEN: answer.context["token"]})
    assert answer.url == "/admin/reports/"
    assert first_label(form) == "Where do you work now?"


def test_approving_with_a_comment_asks_within_the_dialog_and_keeps_the_comment(moderator, form):
    submit(form)
    answer = act(moderator, form, headers=DIALOG, comment="Well done")
    told = answer.json()
    assert told["step"] == "action"
    assert "From now on it asks what the form" in told["html"]
    assert 'name="comment" value="Well done"' in told["html"]
    answer = act(moderator, form, headers=DIALOG, comment="Well done", **{SEEN: answer.context["token"]})
    assert answer.json()["step"] == "success"
    assert first_label(form) == "Where do you work now?"
    assert TaskState.objects.get().comment == "Well done"


def test_steps_before_the_last_and_sending_back_ask_nothing(moderator, form):
    state = submit(form, "Second reader", "Third reader")
    assert act(moderator, form).status_code == 302
    assert "From now on it asks" in act(moderator, form).content.decode()
    assert act(moderator, form, "reject").status_code == 302
    state.refresh_from_db()
    assert state.status == state.STATUS_NEEDS_CHANGES


def test_approving_refuses_what_publishing_refuses(moderator, form):
    form.sections[0].value["questions"][0].value["key"] = "another"
    form.save_revision()
    submit(form)
    answer = moderator.get(act(moderator, form, next="/admin/").url)
    assert "Nothing was published. The key of “Where do you work now?” is fixed" in answer.content.decode()
    assert act(moderator, form, headers=DIALOG).json()["redirect"].endswith(f"/{form.pk}/edit/")
    assert first_label(form) == "Where do you work?"


def test_approving_makes_no_second_page_of_a_program(moderator):
    program = make_program("ALSC")
    make_program_page(program, title="The first one")
    second = make_program_page(program, live=False)
    second.save_revision()
    submit(second)
    answer = moderator.get(act(moderator, second, next="/admin/").url)
    assert "“The first one” is already published for this program" in answer.content.decode()
    assert not ProgramPage.objects.get(pk=second.pk).live
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS


def test_whoever_may_not_approve_is_told_nothing(client, form):
    client.force_login(make_user(groups=["Editors"]))
    submit(form)
    answer = act(client, form, headers=DIALOG)
    assert "From now on" not in answer.content.decode()
    assert first_label(form) == "Where do you work?"


def in_editor(client, form, action, **fields):
    posted = form_fields(form) | {"action-workflow-action": "true", "workflow-action-name": action} | fields
    del posted["action-publish"]
    posted["workflow-action-extra-data"] = json.dumps({"comment": ""})
    return client.post(reverse("wagtailadmin_pages:edit", args=[form.pk]), posted)


def test_approving_in_the_editor_asks_and_sending_back_does_not(moderator, form):
    submit(form)
    answer = in_editor(moderator, form, "approve")
    assert "From now on it asks what the form" in answer.content.decode()
    assert first_label(form) == "Where do you work?"
    assert in_editor(moderator, form, "reject").status_code == 302
    assert TaskState.objects.get().status == TaskState.STATUS_REJECTED
