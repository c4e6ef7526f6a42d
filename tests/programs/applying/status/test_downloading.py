"""The owner's copies."""

import json

import pytest
from lxml import html

from programs.models import FormVersion
from tests.applying import answer, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def sensitive(application):
    """It was asked something sensitive, and answered with markup."""
    asked = {
        "type": "short_text",
        "key": "needs",
        "label": "What do you need?",
        "hint": "",
        "why": "",
        "required": False,
    }
    sections = [
        *application.version.sections,
        {"heading": "About you", "intro": "", "questions": [asked | {"sensitive": True}]},
    ]
    version = FormVersion.objects.create(form=application.call.form, language="en", digest="x", sections=sections)
    application.version, application.answers = version, application.answers | {"needs": "<b>A quiet room</b>"}
    application.save()
    return application


def test_the_copy_to_read_is_one_page_with_everything(opened, sensitive):
    answer = opened.get(f"/status/{sensitive.reference}/copy.html")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{sensitive.reference}.html"'
    text = html.fromstring(answer.content).text_content()
    for words in (
        sensitive.reference,
        "Inés Sample",
        "sample@example.org",
        "About you",
        "<b>A quiet room</b>",
        "Received",
    ):
        assert words in text
    assert b"<script" not in answer.content
    assert b"src=" not in answer.content
    assert b"<link" not in answer.content


def test_the_copy_for_machines_holds_every_answer_by_its_key(opened, sensitive):
    answer = opened.get(f"/status/{sensitive.reference}/copy.json")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{sensitive.reference}.json"'
    told = json.loads(answer.content)
    assert told["email"] == "sample@example.org"
    assert {one["key"]: one["answer"] for one in told["answers"]} == {
        "work": ["A public library"],
        "topics": ["Storytime"],
        "needs": ["<b>A quiet room</b>"],
    }


@pytest.mark.parametrize("copy", ["copy.html", "copy.json"])
def test_a_copy_tells_nothing_of_a_silent_decision(opened, application, copy):
    before = opened.get(f"/status/{application.reference}/{copy}").content
    type(application).objects.update(status="declined")
    assert opened.get(f"/status/{application.reference}/{copy}").content == before


def test_what_was_sent_before_a_change_is_in_it_and_a_strangers_second_try_is_not(opened, application):
    for work in ("Second", "Third"):
        opened.post(f"/status/{application.reference}/change/")
        answer(opened, application.call, work=work)
        send(opened, application.call)
    application.receipts.create(
        kind="again",
        key="x",
        reference="ALSC-26-XXXX",
        call=application.call,
        version=application.version,
        name="A stranger",
        answers={"work": "Elsewhere"},
        created_at=application.submitted_at,
    )
    told = json.loads(opened.get(f"/status/{application.reference}/copy.json").content)
    assert [sent["answers"][0]["value"] for sent in told["sent"]] == ["Second", "Third"]


def test_the_copy_is_in_the_readers_language(opened, application):
    assert b'<html lang="es"' in opened.get(f"/es/status/{application.reference}/copy.html").content
