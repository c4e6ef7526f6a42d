"""Days and moments in Spanish order, in the zone that was meant."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from programs.offer import dates
from programs.offer.call_state import call_sentence

pytestmark = pytest.mark.django_db


def test_dates_stand_in_spanish_order_and_their_own_zone(call):
    instant = datetime(2027, 1, 30, 4, 59, tzinfo=UTC)
    assert dates.moment(instant, "America/New_York") == "Friday, January 29, 2027, 11:59 pm Eastern"
    with translation.override("es"):
        assert dates.moment(instant, "America/New_York") == (
            "viernes 29 de enero de 2027, 11:59\u00a0p.\u00a0m., hora del Este"
        )
        assert dates.moment(instant.replace(hour=14), "America/Puerto_Rico").endswith(
            ", 10:59\u00a0a.\u00a0m., hora de Puerto Rico"
        )
        assert (dates.month(instant), dates.day(instant)) == ("enero de 2027", "30 de enero de 2027")
        call.closes = instant
        for now, left in (
            (datetime(2027, 1, 28, 18, tzinfo=UTC), "queda 1 día."),
            (datetime(2027, 1, 27, 18, tzinfo=UTC), "quedan 2 días."),
        ):
            assert call_sentence(call, now=now).endswith(left)
