"""Forms that associations have today, built in the admin as their editors would, and filled by applicants."""

import random

import pytest
from django.urls import reverse

from programs.access.shown_to import Audience, answered
from programs.forms.questions import QUESTIONS
from programs.forms.questions.choice_lines import ChoiceLines
from programs.models import Application, ApplicationFormPage
from tests.applying import begin, send
from tests.factories import make_call, make_form, make_page_editor, make_program

from .answering import a_file, under, valid
from .real_forms import FORMS, fields_of

pytestmark = pytest.mark.django_db

EXACTLY = 0.97
CLICKS, TYPED = 94, 78
"""What a form of 24 questions with 60 choices took: an added thing each, and a field each."""


def flat(name, value):
    """What a browser sends of nested values: names joined by hyphens."""
    if not isinstance(value, dict):
        return {name: value}
    return {key: sent for part, inner in value.items() for key, sent in flat(f"{name}-{part}", inner).items()}


def stream(*items):
    rows = {
        str(n): {"type": kind, "value": value, "id": "", "order": str(n), "deleted": ""} for n, (kind, value) in items
    }
    return {"count": str(len(rows))} | rows


def block_of(kind, label, more):
    typed = {"label": label, "hint": "", "why": "", "required": "on", "key": ""} | more
    typed.pop("asked", None)
    return kind, {name: value for name, value in typed.items() if not (name == "required" and not value)}


def posted(form, title, purpose, sections):
    items = [
        (
            "section",
            {"heading": heading, "intro": "", "questions": stream(*enumerate(block_of(*one) for one in fields))},
        )
        for heading, *fields in sections
    ]
    own = {"title": title, "slug": form.slug, "intro": "null", "minutes": "12", "purpose": purpose, "seo_title": ""}
    own |= {"search_description": "", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    return own | flat("sections", stream(*enumerate(items))) | {"action-publish": "on"}


@pytest.fixture
def build(client):
    """Types a form into the editor and publishes it."""

    def built(name, purpose=None):
        form = make_form(make_program(), live=False, sections=[])
        client.force_login(make_page_editor(form.get_parent().get_parent()))
        own_purpose, sections = FORMS[name]
        data = posted(form, name, purpose or own_purpose, sections)
        answer = client.post(reverse("wagtailadmin_pages:edit", args=[form.pk]), data)
        assert answer.status_code == 302, answer.context["form"].errors
        client.logout()
        return ApplicationFormPage.objects.get(pk=form.pk)

    return built


@pytest.mark.parametrize("name", FORMS)
def test_a_real_form_is_typed_into_the_editor_and_published(build, name):
    page = build(name)
    assert page.live
    assert page.purpose == FORMS[name][0]
    asked = page.version().asked
    assert [(row["type"], row["label"]) for row in asked] == [one[:2] for one in fields_of(FORMS[name][1])]
    for row, (_kind, _label, more) in zip(asked, fields_of(FORMS[name][1]), strict=True):
        lines = [line.removesuffix(" ___") for line in more.get("choices", "").splitlines()]
        assert [choice["label"] for choice in row.get("choices", [])] == lines
        assert ("shown_if" in row) == ("shown_if" in more)
        assert row["required"] == bool(more.get("required", "on"))


@pytest.mark.parametrize("name", FORMS)
def test_what_comes_out_is_what_went_in_under_the_words_it_was_asked_with(client, build, name):
    form = build(name, "application")
    call, chance = make_call(form.get_parent().specific.program, form=form), random.Random(name)
    version, kept = form.version(), {}
    begin(client, call)
    for number, section in enumerate(version.sections, start=2):
        typed = {}
        for question in section["questions"]:
            typed |= answer_to(question, chance, kept)
        sent = client.post(f"/apply/{call.slug}/form/{number}/", typed | {"go": "on"})
        assert sent.url != f"/apply/{call.slug}/form/{number}/", "something is wrong in it"
    send(client, call)
    application = Application.objects.get()
    shown = [row for _section, rows in version.shown(kept) for row in rows]
    stored = {key: plain(answer) for key, answer in application.answers.items()}
    assert stored == {row["key"]: kept[row["key"]] for row in shown}
    told = answered(application, to=Audience.APPLICANT)
    assert [label for label, _lines in told] == [row["label"] for row in shown]
    for row, (_label, lines) in zip(shown, told, strict=True):
        if row["type"] != "file" and kept[row["key"]] is not None:
            kind = QUESTIONS[row["type"]]
            assert list(lines) == kind.reads(row, kind.restored(kept[row["key"]]))


def answer_to(question, chance, kept):
    if question["type"] == "file":
        file = a_file(chance)
        kept[question["key"]] = {"name": file.name, "size": file.size}
        return {f"q-{question['key']}": file}
    sent, kept[question["key"]] = valid(question, chance)
    return under(question, sent)


def plain(answer):
    """Without the number of a file, which nobody typed."""
    is_file = isinstance(answer, dict) and "upload" in answer
    return {name: answer[name] for name in ("name", "size")} if is_file else answer


def test_nearly_every_field_of_them_is_said_exactly_by_a_type():
    fields = [each for _purpose, sections in FORMS.values() for each in fields_of(sections)]
    assert len(fields) == 99
    assert {kind for kind, _label, _more in fields} == set(QUESTIONS) - {"referee"}, (
        "every type but one is asked somewhere"
    )
    exactly = [more for _kind, _label, more in fields if "asked" not in more]
    assert len(exactly) / len(fields) >= EXACTLY


def test_a_form_takes_half_the_clicks_and_the_typing_it_took():
    """One press adds a section or a question; the choices of a question are lines of one field."""
    sections = [[six_choices(n) if n < 10 else words(n) for n in range(first, 24, 4)] for first in range(4)]
    questions = [each for section in sections for each in section]
    assert len(questions) == 24
    assert sum(len(more.get("choices", "").splitlines()) for _kind, more in questions) == 60
    presses = len(sections) + len(questions) + sum(nested(kind) for kind, _more in questions)
    typed = len(sections) + sum(len({"label", *more}) for _kind, more in questions)
    assert presses <= CLICKS / 2
    assert typed <= TYPED / 2


def six_choices(n):
    return ("choose_one", "choose_several")[n % 2], {"choices": "\n".join(f"Choice {n}.{m}" for m in range(6))}


def words(n):
    return ("short_text", "long_text", "yes_no")[n % 3], {}


def nested(kind):
    """How many more presses a question of this type needs: one for each line, where its lines are blocks of their own."""
    blocks = QUESTIONS[kind]().child_blocks.values()
    return sum(6 for block in blocks if hasattr(block, "child_block") and not isinstance(block, ChoiceLines))
