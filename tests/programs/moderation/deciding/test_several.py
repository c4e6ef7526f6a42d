import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from programs.lifecycle import TRANSITIONS, Refused, advance_all
from programs.models import Application, Call, Decision, Letter
from programs.moderation.announcing.telling import announce
from programs.moderation.deciding.one import decide
from tests.factories import make_application, make_call, make_member, make_user

QUEUE = "/admin/mentoring/applications/"


def statuses():
    return dict(Application.objects.values_list("pk", "status"))


def address(verb, *ids, came_from=QUEUE):
    chosen = "&".join(f"id={one}" for one in ids)
    return f"/admin/bulk/programs/application/{verb}/?{chosen}&next={came_from}"


def opened(client, where):
    """The screen's page, and what it would send."""
    page = client.get(where).content.decode()
    return page, {"seen": re.search(r'name="seen" value="([^"]*)"', page)[1], "reason": "One reason for all."}


def told_in(response):
    return " ".join(" ".join(str(message).split()) for message in response.context["messages"])


@pytest.mark.parametrize("verb", Decision.Verb.values)
def test_each_decision_is_taken_on_all_that_were_shown(desk, coordinator, call, verb):
    sources = sorted(TRANSITIONS[verb].sources)
    fitting = [make_application(call, status=status) for status in sources]
    unfitting = make_application(call, status="withdrawn")
    left = make_application(call, status=sources[0])
    where = address(verb, *(row.pk for row in [*fitting, unfitting]))
    page, sent = opened(desk, where)
    assert all(row.reference in page for row in [*fitting, unfitting])
    response = desk.post(where, sent, follow=True)
    assert {statuses()[row.pk] for row in fitting} == {TRANSITIONS[verb].target}
    assert (statuses()[unfitting.pk], statuses()[left.pk]) == ("withdrawn", sources[0])
    assert {(d.application_id, d.verb, d.reason, d.by) for d in Decision.objects.all()} == {
        (row.pk, verb, "One reason for all.", coordinator) for row in fitting
    }
    assert f"{len(fitting)} application" in told_in(response)


def test_row_changed_meanwhile_is_refused_and_reported(desk, call):
    first, second = make_application(call), make_application(call)
    where = address("accept", first.pk, second.pk)
    _, sent = opened(desk, where)
    decide(Application.objects.get(pk=second.pk), "decline", by=make_user("rose"), seen="received")
    response = desk.post(where, sent, follow=True)
    assert (statuses()[first.pk], statuses()[second.pk]) == ("accepted", "declined")
    assert "1 application accepted" in told_in(response)
    assert f"{second.reference} is declined by now: rose decided" in told_in(response)


def test_all_means_the_list_with_its_filters_and_search_over_every_page(desk, call):
    other = make_call(call.round.program, "mentor")
    wanted = [make_application(call, name="Wanted") for _ in range(25)]
    kept = [make_application(call), make_application(other, name="Wanted"), make_application(call, status="declined")]
    before = statuses()
    listed = f"{QUEUE}%3Fround={call.round.pk}%26status=received%26q=wanted"
    where = address("waitlist", "all", came_from=listed)
    page, sent = opened(desk, where)
    assert all(row.reference in page for row in wanted)
    assert not any(row.reference in page for row in kept)
    desk.post(where, sent)
    assert {statuses()[row.pk] for row in wanted} == {"waitlisted"}
    assert all(statuses()[row.pk] == before[row.pk] for row in kept)


def test_all_reaches_no_other_program(desk, call):
    own, foreign = make_application(call), make_application(make_call())
    where = address("accept", "all")
    page, sent = opened(desk, where)
    assert foreign.reference not in page
    sent["seen"] += f",{foreign.pk}:received"
    desk.post(where, sent)
    assert (statuses()[own.pk], statuses()[foreign.pk]) == ("accepted", "received")
    assert not foreign.decisions.exists()


def test_all_from_elsewhere_than_the_queue_chooses_nothing(desk, call):
    make_application(call)
    assert desk.get(address("accept", "all", came_from="/admin/mentoring/rounds/")).status_code == 302


def test_newcomer_that_the_screen_did_not_show_is_left_alone(desk, call):
    make_application(call)
    where = address("decline", "all")
    _, sent = opened(desk, where)
    newcomer = make_application(call)
    desk.post(where, sent)
    assert statuses()[newcomer.pk] == "received"


def test_who_reads_one_program_and_decides_in_another_changes_only_the_other(client, call):
    user = make_member(call.round.program)
    read_only = make_application(make_call())
    make_member(read_only.program, "reader", user=user)
    own = make_application(call)
    client.force_login(user)
    where = address("accept", "all")
    page, sent = opened(client, where)
    assert "you read them but do not decide about them" in page
    sent["seen"] += f",{read_only.pk}:received"
    client.post(where, sent)
    assert (statuses()[own.pk], statuses()[read_only.pk]) == ("accepted", "received")


def test_too_long_a_reason_is_asked_again_and_kept(desk, call):
    application = make_application(call)
    where = address("accept", application.pk)
    _, sent = opened(desk, where)
    response = desk.post(where, sent | {"reason": "x" * 5001})
    assert response.status_code == 200
    assert "x" * 5001 in response.content.decode()
    assert statuses()[application.pk] == "received"


def test_withdrawing_is_no_bulk_action(desk, call):
    assert desk.get(address("withdraw", make_application(call).pk)).status_code == 404


