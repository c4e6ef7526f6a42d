"""A type of question that nobody thought of: one short class and one row, and its answers go all the way."""

import inspect
from datetime import date

import pytest
from django import forms
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from programs.access.shown_to import Audience, exported
from programs.applying.status.own import SESSION_KEY
from programs.forms.questions.question import Question
from programs.models import Application, Letter, Receipt
from programs.offer import dates
from tests import applying
from tests.factories import SECTIONS, make_call, make_form, make_member, make_program, make_user

pytestmark = pytest.mark.django_db


class Day(Question):
    class Meta:
        label = "A day"

    @classmethod
    def field(cls, question):
        return forms.DateField(input_formats=["%m/%d/%Y"], **cls.worded(question, "Enter a day for “%(question)s”"))

    kept = staticmethod(date.isoformat)
    restored = staticmethod(date.fromisoformat)

    @classmethod
    def reads(cls, question, answer):
        return [dates.day(answer)] if answer else []

    @classmethod
    def cell(cls, question, answer):
        return answer


WHEN = {"label": "When could you begin?", "hint": "", "why": "", "required": True, "key": "when"}


@pytest.fixture
def call(add_question_type):
    add_question_type("day", Day)
    section = SECTIONS[0]["value"]
    questions = [*section["questions"], {"type": "day", "id": "d", "value": WHEN}]
    questions.append({"type": "day", "id": "e", "value": WHEN | {"label": "Until?", "required": False, "key": "until"}})
    program = make_program()
    form = make_form(program, sections=[SECTIONS[0] | {"value": section | {"questions": questions}}])
    return make_call(program, form=form)


@pytest.fixture
def apply(client, call):
    def send(when="03/05/2027", browser=client):
        return applying.apply(browser, call, answers={"when": when})

    return send


def status_page(client, language=""):
    application = Application.objects.get()
    session = client.session
    session[SESSION_KEY] = [application.pk]
    session.save()
    return client.get(f"{language}/status/{application.reference}/").content.decode()


def test_it_is_written_in_under_twenty_lines():
    lines = [line for line in inspect.getsource(Day).splitlines() if line.strip()]
    assert len(lines) + len(['    "day": Day,']) < 20


def test_editors_choose_it_and_readers_see_that_it_will_be_asked(client, call):
    assert WHEN["label"] in client.get(call.form.url).content.decode()
    client.force_login(make_user(superuser=True))
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[call.form.pk])).content.decode()
    assert "A day" in editor


def test_it_is_asked_and_what_is_wrong_is_said_beside_it(client, call, apply):
    there = apply("02/30/2027").url
    page = client.get(there).content.decode()
    assert 'name="q-when"' in page
    assert 'value="02/30/2027"' in page
    assert "<title>Error: " in page
    assert not Application.objects.exists()


def test_what_was_typed_is_given_back_when_the_form_has_closed(call, apply, client):
    apply("02/30/2027")
    type(call).objects.update(limit=0)
    answer = applying.send(client, call)
    assert answer.status_code == 409
    assert "02/30/2027" in answer.content.decode()


def test_it_is_kept_as_json_once_for_each_opened_form(client, call, apply):
    first, second = apply(), applying.send(client, call)
    assert first.status_code == 302
    assert first.url == second.url
    kept = {"work": "A library", "topics": ["storytime"], "when": "2027-03-05", "until": None}
    assert Application.objects.get().answers == Receipt.objects.get().answers == kept


def test_the_applicant_reads_it_in_the_language_of_the_page(client, apply):
    apply()
    assert "March 5, 2027" in status_page(client)
    assert "5 de marzo de 2027" in status_page(client, "/es")


def test_the_committee_reads_it_and_finds_the_application(client, call, apply):
    apply()
    apply("04/06/2027", browser=Client())
    client.force_login(make_member(call.round.program, "reader"))
    application = Application.objects.get()
    screen = client.get(reverse("application:inspect", args=[application.pk])).content.decode()
    assert "March 5, 2027" in screen
    assert "April 6, 2027" in screen
    found = client.get(reverse("application:index"), {"q": application.name}).content.decode()
    assert application.reference in found


def test_the_letter_about_a_second_try_quotes_it(apply):
    apply()
    apply("04/06/2027", browser=Client())
    assert "> April 6, 2027" in Letter.objects.get(kind="again").body


def test_it_leaves_as_a_day(apply):
    apply()
    assert exported(Application.objects.get(), to=Audience.COORDINATOR) == [
        ("work", "Where do you work?", "A library"),
        ("topics", "What would you like to work on?", "Storytime"),
        ("when", "When could you begin?", date(2027, 3, 5)),
        ("until", "Until?", None),
    ]


def test_a_translation_asks_it_under_the_same_key(client, call):
    page = call.form.copy_for_translation(Locale.objects.get(language_code="es"), copy_parents=True)
    page.save_revision().publish()
    applying.begin(client, call, "/es")
    assert 'name="q-when"' in client.get(f"/es/apply/{call.slug}/form/2/").content.decode()


def test_it_may_bring_a_look_of_its_own(client, call, monkeypatch):
    monkeypatch.setattr(Day, "field_template", "portal/forms/told.html")
    applying.begin(client, call)
    page = client.get(f"/apply/{call.slug}/form/2/").content.decode()
    assert 'name="q-when"' not in page
    assert 'name="q-work"' in page
