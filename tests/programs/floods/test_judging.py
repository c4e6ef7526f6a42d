"""What may be junk, what may not, and what a flood of it does to honest people of the same network."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from portal.site.slowing import key_of
from programs.floods import judging
from programs.floods.judging import MOST_HELD, UNPROVEN, judge, suspicions
from programs.models.applying.application import STRONG, SUSPICIONS
from tests.factories import make_call, make_program

NOON = datetime(2027, 1, 5, 12, tzinfo=UTC)
HONEST = {"name": ["Ana"], "q-goals": ["Storytime, see https://example.org/me"], "homepage": [""]}


def judged(data=HONEST, *, minutes=10, many=False):
    return suspicions(data, opened_at=NOON, sent_at=NOON + timedelta(minutes=minutes), many=many)


def test_an_honest_application_raises_no_suspicion():
    assert judged() == []
    assert judged(minutes=60 * 24 * 7) == []
    assert judged({}) == []


@pytest.mark.parametrize(
    ("data", "minutes", "many", "reason"),
    [
        (HONEST | {"homepage": ["https://example.net"]}, 10, False, "trap"),
        (HONEST | {"q-goals": ["see http://a.example www.b.example " * 4]}, 10, False, "links"),
        (HONEST, 0.05, False, "fast"),
        (HONEST, 60 * 24 * 130, False, "old"),
        (HONEST, 10, True, "many"),
    ],
)
def test_each_thing_that_machines_do_is_a_reason(data, minutes, many, reason):
    assert judged(data, minutes=minutes, many=many) == [reason]
    assert reason in SUSPICIONS


def test_a_field_of_spaces_is_no_trap_and_links_in_the_trap_are_no_answers():
    assert judged(HONEST | {"homepage": ["  "]}) == []
    assert judged(HONEST | {"homepage": ["www. " * 20]}) == ["trap"]


def test_every_strong_reason_can_be_said():
    assert set(SUSPICIONS) >= STRONG


@pytest.fixture
def send(db):
    """Sends one application and gives its judgement."""
    call = make_call(make_program("ALSC"))
    sent = iter(range(10_000))

    def send(*, email="", address="192.0.2.7", data=HONEST, minutes=10):
        n = next(sent)
        request = RequestFactory().post("/", REMOTE_ADDR=address)
        opened_at = timezone.now() - timedelta(minutes=minutes)
        return judge(request, call, data=data, email=email or f"sample{n}@example.org", opened_at=opened_at)

    return send


def test_twenty_people_behind_one_address_are_suspected_of_nothing(send):
    assert [send().suspected for _ in range(20)] == [""] * 20


def test_variants_of_one_address_count_as_one(send):
    told = [send(email=f"Victim+{n}@example.org").suspected for n in range(4)]
    assert told == ["", "", "address", "address"]
    assert send(email="another@example.org").suspected == ""
    assert [send(email="again@example.org").suspected for _ in range(5)] == [""] * 5


def test_what_only_machines_send_is_asked_to_wait_and_takes_nothing_from_honest_people(send):
    junk = [send(data=HONEST | {"homepage": ["spam"]}) for _ in range(MOST_HELD + 5)]
    assert [told.wait > 0 for told in junk] == [False] * MOST_HELD + [True] * 5
    assert all(0 < told.wait <= 3600 for told in junk[-5:])
    assert [send(address="192.0.2.99").suspected for _ in range(20)] == [""] * 20


def test_a_flood_that_looks_honest_is_held_and_not_refused(send):
    told = [send() for _ in range(UNPROVEN + 3)]
    assert [each.suspected for each in told] == [""] * UNPROVEN + ["many"] * 3
    assert not any(each.wait for each in told)
    assert send(address="198.51.100.1").suspected == ""


def test_even_so_there_is_an_end(send, monkeypatch):
    monkeypatch.setattr(judging, "MOST_SENT", 2)
    told = [send() for _ in range(UNPROVEN + 3)]
    assert [each.wait > 0 for each in told[-3:]] == [False, False, True]


def test_the_network_is_kept_as_a_keyed_hash(send):
    told = send()
    assert told.network == key_of("network", "192.0.2.0/24") == send(address="192.0.2.200").network
    assert told.marks == {"network": told.network, "suspected": ""}
