"""The applicant's own dates as a calendar file."""

from datetime import date

import icalendar
import pytest

from . import page, tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def dated(application):
    type(application.call.round).objects.update(starts="2027-04-01", ends="2027-12-01")
    application.call.round.refresh_from_db()
    return application


def events(client, application):
    answer = client.get(f"/status/{application.reference}/dates.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    found = icalendar.Calendar.from_ical(answer.content)
    return {str(event["uid"]).partition("@")[0].rpartition("-")[2]: event for event in found.walk("VEVENT")}


def test_it_holds_what_the_applicant_has_to_expect(opened, dated):
    found = events(opened, dated)
    assert set(found) == {"closes", "decisions", "starts", "ends"}
    assert found["decisions"]["dtstart"].dt == date(2027, 3, 5)
    assert "ALSC Mentoring Program" in found["starts"]["summary"]
    assert "dates.ics" in page(opened, dated)


def test_whoever_is_accepted_waits_for_no_decision(opened, dated):
    tell(dated, "accept")
    assert set(events(opened, dated)) == {"starts", "ends"}


@pytest.mark.parametrize("verb", ["decline", "withdraw"])
def test_whoever_takes_no_part_has_no_dates(opened, dated, verb):
    tell(dated, verb)
    assert events(opened, dated) == {}
    assert "dates.ics" not in page(opened, dated)
