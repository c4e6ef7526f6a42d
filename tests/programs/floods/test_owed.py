"""What a flood causes in letters: a handful. What honest people get: theirs, soon or a little later."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.site.slowing import allowed
from programs.applying.intake import receive
from programs.floods.judging import UNPROVEN
from programs.floods.owed import LATER, REMINDERS, SOON, owed, remind_unproven, write_owed
from programs.floods.proving import prove
from programs.letters.applicants import AT_ONCE, TO_ONE
from programs.letters.delivery import deliver_due
from programs.lifecycle import advance
from programs.models import Application, Letter
from tests.factories import make_application, make_call, make_program, make_user
from tests.programs.lifecycle.racing import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def apply(db):
    """Takes in one application from the network "here"."""
    call = make_call(make_program("ALSC"))
    version = call.form.version()
    sent = iter(range(10_000))

    def apply(*, email="", network="here", suspected="", now=None):
        n = next(sent)
        named = {"opened": str(n), "name": "Sample", "email": email or f"sample{n}@example.org", "answers": {}}
        receipt = receive(call, version, **named, language="en", network=network, suspected=suspected, now=now)
        return receipt.application

    return apply


def written(kind="received"):
    return Letter.objects.filter(kind=kind).count()


def in_minutes(minutes):
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes))


def test_a_few_of_one_network_get_their_letter_at_once_and_the_rest_within_minutes(apply):
    for _ in range(20):
        apply()
    assert written() == AT_ONCE
    assert write_owed() == 0
    with in_minutes(2):
        assert write_owed() == 20 - AT_ONCE
        assert write_owed() == 0
    assert written() == 20


def test_where_nobody_knows_the_network_letters_go_at_once(apply):
    for _ in range(AT_ONCE + 2):
        apply(network="")
    assert written() == AT_ONCE + 2


def test_a_flood_gets_a_handful_of_letters_an_hour(apply):
    for _ in range(40):
        allowed("unproven", "here", most=UNPROVEN)
        apply()
    for minutes in (2, 20, 40):
        with in_minutes(minutes):
            write_owed()
    assert written() == AT_ONCE + LATER
    with in_minutes(90):
        write_owed()
    assert written() > AT_ONCE + LATER


def test_people_who_prove_their_addresses_make_a_network_trusted(apply):
    sent = []
    for _ in range(40):
        allowed("unproven", "here", most=UNPROVEN)
        sent.append(apply())
    for application in sent[:15]:
        prove(application)
    with in_minutes(2):
        assert write_owed() == SOON


def test_sending_everything_twice_causes_no_more_letters(apply):
    for n in range(20):
        apply(email=f"sample{n}@example.org")
    for n in range(20):
        apply(email=f"sample{n}@example.org", suspected="fast" if n % 2 else "trap")
    assert Letter.objects.count() == AT_ONCE


def test_the_owner_of_a_proven_address_is_told_of_a_second_application(apply):
    prove(apply(email="known@example.org"))
    for n in range(AT_ONCE):
        apply(email=f"sample{n}@example.org")
    apply(email="known@example.org", suspected="trap")
    assert written("again") == 1


def test_what_only_machines_send_gets_no_letter_until_a_person_has_looked(apply):
    application = apply(suspected="trap fast")
    with in_minutes(600):
        write_owed()
        assert written() == 0
        advance(application, "not-junk", by=make_user(), seen="received")
        assert write_owed() == 1
    assert Letter.objects.get().correspondent == application.correspondent
    assert Application.objects.get().suspected == ""


def test_what_is_junk_gets_none_even_if_it_was_written_before(apply):
    application = apply()
    held_back = apply(suspected="trap")
    for row in (application, held_back):
        advance(row, "junk", by=make_user(), seen="received")
    with in_minutes(5):
        assert write_owed() == 0
        counts = deliver_due()
    assert (counts.sent, counts.held) == (0, 1)


def test_variants_of_one_address_are_one_mailbox(apply):
    for n in range(TO_ONE + 4):
        apply(email=f"Victim+{n}@example.org", network="")
    assert written() == TO_ONE
    apply(email="somebody@example.org", network="")
    assert written() == TO_ONE + 1


def test_what_one_mailbox_did_not_get_today_it_gets_tomorrow(apply):
    for n in range(TO_ONE + 1):
        apply(email=f"victim+{n}@example.org", network="")
    with in_minutes(2):
        assert write_owed() == 0
    with in_minutes(60 * 24 + 5):
        assert write_owed() == 1


def test_those_who_proved_or_withdrew_are_owed_nothing(apply):
    application = apply(suspected="many")
    with in_minutes(2):
        Letter.objects.all().delete()
        assert list(owed()) == [application]
        prove(application)
        assert list(owed()) == []


def test_one_network_does_not_keep_another_ones_letters(apply):
    for _ in range(60):
        apply(suspected="many")
    other = [apply(network="there") for _ in range(AT_ONCE + 3)]
    with in_minutes(2):
        write_owed()
    assert all(row.letters.filter(kind="received").count() == 1 for row in other)


def sent_yesterday():
    Letter.objects.filter(kind="received").update(sent_at=timezone.now() - timedelta(hours=21))


def test_who_has_not_opened_the_link_is_reminded_once(apply):
    application, proven = apply(), apply()
    assert remind_unproven() == 0
    sent_yesterday()
    prove(proven)
    assert remind_unproven() == 1
    assert remind_unproven() == 0
    letter = Letter.objects.get(kind="prove")
    assert letter.correspondent == application.correspondent
    assert application.reference in letter.subject


def test_reminders_to_one_network_and_one_mailbox_are_few(apply):
    for n in range(4):
        apply(email=f"victim+{n}@example.org", network="")
    for _ in range(REMINDERS + 3):
        make_letter_of(apply())
    sent_yesterday()
    remind_unproven()
    assert written("prove") == 1 + REMINDERS


def make_letter_of(application):
    if not application.letters.exists():
        Letter.objects.create(
            kind="received",
            correspondent=application.correspondent,
            about=application.about,
            to=application.email,
            language="en",
            due_at=timezone.now(),
        )


def test_who_proved_the_address_meanwhile_gets_no_reminder(apply):
    application = apply()
    sent_yesterday()
    remind_unproven()
    prove(application)
    assert deliver_due().held == 1


def test_nobody_is_reminded_of_junk(apply):
    application = apply()
    sent_yesterday()
    advance(application, "junk", by=make_user(), seen="received")
    assert remind_unproven() == 0


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(3))
def test_of_two_ticks_at_once_one_writes_each_letter(time):
    call = make_call(make_program("RACE"))
    before = timezone.now() - timedelta(minutes=5)
    for _ in range(6):
        make_application(call, proven_at=None, network="here", submitted_at=before)
    results = at_once(*[write_owed] * 4)
    assert not [result for result in results if isinstance(result, Exception)], results
    assert written() == 6


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_thirty_counts_at_once_let_through_as_many_as_allowed():
    results = at_once(*[lambda: allowed("something", "here", most=7)] * 30)
    assert results.count(True) == 7
