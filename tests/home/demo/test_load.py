"""The demo as rows: what stands after loading it, on any day, once and again."""

import json
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone
from wagtail.models import Page, Revision

from home.demo.rounds import PLANS, call_window
from home.demo.translating.trees import WORDS
from home.models import StandardPage
from programs.access import DECIDE, LETTERS, PLAN, READ, programs_for
from programs.models import Application, ApplicationFormPage, Call, Decision, Letter, Program, ProgramPage
from programs.offer import eligibility
from programs.offer.standing import ProgramState, standing
from resources.models import Activity, ActivityPart, GoalExample

pytestmark = [pytest.mark.usefixtures("loaded_demo"), pytest.mark.django_db]

OPEN = ["NMRT", "YALSA"]
Status = Application.Status


def user(name):
    return get_user_model().objects.get(username=name)


def codes(programs):
    return set(programs.values_list("code", flat=True))


def everything():
    rows = {model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.managed}
    return rows, list(Revision.objects.order_by("pk").values_list("pk", "created_at"))


def test_demo_loaded_again_changes_nothing():
    before = everything()
    call_command("load_demo", verbosity=0)
    assert everything() == before


def test_demo_is_refused_in_production(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="not loaded"):
        call_command("load_demo")


def test_demo_leaves_a_sound_page_tree():
    assert not any(Page.find_problems())


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("NMRT", ProgramState.OPEN),
        ("YALSA", ProgramState.OPEN),
        ("STS", ProgramState.DECIDING),
        ("LLAMA", ProgramState.SOON),
        ("ALSC", ProgramState.PAUSED),
        ("ALCTS", ProgramState.FINISHED),
        ("JOSEY", ProgramState.NOTHING),
    ],
)
def test_demo_programs_stand_in_every_state(code, state):
    assert standing(Program.objects.with_rounds().get(code=code)).state == state


@pytest.mark.parametrize("later", range(0, 364, 13))
def test_demo_calls_have_their_states_on_whichever_day_it_is_loaded(later):
    today = date(2026, 1, 1) + timedelta(days=later)
    windows = {
        code: [moment.date() - today for moment in call_window(Program(), plan, today)] for code, plan in PLANS.items()
    }
    for code in OPEN:
        opens, closes = windows[code]
        assert opens < timedelta(0)
        assert timedelta(weeks=5) <= closes <= timedelta(weeks=9)
    assert windows["STS"][1] < timedelta(0)
    assert windows["LLAMA"][0] > timedelta(0)


def test_demo_calls_close_a_minute_before_midnight():
    closes = call_window(Program(time_zone="America/Denver"), PLANS["NMRT"], date(2026, 6, 1))[1]
    assert closes.strftime("%H:%M %Z") == "23:59 MDT"


def test_every_mentoring_program_has_one_page_that_reads_well():
    programs = Program.objects.filter(kind=Program.Kind.MENTORING)
    pages = ProgramPage.objects.live().filter(locale__language_code="en")
    assert programs.count() == 10
    assert sorted(pages.values_list("program", flat=True)) == sorted(programs.values_list("pk", flat=True))
    assert all(page.promise for page in pages)
    for page in pages:
        assert eligibility.sentences(page.program.roles.first()), page


def test_programs_with_calls_are_complete_in_spanish():
    calls = Call.objects.select_related("form", "round__program")
    assert {call.round.program.code for call in calls} == set(PLANS)
    for call in calls:
        page = call.round.program.pages.live().get(locale__language_code="es")
        form = call.form.in_language("es")
        assert form.locale.language_code == "es"
        assert form.get_parent().pk == page.pk
        assert page.program.summary_es


def test_translated_program_pages_have_the_same_blocks():
    translated = ProgramPage.objects.live().filter(locale__language_code="es")
    assert translated.count() == 10
    for page in translated:
        original = page.get_translations().live().get(locale__language_code="en").specific
        assert [(block.block_type, block.id) for block in page.body] == [
            (block.block_type, block.id) for block in original.body
        ]


def test_every_published_page_is_there_in_spanish_with_its_own_words():
    english = Page.objects.live().filter(locale__language_code="en", depth__gt=1)
    assert english.count() > 30
    for page in english.specific():
        translated = page.get_translations().live().get(locale__language_code="es").specific
        for field in ("title", "lead", "promise", "intro", "overview"):
            text = getattr(page, field, "")
            assert not text or getattr(translated, field) != text or page.title in STAY, (page, field)


