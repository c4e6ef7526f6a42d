import pytest
from wagtail.log_actions import registry

from programs.lifecycle import Refused, advance
from programs.models import Application
from programs.moderation.deciding.one import decide
from programs.moderation.today.needs import needs_committee
from programs.moderation.waitlist.turns import move, waiting_list, with_turn
from tests.factories import make_application, make_call, make_member, make_user
from tests.programs.lifecycle.racing import at_once

pytestmark = pytest.mark.django_db


def waitlisted(call, by, *names):
    rows = [make_application(call, name=name) for name in names]
    return [decide(row, "waitlist", by=by, seen="received") for row in rows]


def names(call):
    return [row.name for row in waiting_list(call)]


@pytest.fixture
def three(call, coordinator):
    return waitlisted(call, coordinator, "Ann", "Ben", "Cid")


def keys(rows):
    return [row.pk for row in rows]


def address(call):
    return f"/admin/mentoring/waiting-list/{call.pk}/"


def posted(desk, rows, call, move):
    return desk.post(address(call), {"seen": ",".join(map(str, keys(rows))), "move": move})


def test_they_wait_by_when_they_applied_until_somebody_moves_one(three, call, coordinator):
    assert names(call) == ["Ann", "Ben", "Cid"]
    move(call, three[2].pk, "first", by=coordinator, seen=keys(three))
    assert names(call) == ["Cid", "Ann", "Ben"]
    assert list(waiting_list(call).values_list("rank", flat=True)) == [1, 2, 3]
    entry = registry.get_logs_for_instance(three[2]).get(action="programs.rank")
    assert (entry.user, entry.data) == (coordinator, {"from": 3, "to": 1})


def test_who_comes_onto_the_list_later_stands_last_and_who_comes_back_where_they_stood(three, call, coordinator):
    move(call, three[0].pk, "last", by=coordinator, seen=keys(three))
    waitlisted(call, coordinator, "Dot")
    assert names(call) == ["Ben", "Cid", "Ann", "Dot"]
    advance(three[1], "accept", by=coordinator, seen="waitlisted")
    assert names(call) == ["Cid", "Ann", "Dot"]
    advance(three[1], "waitlist", by=coordinator, seen="accepted")
    assert names(call) == ["Ben", "Cid", "Ann", "Dot"]


def test_the_place_of_each_is_marked_and_other_calls_do_not_count(three, call, coordinator):
    waitlisted(make_call(call.round.program), coordinator, "Zoe")
    make_application(call, name="Eve")
    move(call, three[1].pk, "up", by=coordinator, seen=keys(three))
    turns = dict(with_turn(Application.objects.all()).values_list("name", "turn"))
    assert turns == {"Ben": 1, "Ann": 2, "Cid": 3, "Zoe": 1, "Eve": None}


def test_who_saw_another_list_is_refused_and_shown_the_list_as_it_is(three, call, coordinator, desk):
    move(call, three[2].pk, "first", by=coordinator, seen=keys(three))
    answer = posted(desk, three, call, f"up:{three[1].pk}")
    assert answer.status_code == 409
    assert "has changed since you looked" in answer.content.decode()
    assert answer.context["seen"] == ",".join(str(three[n].pk) for n in (2, 0, 1))
    assert names(call) == ["Cid", "Ann", "Ben"]


@pytest.mark.parametrize("move", ["", "up", "up:", "sideways:{0}", "up:999999", "up:x"])
def test_what_is_no_move_is_told_and_moves_nothing(three, call, desk, move):
    answer = posted(desk, three, call, move.format(three[1].pk))
    assert answer.status_code == 400
    assert names(call) == ["Ann", "Ben", "Cid"]


def test_buttons_move_and_the_queue_and_the_application_say_the_place(three, call, desk):
    answer = posted(desk, three, call, f"down:{three[0].pk}")
    assert answer.url == f"{address(call)}#waits-{three[0].pk}"
    assert names(call) == ["Ben", "Ann", "Cid"]
    for screen in ("", f"{three[1].pk}/", f"{three[1].pk}/accept/"):
        page = desk.get(f"/admin/mentoring/applications/{screen}").content.decode()
        assert "Place 1 on the waiting list" in page
    assert "Who waits next" in page


def given_back(user):
    return {sentence: address for sentence, address in needs_committee(user) if "waits next" in sentence}


@pytest.mark.parametrize("verb", ["withdraw", "reopen"])
def test_a_place_given_back_is_told_with_who_waits_next(three, call, coordinator, verb):
    type(call).objects.filter(pk=call.pk).update(places=1)
    assert not given_back(coordinator)
    accepted = decide(make_application(call), "accept", by=coordinator, seen="received")
    assert not given_back(coordinator)
    advance(accepted, verb, by=None, seen="accepted")
    ((sentence, where),) = given_back(coordinator).items()
    assert sentence.endswith("1 place was given back. Ann waits next.")
    assert where == address(call)
    assert not given_back(make_member(call.round.program, "reader", user=make_user("reads")))
    advance(three[0], "accept", by=coordinator, seen="waitlisted")
    assert not given_back(coordinator)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(3))
def test_of_two_who_move_at_once_one_is_refused(time):
    call, by = make_call(), make_user()
    seen = keys(waitlisted(call, by, "Ann", "Ben", "Cid"))
    results = at_once(
        lambda: move(call, seen[2], "first", by=by, seen=seen), lambda: move(call, seen[0], "last", by=by, seen=seen)
    )
    assert sorted(type(result) for result in results if result) == [Refused], results
    assert names(call) in (["Cid", "Ann", "Ben"], ["Ben", "Cid", "Ann"])
