"""What the script is told while somebody types: staff only, in their language, and never a fault."""

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.factories import make_member, make_program

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/date-as-typed/"


@pytest.fixture
def member(client):
    member = make_member(make_program("ALSC"))
    client.force_login(member)
    return member


def told(client, **query):
    answer = client.get(ADDRESS, query)
    assert answer.status_code == 200
    return answer.json()


def test_the_words_are_those_of_the_clock_that_was_asked_for(client, member):
    asked = {"kind": "moment", "ends": "1", "zone": "America/New_York", "text": "12/18/2027"}
    assert told(client, **asked) == {
        "said": "Saturday, December 18, 2027, 11:59 pm Eastern",
        "iso": "2027-12-18T23:59:00",
    }
    assert told(client, kind="day", text="2027-02-30") == {"wrong": "February 2027 has no day 30."}
    assert told(client, kind="time", text="noon")["said"] == "12:00 pm"
    assert told(client, kind="day", text="  ") == {"said": ""}


def test_the_words_are_in_the_persons_language(client, member):
    UserProfile.objects.create(user=member, preferred_language="es")
    assert told(client, kind="day", text="12/18/2027")["said"] == "Sábado 18 de diciembre de 2027"
    assert "wrong" in told(client, kind="day", text="5/1/2028")


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"kind": "nonsense", "text": "2027-12-18"},
        {"kind": "moment", "zone": "../../etc/passwd", "text": "2027-12-18"},
        {"kind": "moment", "zone": "\x00", "text": "\x00"},
        {"kind": "moment", "text": "1" * 9000},
        {"kind": "time", "text": "٢٣:٥٩"},
        {"kind": "moment", "zone": "Pacific/Kiritimati", "text": "2199-12-31 23:59-12:00"},
    ],
)
def test_nothing_that_is_asked_is_a_fault(client, member, query):
    assert {"said", "wrong"} & told(client, **query).keys()


def test_it_answers_staff_only_and_only_asks(client):
    assert client.get(ADDRESS, {"text": "2027-12-18"}).status_code == 302
    client.force_login(make_member(make_program("ALSC")))
    assert client.post(ADDRESS, {"text": "2027-12-18"}).status_code == 405
    assert reverse("portal_dates:said") == ADDRESS