def test_every_translation_is_of_something_that_the_english_pages_say():
    said = set()
    for page in Page.objects.live().filter(locale__language_code="en", depth__gt=1).specific():
        body = getattr(page, "body", "")
        said |= {str(value) for value in vars(page).values()}
        said.add(json.dumps(list(body.raw_data), ensure_ascii=False) if hasattr(body, "raw_data") else body)
    assert [text for text in WORDS if not any(text in whole for whole in said)] == []


@pytest.mark.parametrize(("model", "count"), [(GoalExample, 6), (Activity, 19), (ActivityPart, 5)])
def test_goals_and_activities_stand_once_in_both_languages(model, count):
    rows = list(model.objects.values_list("text", "text_es"))
    assert len(rows) == len({text for text, _ in rows}) == count
    assert all(spanish and spanish != text for text, spanish in rows)


STAY = {"ALA Midwinter 2020", "ALA Annual 2020", "Mentoring Forum", "STS Sci/Tech Library Mentors"}
"""Titles that are names."""


def test_translated_forms_ask_the_same_questions_in_other_words():
    for form in ApplicationFormPage.objects.live().filter(locale__language_code="es"):
        original = form.get_translations().live().get(locale__language_code="en").specific
        assert keys(form) == keys(original)
        assert [row["heading"] for row in form.definition()] != [row["heading"] for row in original.definition()]
        shared = set(labels(form)) & set(labels(original))
        assert not shared, f"not translated: {shared}"


def questions(form):
    return [row for section in form.definition() for row in section["questions"] if row["type"] != "statement"]


def keys(form):
    return [(row["type"], row["key"], [each["key"] for each in row.get("choices", [])]) for row in questions(form)]


def labels(form):
    for row in questions(form):
        yield row["label"]
        yield from (choice["label"] for choice in row.get("choices", []))


def test_purposes_are_served_in_both_languages():
    pages = StandardPage.objects.live().exclude(purpose="").values_list("locale__language_code", "purpose")
    assert sorted(pages) == sorted((language, purpose) for language in ("en", "es") for purpose in StandardPage.Purpose)


def test_samples_say_that_they_are_samples():
    applications = Application.objects.all()
    assert applications.count() == 42
    for application in applications:
        assert application.name.startswith("Sample Applicant ")
        assert application.email.startswith("sample")
        assert application.email.endswith("@example.org")
        assert "ample answer" in application.answers["position"] or "muestra" in application.answers["position"]


@pytest.mark.parametrize("code", [*OPEN, "STS"])
def test_samples_stand_in_every_state(code):
    applications = Application.objects.filter(call__round__program__code=code)
    assert set(applications.values_list("status", flat=True)) == set(Status) - {Status.JUNK}
    decisions = Decision.objects.filter(application__in=applications, dropped_at=None)
    assert decisions.undisclosed().exists()
    assert decisions.exclude(announced_at=None).exists()


def test_samples_came_in_while_their_call_was_open():
    for application in Application.objects.select_related("call"):
        assert application.call.opens <= application.submitted_at
        assert not application.call.closes or application.submitted_at < application.call.closes
        assert application.submitted_at < timezone.now()


def test_every_sample_has_its_receipt_and_every_announcement_its_letter():
    assert all(application.receipts.count() == 1 for application in Application.objects.all())
    assert Letter.objects.filter(kind="received").count() == Application.objects.count()
    announced = Decision.objects.exclude(announced_at=None)
    assert sorted(Letter.objects.exclude(decision=None).values_list("decision", flat=True)) == sorted(
        announced.values_list("pk", flat=True)
    )


def test_demo_coordinator_decides_for_the_programs_with_applications():
    assert codes(programs_for(user("coordinator"), DECIDE)) == {"NMRT", "YALSA", "STS"}


def test_demo_reader_reads_one_program():
    assert codes(programs_for(user("reader"), READ)) == {"NMRT"}
    assert codes(programs_for(user("reader"), DECIDE)) == set()


def test_demo_editor_publishes_pages_and_sees_no_application():
    editor = user("editor")
    assert editor.has_perm("wagtailadmin.access_admin")
    for page in Page.objects.filter(depth__gt=1):
        assert page.permissions_for_user(editor).can_edit()
        assert page.permissions_for_user(editor).can_publish()
    assert codes(programs_for(editor, PLAN)) == set(ProgramPage.objects.values_list("program__code", flat=True))
    for what in (READ, DECIDE, LETTERS):
        assert codes(programs_for(editor, what)) == set()


def test_demo_sign_ins_share_the_printed_password():
    for name in ("admin", "coordinator", "reader", "editor"):
        assert user(name).check_password("demo-only-password")
        assert user(name).email == f"{name}@example.org"