def test_selection_is_announced_once(desk, call, coordinator):
    first, second, undecided = (make_application(call) for _ in range(3))
    for row in (first, second):
        decide(row, "accept", by=coordinator, seen="received")
    where = address("announce", first.pk, undecided.pk)
    page, sent = opened(desk, where)
    assert "Dear" in page
    assert second.reference not in page
    assert "1 decision announced." in told_in(desk.post(where, sent, follow=True))
    assert [row.letters.count() for row in (first, second, undecided)] == [1, 0, 0]
    again = desk.post(where, sent, follow=True)
    assert "passed over" in told_in(again)
    assert first.letters.count() == 1


def test_announcing_a_foreign_decision_is_refused(desk):
    foreign = make_application(make_call())
    decide(foreign, "accept", by=make_user(), seen="received")
    decision = foreign.decisions.get()
    desk.post(address("announce", foreign.pk), {"seen": f"{decision.pk}:accept"})
    assert not foreign.letters.exists()
    assert foreign.decisions.undisclosed().exists()


def test_junk_is_marked_in_one_go_and_nobody_is_written_to(desk, call):
    rows = [make_application(call, proven_at=None, suspected="trap") for _ in range(3)]
    where = address("junk", *(row.pk for row in rows))
    page, sent = opened(desk, where)
    assert "No letter goes." in page
    assert "Junk is erased after 30 days" in page
    response = desk.post(where, sent, follow=True)
    assert set(statuses().values()) == {"junk"}
    assert "3 applications marked as junk." in told_in(response)
    assert not Letter.objects.exists()
    assert not Decision.objects.exists()
    where = address("not-junk", rows[0].pk)
    response = desk.post(where, opened(desk, where)[1], follow=True)
    assert statuses()[rows[0].pk] == "received"
    assert Application.objects.get(pk=rows[0].pk).suspected == ""


def test_all_that_is_suspected_can_be_chosen_at_once(desk, call):
    rows = [make_application(call, proven_at=None, suspected="many") for _ in range(3)]
    honest = make_application(call)
    queue = "/admin/mentoring/applications/?apart=suspected"
    page, _sent = opened(desk, f"/admin/bulk/programs/application/junk/?id=all&next={quote(queue)}")
    assert all(row.reference in page for row in rows)
    assert honest.reference not in page


def test_preview_says_what_becomes_of_each_and_warns_of_places(desk, call, coordinator):
    Call.objects.update(places=1)
    rows = [make_application(call) for _ in range(2)]
    told = make_application(call)
    decide(told, "accept", by=coordinator, seen="received")
    announce(told.decisions.all(), by=coordinator)
    decide(told, "reopen", by=coordinator, seen="accepted")
    page, _sent = opened(desk, address("accept", told.pk, *(row.pk for row in rows)))
    page = " ".join(page.split())
    assert page.count("Received becomes Accepted") == 3
    assert page.count("the applicant knows that already, and no letter goes") == 1
    assert "0 accepted of 1 place; after this <strong>3 accepted of 1 place</strong>" in page
    assert "That is more than there are places." in page


def test_from_accepted_to_waitlisted_in_one_step_until_somebody_was_told(desk, call, coordinator):
    silent, told = make_application(call), make_application(call)
    for row in (silent, told):
        decide(row, "accept", by=coordinator, seen="received")
    where = address("waitlist", silent.pk, told.pk)
    page, sent = opened(desk, where)
    assert page.count("Accepted becomes Waitlisted") == 2
    announce(told.decisions.all(), by=coordinator)
    response = desk.post(where, sent, follow=True)
    assert statuses() == {silent.pk: "waitlisted", told.pk: "accepted"}
    assert f"The applicant of {told.reference} was told that it is accepted." in told_in(response)
    assert "none of the chosen" in desk.get(address("waitlist", told.pk)).content.decode().lower()


def test_what_was_decided_silently_is_taken_back_to_what_the_applicant_knows(desk, call, coordinator):
    fresh, waits, announced = (make_application(call) for _ in range(3))
    decide(waits, "waitlist", by=coordinator, seen="received")
    decide(announced, "decline", by=coordinator, seen="received")
    announce(Decision.objects.all(), by=coordinator)
    decide(fresh, "decline", by=coordinator, seen="received")
    decide(waits, "accept", by=coordinator, seen="waitlisted")
    where = address("take-back", fresh.pk, waits.pk, announced.pk)
    page = desk.get(where).content.decode()
    assert "Declined becomes Received" in page
    assert "Accepted becomes Waitlisted" in page
    sent = {"seen": re.search(r'name="seen" value="([^"]*)"', page)[1] + f",{announced.pk}:declined"}
    response = desk.post(where, sent, follow=True)
    assert statuses() == {fresh.pk: "received", waits.pk: "waitlisted", announced.pk: "declined"}
    assert not Decision.objects.undisclosed().exists()
    assert "2 decisions taken back." in told_in(response)
    assert "1 was changed or announced meanwhile" in told_in(response)


def test_deciding_many_asks_few_queries(call, coordinator):
    seen = {make_application(call).pk: "received" for _ in range(12)}
    with CaptureQueriesContext(connection) as captured:
        done, left = advance_all(seen, "accept", by=coordinator, reason="One for all.")
    assert (len(done), left) == (12, [])
    assert len(captured) <= 10
    assert ModelLogEntry.objects.filter(action="programs.accept", user=coordinator).count() == 12


def test_what_was_told_since_is_not_changed_in_one_step(call, coordinator):
    application = make_application(call)
    decide(application, "accept", by=coordinator, seen="received")
    announce(Decision.objects.all(), by=coordinator)
    with pytest.raises(Refused, match="Reopen it first"):
        decide(application, "waitlist", by=coordinator, seen="accepted")
    assert statuses()[application.pk] == "accepted"
