"""A round's lines: its editors' milestones and what its calls and promises say, with done, now and next."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from programs.models import Milestone
from programs.timeline import timeline
from tests.factories import make_call, make_program, make_role, make_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def round():
    program = make_program()
    make_role(program, "mentor")
    make_role(program, "mentee")
    return make_round(program)


def lines(round, today=None):
    return {line.label: line for line in timeline(round, today or timezone.localdate())}


def test_calls_that_keep_the_same_days_share_one_line_that_is_now_while_they_are_open(round):
    first, second = (make_call(round.program, round=round, role=key) for key in ("mentor", "mentee"))
    type(second).objects.update(opens=first.opens, closes=first.closes)
    shared = [line for line in lines(round).values() if line.label.startswith("Applications")]
    assert len(shared) == 1
    assert first.role.plural in shared[0].label
    assert second.role.plural in shared[0].label
    assert (shared[0].status, bool(shared[0].ends)) == ("now", True)


def test_calls_with_days_of_their_own_have_lines_of_their_own(round):
    first, second = (make_call(round.program, round=round, role=key) for key in ("mentor", "mentee"))
    type(first).objects.filter(pk=first.pk).update(closes=second.closes + timedelta(days=9))
    assert len([label for label in lines(round) if label.startswith("Applications")]) == 2


def test_a_call_of_which_only_the_end_is_known_says_when_it_closes(round):
    call = make_call(round.program, round=round, role="mentee")
    type(call).objects.update(opens=None)
    line = next(line for label, line in lines(round).items() if label.startswith("Applications close"))
    assert line.ends is None


def test_a_month_is_said_once_and_lasts_to_its_end(round):
    Milestone.objects.create(
        round=round, label="Orientation", precision="month", starts=date(2027, 3, 2), ends=date(2027, 3, 20)
    )
    line = lines(round, date(2027, 3, 31))["Orientation"]
    assert (line.starts.text, line.ends, line.status) == ("March 2027", None, "now")
    assert lines(round, date(2027, 4, 1))["Orientation"].status == "done"


def test_a_line_to_be_announced_comes_last_and_has_no_state(round):
    Milestone.objects.create(round=round, label="Gathering", precision="unknown")
    Milestone.objects.create(round=round, label="Orientation", starts=date(2099, 1, 1))
    found = list(lines(round).values())
    assert (found[-1].label, found[-1].starts, found[-1].status) == ("Gathering", None, "")
