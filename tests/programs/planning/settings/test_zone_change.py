"""Another time zone for a program: no date moves before somebody has said which of two readings is meant."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone

from programs.models import Call, Milestone
from tests.factories import make_member, make_program, make_role, make_round
from tests.programs.planning.settings.test_screens import edit_address, sent
from tests.saving import save

pytestmark = pytest.mark.django_db

OPENS = datetime(2027, 1, 5, 5, 0, tzinfo=UTC)
SOFT = datetime(2027, 1, 21, 4, 59, tzinfo=UTC)
CLOSES = datetime(2027, 7, 2, 3, 59, tzinfo=UTC)
"""Midnight, 11:59 pm in winter and 11:59 pm in summer, on New York's clocks."""
PACIFIC = "America/Los_Angeles"


@pytest.fixture
def program(client):
    program = make_program("ALSC", time_zone="America/New_York")
    client.force_login(make_member(program))
    return program


@pytest.fixture
def call(program):
    round = make_round(program)
    Milestone.objects.create(
        round=round, label="Kick-off", precision="clock", starts=date(2027, 9, 8), ends=date(2027, 9, 9), time=time(1)
    )
    return Call.objects.create(
        round=round, role=make_role(program, "mentee"), opens=OPENS, preferred_by=SOFT, closes=CLOSES
    )


def send(client, program, **fields):
    return save(client, edit_address(program), sent(program, **{"time_zone": PACIFIC} | fields))


def test_every_date_is_shown_in_both_readings_and_nothing_is_stored(client, program, call):
    asked = send(client, program, summary="Typed just now.")
    page = asked.content.decode()
    assert asked.status_code == 200
    for words in (
        "Thursday, July 1, 2027, 11:59 pm Eastern",
        "Thursday, July 1, 2027, 11:59 pm Pacific",
        "Thursday, July 1, 2027, 8:59 pm Pacific",
        "Monday, January 4, 2027, 9:00 pm Pacific",
        "Wednesday, January 20, 2027, 8:59 pm Pacific",
        "Wednesday, September 8, 2027, 1:00 am Eastern",
        "Tuesday, September 7, 2027, 10:00 pm Pacific",
        "Typed just now.",
        "Say what is to happen to them.",
    ):
        assert words in page, words
    assert f'<option value="{PACIFIC}" selected' in page
    program.refresh_from_db()
    call.refresh_from_db()
    assert (program.time_zone, program.summary, call.closes) == ("America/New_York", "", CLOSES)


def test_the_clock_stays_as_typed(client, program, call):
    seen = call.round.changed_at
    saved = send(client, program, zone_meaning="clock", zone_asked=PACIFIC)
    assert saved.status_code == 302
    call.refresh_from_db()
    later = [at - was for at, was in ((call.opens, OPENS), (call.preferred_by, SOFT), (call.closes, CLOSES))]
    assert [gap.total_seconds() / 3600 for gap in later] == [3, 3, 3]
    line = Milestone.objects.get()
    assert (line.starts, line.time) == (date(2027, 9, 8), time(1))
    told = client.get(saved.url).content.decode()
    assert "The time zone is Pacific instead of Eastern: 4 dates keep the clock times that were typed." in told
    call.round.refresh_from_db()
    assert call.round.changed_at > seen, "whoever is about to plan the next round from it looks again"


def test_the_moment_stays(client, program, call):
    saved = send(client, program, zone_meaning="moment", zone_asked=PACIFIC)
    assert saved.status_code == 302
    call.refresh_from_db()
    program.refresh_from_db()
    assert (call.opens, call.preferred_by, call.closes, program.time_zone) == (OPENS, SOFT, CLOSES, PACIFIC)
    assert call.moved_at, "the feed tells its deadline on another clock"
    call.save()
    assert Call.objects.get().moved_at == call.moved_at
    line = Milestone.objects.get()
    assert (line.starts, line.ends, line.time) == (date(2027, 9, 7), date(2027, 9, 8), time(22))
    assert "4 dates stay at their moments" in client.get(saved.url).content.decode()


def test_an_answer_counts_for_the_zone_that_was_shown(client, program, call):
    asked = send(client, program, time_zone="America/Denver", zone_meaning="clock", zone_asked=PACIFIC)
    assert asked.status_code == 200
    assert "11:59 pm Mountain" in asked.content.decode()
    call.refresh_from_db()
    assert call.closes == CLOSES


def test_a_time_that_the_new_zone_skips_is_named(client, program, call):
    Call.objects.update(closes=datetime(2027, 3, 14, 9, 30, tzinfo=UTC))
    type(program).objects.update(time_zone="America/Phoenix")
    chosen = {"zone_meaning": "clock", "zone_asked": PACIFIC}
    page = send(client, program, **chosen).content.decode()
    assert "the clocks skip this time" in page
    assert "does not exist in the new zone" in page
    assert Call.objects.get().closes.hour == 9
    assert send(client, program, **chosen | {"zone_meaning": "moment"}).status_code == 302


def test_nothing_is_asked_where_no_date_has_a_clock_of_the_program(client, program, call):
    Call.objects.update(anywhere_on_earth=True)
    Milestone.objects.update(precision="day", time=None)
    assert send(client, program).status_code == 302
    call.refresh_from_db()
    assert call.closes == CLOSES
    program.refresh_from_db()
    assert program.time_zone == PACIFIC


def test_nothing_is_asked_where_the_zone_stays(client, program, call):
    answer = send(client, program, time_zone="America/New_York", name="Another name")
    assert answer.status_code == 302, answer.context["form"].errors


@pytest.mark.parametrize("meaning", ["both", "clock' --", "\x00"])
def test_no_other_answer_is_taken(client, program, call, meaning):
    assert send(client, program, zone_meaning=meaning, zone_asked=PACIFIC).status_code == 200
    call.refresh_from_db()
    assert call.closes == CLOSES


def test_as_many_questions_to_the_database_for_many_dates_as_for_few(
    client, program, call, django_assert_max_num_queries
):
    def count():
        with django_assert_max_num_queries(200) as queries:
            assert send(client, program).status_code == 200
        return len(queries)

    few = count()
    for number in range(3):
        round = make_round(program, name=f"Round {number}", slug=f"round-{number}")
        Call.objects.create(round=round, role=call.role, opens=timezone.now(), closes=CLOSES.replace(year=2030))
    assert count() == few
