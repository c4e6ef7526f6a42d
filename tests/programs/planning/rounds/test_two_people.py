"""Two planners at one round: its calls and lines count as its own fields do."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from programs.models import Call, Milestone, Round
from tests.factories import make_call, make_form, make_member, make_program, make_role, make_round, make_user
from tests.saving import fields

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    program = make_program("ALSC", time_zone="America/New_York")
    for key in ("mentee", "mentor"):
        make_role(program, key)
    make_form(program)
    return program


@pytest.fixture
def round(program):
    round = make_round(program, name="Fall 2027", slug="fall-2027")
    opens, closes = datetime(2027, 12, 1, 5, tzinfo=UTC), datetime(2028, 1, 15, 4, 59, tzinfo=UTC)
    make_call(program, "mentee", round=round, opens=opens, closes=closes)
    Milestone.objects.create(round=round, label="Training", precision="unknown")
    return round


def planner(program, name):
    client = Client()
    client.force_login(make_member(program, user=make_user(name)))
    return client


@pytest.fixture
def ann(program):
    return planner(program, "ann")


@pytest.fixture
def ben(program):
    return planner(program, "ben")


def address(round, name="edit"):
    return reverse(f"round:{name}", args=[round.pk])


def opened(client, round):
    return fields(client.get(address(round)))


def change(client, round, **changed):
    response = client.post(address(round), opened(client, round) | changed)
    assert response.status_code == 302, response.context["form"].errors
    return response


def clashes(response):
    return [(each.label, each.typed, each.saved) for each in response.context["conflict"].clashes]


def taken_over(response):
    return [(each.label, each.saved) for each in response.context["conflict"].taken_over]


def test_a_form_saved_as_it_was_opened_changes_nothing(round, ann):
    change(ann, round)
    entry = ModelLogEntry.objects.get(action="wagtail.edit", object_id=str(round.pk))
    assert entry.data["before"] == entry.data["after"]
    assert not entry.content_changed


def test_a_deadline_that_both_moved_stands_in_both_spellings_on_the_program_s_clock(round, ann, ben):
    sent = opened(ann, round)
    change(ben, round, **{"calls-0-closes": "2028-02-01 23:59"})
    answer = ann.post(address(round), sent | {"calls-0-closes": "2028-03-01 23:59"})
    assert clashes(answer) == [
        (
            "Call “mentee”: closes",
            "Wednesday, March 1, 2028, 11:59 pm Eastern",
            "Tuesday, February 1, 2028, 11:59 pm Eastern",
        )
    ]
    assert Call.objects.get().closes == datetime(2028, 2, 2, 4, 59, tzinfo=UTC)
    again = fields(answer)
    assert again["calls-0-closes"] == "2028-03-01 23:59"
    assert ann.post(address(round), again | {"take": "calls-0-closes", "name": "Mine"}).status_code == 302
    assert Call.objects.get().closes == datetime(2028, 2, 2, 4, 59, tzinfo=UTC)
    assert Round.objects.get().name == "Mine"


def test_a_line_added_meanwhile_stays(round, ann, ben):
    sent = opened(ann, round)
    Milestone.objects.create(round=round, label="Kick-off", precision="unknown")
    answer = ann.post(address(round), sent | {"name": "Mine"})
    assert taken_over(answer) == [("Milestone “Kick-off”", "Added: Precision: To be announced. It stays.")]
    assert ann.post(address(round), fields(answer)).status_code == 302
    assert sorted(Milestone.objects.values_list("label", flat=True)) == ["Kick-off", "Training"]


def test_a_line_that_somebody_deleted_goes_where_it_was_left_alone(round, ann, ben):
    sent = opened(ann, round)
    change(ben, round, **{"milestones-0-DELETE": "on"})
    answer = ann.post(address(round), sent | {"name": "Mine"})
    assert taken_over(answer) == [("Milestone “Training”", "Deleted")]
    assert ann.post(address(round), fields(answer)).status_code == 302
    assert not Milestone.objects.exists()


def test_a_line_that_somebody_deleted_comes_back_where_it_was_changed(round, ann, ben):
    sent = opened(ann, round)
    change(ben, round, **{"milestones-0-DELETE": "on"})
    answer = ann.post(address(round), sent | {"milestones-0-label": "Training for all"})
    assert clashes(answer) == [
        (
            "Milestone “Training”",
            "Precision: To be announced",
            "Deleted. When you save, your line is added again.",
        )
    ]
    assert ann.post(address(round), fields(answer)).status_code == 302
    assert Milestone.objects.get().label == "Training for all"


def test_a_line_that_one_deletes_and_the_other_changed_is_asked_about(round, ann, ben):
    sent = opened(ann, round)
    change(ben, round, **{"milestones-0-place": "Chicago"})
    answer = ann.post(address(round), sent | {"milestones-0-DELETE": "on"})
    assert clashes(answer) == [("Milestone “Training”", "Deleted", "Precision: To be announced; Place: Chicago")]
    again = fields(answer)
    assert ann.post(address(round), again | {"take": "milestones-0-DELETE"}).status_code == 302
    assert Milestone.objects.get().place == "Chicago"


def test_history_tells_deadlines_on_the_program_s_clock_and_rows_inside(round, ann):
    change(ann, round, **{"calls-0-closes": "2028-02-01 23:59", "milestones-0-DELETE": "on"})
    [entry] = ann.get(address(round, "history")).context["object_list"]
    assert [(line.label, line.before, line.after) for line in entry.changes["lines"]] == [
        (
            "Call “mentee”: closes",
            "Friday, January 14, 2028, 11:59 pm Eastern",
            "Tuesday, February 1, 2028, 11:59 pm Eastern",
        ),
        ("Milestone “Training”", "Precision: To be announced", "Deleted"),
    ]


def test_an_earlier_version_brings_back_its_deadline_and_its_deleted_line(round, ann):
    change(ann, round)
    change(ann, round, **{"calls-0-closes": "2028-02-01 23:59", "milestones-0-DELETE": "on"})
    first = ModelLogEntry.objects.filter(action="wagtail.edit", object_id=str(round.pk)).earliest("pk")
    shown = ann.get(address(round), {"version": first.pk})
    assert Call.objects.get().closes == datetime(2028, 2, 2, 4, 59, tzinfo=UTC)
    assert not Milestone.objects.exists()
    assert ann.post(address(round), fields(shown)).status_code == 302
    assert Call.objects.get().closes == datetime(2028, 1, 15, 4, 59, tzinfo=UTC)
    assert Milestone.objects.get().label == "Training"


def test_nobody_of_another_program_learns_who_has_a_round_open_or_what_it_was(round, ann):
    change(ann, round, name="Renamed in secret")
    entry = ModelLogEntry.objects.get(action="wagtail.edit", object_id=str(round.pk))
    session = ann.get(address(round)).context["editing_sessions"]
    other = planner(make_program("OTHER"), "carl")
    assert other.post(session.ping_url).status_code == 404
    for asked in (address(round), f"{address(round)}?version={entry.pk}", address(round, "history")):
        answer = other.get(asked)
        assert answer.status_code in {302, 403}
        assert b"Renamed in secret" not in answer.content
