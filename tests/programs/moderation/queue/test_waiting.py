from datetime import UTC, date, datetime, timedelta

import pytest

from programs.models import Application
from programs.moderation.announcing.telling import announce
from programs.moderation.deciding.one import decide
from programs.moderation.queue.waiting import days_overdue, days_waiting, overdue_words, summary, with_silence
from tests.factories import make_application, make_call, make_round, make_user

pytestmark = pytest.mark.django_db

NOON = datetime(2027, 2, 26, 17, tzinfo=UTC)


def test_days_are_counted_by_the_programs_calendar(call):
    application = make_application(
        call, submitted_at=datetime(2027, 2, 25, 4, 30, tzinfo=UTC)
    )  # 11:30 pm the day before
    assert days_waiting(application, NOON) == 2


@pytest.mark.parametrize(
    ("promised", "days"), [(date(2027, 2, 26), 0), (date(2027, 2, 25), 1), (date(2027, 3, 9), 0), (None, 0)]
)
def test_promise_is_kept_until_the_end_of_its_day(promised, days):
    assert days_overdue(promised, "America/New_York", NOON) == days


def test_promise_ends_at_midnight_where_the_program_is():
    just_after_midnight_utc = datetime(2027, 2, 27, 3, tzinfo=UTC)
    assert days_overdue(date(2027, 2, 26), "America/New_York", just_after_midnight_utc) == 0
    assert days_overdue(date(2027, 2, 26), "UTC", just_after_midnight_utc) == 1


def test_decided_applicant_waits_until_told(call):
    call.round.decisions_by -= timedelta(days=12)
    call.round.save()
    application, by = make_application(call), make_user()

    def words():
        return overdue_words(with_silence(Application.objects.with_program()).get(pk=application.pk))

    assert words() == "Overdue by 3 days"
    decide(application, "decline", by=by, seen="received")
    assert words() == "Overdue by 3 days"
    announce(application.decisions.all(), by=by)
    assert words() == ""


def test_summary_counts_what_waits_in_three_queries(call, django_assert_num_queries):
    late = make_call(call.round.program, round=make_round(call.round.program, decisions_by=date(2020, 1, 1)))
    by = make_user()
    for place in (call, call, late):
        make_application(place)
    decide(make_application(late), "accept", by=by, seen="received")
    told = make_application(late)
    decide(told, "accept", by=by, seen="received")
    announce(told.decisions.all(), by=by)
    make_application(call, status="withdrawn")
    with django_assert_num_queries(3):
        total = summary(Application.objects.all())
    assert (total.waiting, total.silent, total.overdue) == (3, 1, 2)
    assert total.next_promised == call.round.decisions_by
