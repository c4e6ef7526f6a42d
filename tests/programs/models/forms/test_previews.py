"""A form is previewed step by step as applicants meet it; nothing of it can be sent."""

import re

import pytest
from django.urls import reverse

from programs.models import Application, Draft, FormVersion
from tests.factories import make_form, make_page_editor, make_program

pytestmark = pytest.mark.django_db


def question(label, kind="short_text", **more):
    return {"type": kind, "value": {"label": label, "hint": "", "why": "", "required": True, "key": ""} | more}


def section(heading, *questions, **more):
    return {"type": "section", "value": {"heading": heading, "intro": "", "questions": list(questions)} | more}


@pytest.fixture
def form(client):
    asked = question("Do you work?", "yes_no", key="work")
    after = question("Where?", shown_if={"question": "work", "answers": "Yes"})
    informs = {"type": "statement", "value": {"text": "<p>Nearly done.</p>"}}
    form = make_form(
        make_program(), sections=[section("You", asked, after), section("Hopes", question("Why?"), informs)]
    )
    client.force_login(make_page_editor(form))
    return form


@pytest.fixture
def preview(client, form):
    def shown(mode):
        address = reverse("wagtailadmin_pages:view_draft", args=[form.pk])
        return client.get(address, {"mode": mode}).content.decode()

    return shown


def test_editor_offers_what_readers_see_each_step_the_check_and_the_confirmation(client, form):
    assert [mode for mode, _words in form.preview_modes] == ["", "step-1", "step-2", "step-3", "check", "sent"]
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[form.pk])).content.decode()
    assert "Step 3: Hopes" in editor


def test_each_step_asks_what_it_will_ask(preview):
    assert 'name="email"' in preview("step-1")
    second = preview("step-2")
    assert 'name="q-work"' in second
    assert "Shows only where “Do you work?” was answered with: Yes." in second
    assert "Why?" not in second
    assert "Nearly done." in preview("step-3")


def test_check_and_confirmation_are_shown(preview):
    assert "Why?" in preview("check")
    assert "We have your application" in preview("sent")


@pytest.mark.parametrize("mode", ["step-1", "step-2", "step-3", "check", "sent"])
def test_a_preview_holds_nothing_that_could_be_sent(preview, mode):
    main = re.search(r"<main.*</main>", preview(mode), re.DOTALL)[0]
    assert "<form" not in main
    assert 'type="submit"' not in main
    assert "nothing is sent or stored" in main
    assert not Application.objects.exists()
    assert not Draft.objects.exists()
    assert not FormVersion.objects.exists()


@pytest.mark.parametrize("mode", ["step-99", "step-0", "step-x", "nonsense", "step-²"])
def test_a_step_that_is_not_there_is_no_error(preview, mode):
    assert "Step " in preview(mode)


def test_forms_for_others_ask_no_name_first(client):
    form = make_form(make_program(), purpose="reference")
    assert [mode for mode, _words in form.preview_modes] == ["", "step-1", "check", "sent"]


def test_an_empty_form_is_previewed_too(client):
    form = make_form(make_program(), purpose="evaluation", sections=[])
    client.force_login(make_page_editor(form))
    address = reverse("wagtailadmin_pages:view_draft", args=[form.pk])
    assert client.get(address, {"mode": "step-1"}).status_code == 200
