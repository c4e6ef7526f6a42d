"""Dates that are deleted while planning: calendars that show them are told for a year."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from programs.calendar.cancelled import remembering
from programs.models import CancelledDate, Milestone
from tests.factories import make_call, make_member, make_program, make_program_page, make_round
from tests.saving import save

from .reading import read

pytestmark = pytest.mark.django_db

SOON = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def program():
    program = make_program("ALSC", name="ALSC Mentoring Program", time_zone="America/New_York")
    make_program_page(program)
    return program


@pytest.fixture
def planner(client, program):
    client.force_login(make_member(program))
    return client


def events(client, path="/calendar/ALSC.ics"):
    return read(client.get(path).content)


def milestone(program, **fields):
    return Milestone.objects.create(
        **{"round": make_round(program), "label": "Training", "label_es": "Formación", "starts": SOON} | fields
    )


def test_a_deleted_round_s_dates_are_cancelled_in_both_languages(planner, program):
    row = milestone(program, ends=SOON + timedelta(days=2))
    key = f"milestone-{row.pk}"
    before = events(planner)[key]
    planner.post(reverse("round:delete", args=[row.round_id]))
    after = events(planner)[key]
    assert after["STATUS"] == "CANCELLED"
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] >= before["SEQUENCE"]
    assert (after["DTSTART"].dt, after["DTEND"].dt) == (before["DTSTART"].dt, before["DTEND"].dt)
    assert after["SUMMARY"] == "Canceled: Training – ALSC Mentoring Program"
    assert "Formación" in events(planner, "/es/calendar/ALSC.ics")[key]["SUMMARY"]
    assert events(planner, "/calendar.ics")[key]["STATUS"] == "CANCELLED"


def send_round(planner, round, **changed):
    """The round's form as it stands, without rows inline but those given."""
    data = {"name": round.name, "name_es": "", "slug": round.slug, "decisions_by": "", "starts": "", "ends": ""}
    for prefix in ("calls", "milestones"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
        data |= {f"{prefix}-MIN_NUM_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
    response = save(planner, reverse("round:edit", args=[round.pk]), data | changed)
    assert response.status_code == 302


def test_a_line_deleted_in_the_round_s_form_is_cancelled_and_the_others_stay(planner, program):
    row = milestone(program)
    kept = milestone(program, round=row.round, label="Kickoff")
    lines = {"milestones-TOTAL_FORMS": 2, "milestones-INITIAL_FORMS": 2, "milestones-0-DELETE": "on"}
    for n, line in enumerate((row, kept)):
        lines |= {f"milestones-{n}-id": line.pk, f"milestones-{n}-label": line.label}
        lines |= {f"milestones-{n}-precision": "day", f"milestones-{n}-starts": line.starts}
    send_round(planner, row.round, **lines)
    status = {key: str(event["STATUS"]) for key, event in events(planner).items()}
    assert status == {f"milestone-{row.pk}": "CANCELLED", f"milestone-{kept.pk}": "CONFIRMED"}


def test_an_emptied_date_is_cancelled_and_stands_again_when_it_comes_back(planner, program):
    round = make_round(program, decisions_by=SOON)
    key = f"round-{round.pk}-decisions"
    send_round(planner, round)
    assert events(planner)[key]["STATUS"] == "CANCELLED"
    send_round(planner, round, decisions_by=SOON + timedelta(days=1))
    assert events(planner)[key]["STATUS"] == "CONFIRMED"
    assert not CancelledDate.objects.exists()


def test_a_deleted_call_keeps_its_moments(client, program):
    call = make_call(program, opens=timezone.now() - timedelta(days=2))
    key = f"call-{call.pk}-closes"
    with remembering(program):
        call.delete()
    found = events(client)
    assert found.keys() == {key}, "what opened did open"
    assert found[key]["DTEND"].dt == call.closes.replace(microsecond=0)


def test_what_was_over_is_not_cancelled(client, program):
    row = milestone(program, starts=timezone.localdate() - timedelta(days=1))
    with remembering(program):
        row.delete()
    assert not events(client)


def test_what_no_calendar_has_told_is_not_cancelled_once_the_program_is_published(client, program):
    row, page = milestone(program), program.pages.get()
    page.unpublish()
    with remembering(program):
        row.delete()
    page.save_revision().publish()
    assert not events(client)


def test_a_change_that_fails_cancels_nothing(program):
    milestone(program)

    def fail():
        with remembering(program):
            Milestone.objects.all().delete()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert Milestone.objects.exists()
    assert not CancelledDate.objects.exists()


@pytest.mark.parametrize(("days", "kept"), [(364, True), (366, False)])
def test_tick_forgets_them_after_a_year(program, monkeypatch, days, kept):
    monkeypatch.setattr("programs.management.commands.tick.close_old_connections", lambda: None)
    at = timezone.now() - timedelta(days=days)
    CancelledDate.objects.create(program=program, key="milestone-1", summary="Training", starts=str(SOON), at=at)
    call_command("tick")
    assert CancelledDate.objects.exists() is kept
