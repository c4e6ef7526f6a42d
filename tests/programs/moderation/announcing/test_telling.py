import re

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.log_actions import registry

from programs.lifecycle import advance_all
from programs.models import Decision, Letter
from programs.moderation.announcing.telling import announce
from programs.moderation.deciding.one import decide
from tests.factories import make_application, make_call, make_round, make_user

ANNOUNCE = "/admin/mentoring/announce/"


@pytest.fixture
def decided(call, coordinator):
    """Two accepted, one declined, none of them told; a fourth is not decided."""
    rows = [make_application(call) for _ in range(4)]
    for row, verb in zip(rows, ("accept", "accept", "decline"), strict=False):
        decide(row, verb, by=coordinator, seen="received")
    return rows


def screen(client, round):
    page = client.get(f"{ANNOUNCE}{round.pk}/").content.decode()
    found = re.search(r'name="seen" value="([^"]*)"', page)
    return " ".join(page.split()), {"seen": found and found[1]}


def messages_of(response):
    return " ".join(" ".join(str(message).split()) for message in response.context["messages"])


def test_each_decision_becomes_one_letter(decided, coordinator):
    letters = announce(Decision.objects.all(), by=coordinator)
    assert sorted((letter.row.pk, letter.kind) for letter in letters) == [
        (decided[0].pk, "accept"),
        (decided[1].pk, "accept"),
        (decided[2].pk, "decline"),
    ]
    assert {letter.decision.application for letter in letters} == set(decided[:3])
    assert [decided[2].disclosed_status, decided[3].disclosed_status] == ["declined", "received"]
    assert not mail.outbox  # letters are rows; sending is the tick's work
    entry = registry.get_logs_for_instance(decided[0]).get(action="programs.announce")
    assert entry.user == coordinator


def test_decisions_are_locked_in_the_order_of_their_applications(call, coordinator):
    """As bulk decisions lock them, so that announcing while somebody reopens never ends in a deadlock."""
    rows = [make_application(call) for _ in range(3)]
    for row in reversed(rows):
        decide(row, "accept", by=coordinator, seen="received")
    letters = announce(Decision.objects.order_by("pk"), by=coordinator)
    assert [letter.row.pk for letter in letters] == [row.pk for row in rows]


def test_announcing_twice_writes_nothing_twice(decided, coordinator):
    announce(Decision.objects.all(), by=coordinator)
    assert announce(Decision.objects.all(), by=coordinator) == []
    assert Letter.objects.count() == 3


def test_failing_letter_discloses_nothing(decided, coordinator, monkeypatch):
    monkeypatch.setattr("programs.moderation.announcing.telling.write_all", lambda pairs: [Letter() for _ in pairs][1:])
    with pytest.raises(ValueError, match="shorter"):
        announce(Decision.objects.all(), by=coordinator)
    assert Decision.objects.undisclosed().count() == 3


def test_rounds_with_something_to_announce_are_listed(desk, call, decided):
    quiet = make_round(call.round.program, name="Quiet round")
    make_application(make_call(call.round.program, round=quiet))
    foreign = make_application(make_call())
    decide(foreign, "accept", by=make_user(), seen="received")
    page = desk.get(ANNOUNCE).content.decode()
    assert str(call.round) in page
    assert "Quiet round" not in page
    assert str(foreign.call.round) not in page
    assert re.search(r"<td[^>]*>\s*3\s*</td>", page)


def test_screen_shows_numbers_samples_and_who_is_undecided(desk, call, decided):
    page, _ = screen(desk, call.round)
    assert "Accept: <strong>2</strong>" in page
    assert "Decline: <strong>1</strong>" in page
    assert "1 application is still undecided." in page
    assert page.count("Dear Sample Applicant") == 3
    assert page.count('name="hold"') == 3
    assert "2 accepted" in page


def test_what_is_ticked_is_held_back_and_nobody_is_told(desk, call, decided):
    _, sent = screen(desk, call.round)
    held = decided[0].decisions.get()
    response = desk.post(f"{ANNOUNCE}{call.round.pk}/", sent | {"hold": [held.pk, "nonsense"]}, follow=True)
    assert "2 decisions announced." in messages_of(response)
    assert "1 decision was held back." in messages_of(response)
    assert not decided[0].letters.exists()
    assert decided[0].decisions.undisclosed().exists()


def test_announcing_many_asks_few_queries(call, coordinator):
    seen = {make_application(call).pk: "received" for _ in range(12)}
    advance_all(seen, "accept", by=coordinator)
    with CaptureQueriesContext(connection) as captured:
        announce(Decision.objects.all(), by=coordinator)
    assert len(captured) <= 11
    assert Letter.objects.count() == 12


def test_pressing_the_button_announces_what_was_shown(desk, call, decided):
    _, sent = screen(desk, call.round)
    response = desk.post(f"{ANNOUNCE}{call.round.pk}/", sent, follow=True)
    assert "3 decisions announced." in messages_of(response)
    assert Letter.objects.count() == 3


def test_decision_made_since_is_not_announced_silently(desk, call, decided, coordinator):
    _, sent = screen(desk, call.round)
    decide(decided[3], "decline", by=coordinator, seen="received")
    response = desk.post(f"{ANNOUNCE}{call.round.pk}/", sent, follow=True)
    assert "1 decision was made since you looked" in messages_of(response)
    assert not decided[3].letters.exists()
    assert decided[3].decisions.undisclosed().exists()


def test_decision_changed_since_is_passed_over(desk, call, decided, coordinator):
    _, sent = screen(desk, call.round)
    decide(decided[0], "reopen", by=coordinator, seen="accepted")
    decide(decided[0], "decline", by=coordinator, seen="received")
    response = desk.post(f"{ANNOUNCE}{call.round.pk}/", sent, follow=True)
    assert "2 decisions announced." in messages_of(response)
    assert "1 was changed or announced by somebody else" in messages_of(response)
    assert decided[0].disclosed_status == "received"


def test_second_press_writes_nothing_more(desk, call, decided):
    _, sent = screen(desk, call.round)
    for _ in range(2):
        desk.post(f"{ANNOUNCE}{call.round.pk}/", sent)
    assert Letter.objects.count() == 3


@pytest.mark.parametrize("seen", ["", "x", "1:nonsense", "9" * 30 + ":accept", None])
def test_unclear_screen_announces_nothing(desk, call, decided, seen):
    sent = {} if seen is None else {"seen": seen}
    assert desk.post(f"{ANNOUNCE}{call.round.pk}/", sent).status_code in {200, 302}
    assert not Letter.objects.exists()


def test_decisions_of_another_round_cannot_be_slipped_in(desk, call, decided, coordinator):
    elsewhere = make_application(make_call())
    decide(elsewhere, "accept", by=make_user(), seen="received")
    _, sent = screen(desk, call.round)
    sent["seen"] += f",{elsewhere.decisions.get().pk}:accept"
    desk.post(f"{ANNOUNCE}{call.round.pk}/", sent)
    assert not elsewhere.letters.exists()


def test_round_with_nothing_to_announce_offers_no_button(desk, call):
    page, sent = screen(desk, call.round)
    assert "There is nothing to announce" in page
    assert sent["seen"] is None
