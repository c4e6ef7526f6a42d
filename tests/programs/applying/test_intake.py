"""Twenty identical posts at once make one application."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from programs.applying import intake
from programs.models import Application, FoundBy, Letter, Receipt
from tests.factories import make_call, make_program

SENT = {"name": "Sample", "email": "sample@example.org", "language": "en"}


def receive(call, version, **other):
    sent = {
        "opened": "one form",
        "name": "Sample",
        "email": "sample@example.org",
        "answers": {},
        "language": "en",
    } | other
    try:
        return intake.receive(call, version, **sent)
    finally:
        connection.close()


def at_once(function, times):
    with ThreadPoolExecutor(times) as pool:
        return [future.result() for future in [pool.submit(function, n) for n in range(times)]]


@pytest.mark.django_db(transaction=True)
def test_twenty_identical_posts_at_once_make_one_application_and_one_reference():
    call = make_call(make_program("RACE"))
    version = call.form.version()
    receipts = at_once(lambda _: receive(call, version), 20)
    assert len({receipt.reference for receipt in receipts}) == 1
    assert Application.objects.count() == Receipt.objects.count() == Letter.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_forms_of_one_address_at_once_make_one_application_and_two_receipts():
    call = make_call(make_program("RACE"))
    version = call.form.version()
    receipts = at_once(lambda n: receive(call, version, opened=f"form {n}"), 2)
    assert len({receipt.reference for receipt in receipts}) == 2
    assert Application.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_addresses_that_nobody_has_proven_take_no_place():
    call = make_call(make_program("RACE"), limit=3)
    version = call.form.version()

    def apply(n):
        return receive(call, version, opened=str(n), email=f"sample{n}@example.org")

    assert len(at_once(apply, 10)) == 10
    Application.objects.filter(pk__in=Application.objects.values("pk")[:3]).update(proven_at=timezone.now())
    with pytest.raises(intake.Full):
        apply(11)


@pytest.mark.django_db
def test_a_reference_that_is_taken_is_drawn_again(monkeypatch):
    call = make_call(make_program("ALSC"))
    version = call.form.version()
    drawn = iter(["ALSC-26-AAAA", "ALSC-26-AAAA", "ALSC-26-CCCC"])
    monkeypatch.setattr(intake, "new_reference", lambda round, now: next(drawn))
    first = intake.receive(call, version, opened="1", name="A", email="a@example.org", answers={}, language="en")
    second = intake.receive(call, version, opened="2", name="B", email="b@example.org", answers={}, language="en")
    assert [first.reference, second.reference] == ["ALSC-26-AAAA", "ALSC-26-CCCC"]


@pytest.mark.django_db
def test_nothing_is_stored_when_the_letter_cannot_be_written(monkeypatch):
    call = make_call(make_program("ALSC"))

    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(intake, "greet", broken)
    with pytest.raises(RuntimeError):
        intake.receive(
            call,
            call.form.version(),
            opened="1",
            name="A",
            email="a@example.org",
            answers={},
            language="en",
            now=timezone.now(),
        )
    assert not Application.objects.exists()
    assert not Receipt.objects.exists()


def words(application):
    return set(FoundBy.objects.get(application=application).reader.split())


def test_what_is_taken_in_is_found_by_its_words_as_they_are_now(db):
    call = make_call(make_program("RACE"))
    first = intake.receive(call, call.form.version(), **SENT, answers={"work": "Old Library"}, opened="one")
    assert {"sample", "old"} <= words(first.application)
    own = [first.application_id]
    intake.receive(call, call.form.version(), **SENT, answers={"work": "New Library"}, opened="two", own=own)
    assert "new" in words(first.application)
    assert "old" not in words(first.application)
    again = intake.receive(call, call.form.version(), **SENT, answers={"work": "Third Library"}, opened="three")
    assert again.reference.rpartition("-")[2].lower() in words(first.application)
    assert "third" not in words(first.application)
