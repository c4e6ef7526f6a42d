import pytest
from wagtail.log_actions import registry

from programs.lifecycle import TRANSITIONS, Refused, advance, verbs_from
from programs.models import Application, Decision
from programs.moderation.announcing.telling import announce
from tests.factories import make_application, make_user

from .racing import at_once

Status = Application.Status
EVERY_STEP = [(status, verb) for status in Status for verb in TRANSITIONS]


def status_of(application):
    return Application.objects.get(pk=application.pk).status


@pytest.fixture
def by(db):
    return make_user()


@pytest.mark.parametrize(("status", "verb"), EVERY_STEP)
def test_each_verb_from_each_state_leads_where_the_table_says_or_changes_nothing(by, status, verb):
    application = make_application(status=status)
    if status in TRANSITIONS[verb].sources:
        advance(application, verb, by=by, seen=status, reason="Because.")
        assert status_of(application) == TRANSITIONS[verb].target
        assert registry.get_logs_for_instance(application).get().action == f"programs.{verb}"
        assert list(Decision.objects.values_list("verb", flat=True)) == [verb] * (verb in Decision.Verb.values)
    else:
        with pytest.raises(Refused):
            advance(application, verb, by=by, seen=status)
        assert status_of(application) == status
        assert not Decision.objects.exists()
        assert not registry.get_logs_for_instance(application).exists()


@pytest.mark.parametrize("status", Status)
def test_offered_verbs_are_those_that_are_not_refused(by, status):
    assert set(verbs_from(status)) == {verb for verb, step in TRANSITIONS.items() if status in step.sources}


def test_every_state_but_the_first_is_reached_by_some_verb():
    assert {step.target for step in TRANSITIONS.values()} == set(Status)


def test_nothing_leads_out_of_withdrawn():
    assert verbs_from(Status.WITHDRAWN) == []


def test_decision_keeps_verb_reason_and_person(by):
    application = make_application()
    advance(application, "accept", by=by, seen="received", reason="A mentor nearby.")
    decision = application.decisions.get()
    assert (decision.verb, decision.reason, decision.by) == ("accept", "A mentor nearby.", by)


def test_reason_of_a_withdrawal_is_kept_in_the_log(by):
    application = make_application()
    advance(application, "withdraw", by=by, seen="received", reason="Asked us by telephone.")
    entry = registry.get_logs_for_instance(application).get()
    assert (entry.user, entry.data["reason"]) == (by, "Asked us by telephone.")


def test_stale_screen_is_refused_and_told_who_did_what(db):
    rose, application = make_user("rose"), make_application()
    advance(Application.objects.get(pk=application.pk), "waitlist", by=rose, seen="received")
    with pytest.raises(Refused, match=r"waitlisted by now: rose decided"):
        advance(application, "decline", by=make_user(), seen="received")
    assert status_of(application) == "waitlisted"
    assert application.decisions.get().verb == "waitlist"


def test_decision_is_silent_until_announced(by):
    application = make_application()
    advance(application, "decline", by=by, seen="received")
    assert application.disclosed_status == "received"
    announce(application.decisions.all(), by=by)
    assert application.disclosed_status == "declined"


def test_undoing_a_silent_decision_leaves_nothing_to_announce(by):
    application = make_application()
    advance(application, "accept", by=by, seen="received")
    advance(application, "reopen", by=by, seen="accepted")
    assert status_of(application) == "received"
    assert not application.decisions.undisclosed().exists()
    assert announce(application.decisions.all(), by=by) == []


def test_reopening_what_was_announced_is_told(by):
    application = make_application()
    advance(application, "decline", by=by, seen="received")
    announce(application.decisions.all(), by=by)
    advance(application, "reopen", by=by, seen="declined")
    assert [letter.kind for letter in announce(application.decisions.all(), by=by)] == ["reopen"]
    assert application.disclosed_status == "received"


def test_later_decision_replaces_a_silent_one(by):
    application = make_application()
    advance(application, "waitlist", by=by, seen="received")
    advance(application, "accept", by=by, seen="waitlisted")
    assert [decision.verb for decision in application.decisions.undisclosed()] == ["accept"]


def test_withdrawing_drops_a_silent_decision(by):
    application = make_application()
    advance(application, "accept", by=by, seen="received")
    advance(application, "withdraw", by=None, seen="accepted")
    assert not application.decisions.undisclosed().exists()
    assert application.disclosed_status == "withdrawn"


def test_junk_writes_no_letter_frees_the_place_and_looks_received_to_its_sender(by):
    application = make_application()
    advance(application, "junk", by=by, seen="received")
    application = Application.objects.get()
    assert application.junked_at
    assert application.disclosed_status == "received"
    assert not Application.objects.counted().exists()
    assert not application.letters.exists()
    again = make_application(application.call, email=application.email)
    assert again.correspondent == application.correspondent


def test_junk_whose_address_has_applied_again_stays_junk_and_says_why(by):
    application = make_application()
    advance(application, "junk", by=by, seen="received")
    make_application(application.call, email=application.email)
    with pytest.raises(Refused, match="stays junk: the same address has sent another application"):
        advance(application, "not-junk", by=by, seen="junk")
    assert status_of(application) == "junk"


def test_what_is_no_junk_is_suspected_no_more(by):
    application = make_application(suspected="fast many", network="here", proven_at=None)
    advance(application, "junk", by=by, seen="received")
    advance(application, "not-junk", by=by, seen="junk")
    application = Application.objects.get()
    assert (application.status, application.suspected, application.network) == ("received", "", "")
    assert (application.junked_at, application.proven_at) == (None, None)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(5))
def test_of_two_deciders_at_once_exactly_one_wins(time):
    application, rose, max_ = make_application(), make_user(), make_user()

    def decider(verb, user):
        return lambda: advance(Application.objects.get(pk=application.pk), verb, by=user, seen="received")

    results = at_once(decider("accept", rose), decider("decline", max_))
    refused = [result for result in results if isinstance(result, Refused)]
    won = [result for result in results if isinstance(result, Application)]
    assert (len(refused), len(won)) == (1, 1), results
    decision = application.decisions.get()
    assert TRANSITIONS[decision.verb].target == status_of(application) == won[0].status
    assert str(decision.by) in str(refused[0])


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(5))
def test_of_two_announcing_at_once_each_letter_is_written_once(time):
    user = make_user()
    applications = [make_application() for _ in range(4)]
    for application in applications:
        advance(application, "accept", by=user, seen="received")
    every = Decision.objects.all()
    results = at_once(lambda: announce(every.all(), by=user), lambda: announce(every.all(), by=user))
    assert sum(len(letters) for letters in results) == 4, results
    assert [application.letters.count() for application in applications] == [1, 1, 1, 1]
