"""A zone's law has changed since a call's dates were typed: it is told, and mended so that the clock times stay."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from programs.models import Call, Program
from programs.planning.rounds.checks import findings
from programs.planning.rounds.promised import moved_calls
from tests.factories import make_call, make_program

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)
STORED = datetime(2027, 1, 30, 7, 59, tzinfo=UTC)
PROMISED = STORED - timedelta(hours=1)


@pytest.fixture
def call(time_machine):
    """Typed as 11:59 pm in Vancouver when winter there was still UTC−8."""
    time_machine.move_to(NOW, tick=False)
    call = make_call(make_program("BCLA", time_zone="America/Vancouver"), opens=NOW, closes=STORED)
    clocks = call.clocks | {"closes": "2027-01-29T23:59:00-08:00[America/Vancouver]"}
    Call.objects.filter(pk=call.pk).update(clocks=clocks)
    make_call(make_program("OTHER", time_zone="America/Vancouver"), closes=STORED)
    return call


def run(*arguments):
    out = StringIO()
    call_command("check_clocks", *arguments, stdout=out)
    return out.getvalue()


def test_it_is_listed_until_it_is_mended(call):
    with pytest.raises(CommandError, match="1 to mend"):
        run()
    before = call.round.changed_at
    told = run("--mend")
    assert "promised was Friday, January 29, 2027, 11:59 pm Vancouver time" in told
    assert "it stands at Saturday, January 30, 2027, 12:59 am Vancouver time" in told
    assert run() == "Every date stands at the clock time that was promised.\n"
    call.refresh_from_db()
    assert (call.closes, call.clocks["closes"]) == (PROMISED, "2027-01-29T23:59:00-07:00[America/Vancouver]")
    assert call.round.changed_at >= before


def test_saving_the_call_for_another_reason_does_not_forget_what_was_promised(call):
    Call.objects.get(pk=call.pk).save()
    assert [(row.pk, found) for row, found in moved_calls(NOW)] == [(call.pk, {"closes": PROMISED})]


def test_the_planner_is_told(call):
    program = Program.objects.with_rounds().get(pk=call.round.program_id)
    told = [finding.what for finding in findings(program.rounds.all()[0], NOW)]
    assert any(
        "11:59 pm Vancouver time and now stands at Saturday, January 30, 2027, 12:59 am" in what for what in told
    )


def test_dates_that_would_come_out_of_order_are_not_mended(call):
    Call.objects.filter(pk=call.pk).update(opens=STORED - timedelta(minutes=1))
    with pytest.raises(CommandError):
        run("--mend")
    assert Call.objects.get(pk=call.pk).closes == STORED


def test_a_zone_whose_moments_stay_is_promised_anew(call, client):
    call.round.program.time_zone = "America/Los_Angeles"
    call.round.program.save()
    assert moved_calls(NOW) == []
    call.save(update_fields=["closes"])
    call.refresh_from_db()
    assert call.clocks["closes"] == "2027-01-29T23:59:00-08:00[America/Los_Angeles]"
