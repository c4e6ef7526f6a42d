import pytest
from wagtail.log_actions import registry

from programs.lifecycle import TRANSITIONS, Refused
from programs.lifecycle.applications import TABLE
from programs.lifecycle.steps import Transition
from programs.models import Application, Decision, Letter
from programs.moderation.announcing.telling import announce
from programs.moderation.deciding.one import decide, letter_for
from tests.factories import make_application, make_user


@pytest.fixture
def application(call):
    return make_application(call, name="Inés Sample")


def address(application, verb):
    return f"/admin/mentoring/applications/{application.pk}/{verb}/"


def status_of(application):
    return Application.objects.get(pk=application.pk).status


def messages_of(response):
    return [" ".join(str(message).split()) for message in response.context["messages"]]


def test_letter_is_shown_before_anything_happens(desk, application):
    page = desk.get(address(application, "accept")).content.decode()
    assert "This letter goes when you announce" in page
    assert "Dear Inés Sample" in page
    assert "{status_link}" not in page
    assert status_of(application) == "received"
    assert not Letter.objects.exists()


def test_letter_is_shown_in_the_applicants_language(call):
    english, spanish = make_application(call), make_application(call, language="es")
    subject, body = letter_for("accept", spanish)
    assert (subject, body) == letter_for("accept", spanish)
    assert letter_for("accept", english)[1] != body


@pytest.mark.parametrize("verb", TRANSITIONS)
def test_screen_takes_the_verb_with_its_reason(desk, coordinator, call, verb):
    source = sorted(TRANSITIONS[verb].sources)[0]
    application = make_application(call, status=source)
    response = desk.post(address(application, verb), {"seen": source, "reason": "  Because.  "}, follow=True)
    assert status_of(application) == TRANSITIONS[verb].target
    assert application.reference in messages_of(response)[0]
    told = " ".join(response.content.decode().split())
    assert "Because." in told
    if verb in Decision.Verb.values:
        decision = application.decisions.get()
        assert (decision.reason, decision.by, decision.announced_at) == ("Because.", coordinator, None)
        assert not Letter.objects.exists()


def test_stale_screen_is_refused_with_who_and_keeps_the_reason(desk, application):
    decide(Application.objects.get(pk=application.pk), "waitlist", by=make_user("rose"), seen="received")
    response = desk.post(address(application, "decline"), {"seen": "received", "reason": "No mentor <near> them."})
    page = response.content.decode()
    assert response.status_code == 409
    assert "waitlisted by now: rose decided" in page
    assert "No mentor &lt;near&gt; them.</textarea>" in page
    assert 'name="seen" value="waitlisted"' in page
    assert status_of(application) == "waitlisted"
    assert application.decisions.count() == 1
    again = desk.post(address(application, "decline"), {"seen": "waitlisted", "reason": "No mentor <near> them."})
    assert again.status_code == 302
    assert status_of(application) == "declined"


def test_opening_from_a_stale_screen_says_so_at_once(desk, application):
    decide(Application.objects.get(pk=application.pk), "waitlist", by=make_user("rose"), seen="received")
    response = desk.get(address(application, "accept") + "?seen=received")
    assert "waitlisted by now: rose decided" in messages_of(response)[0]


def test_verb_that_the_state_does_not_allow_is_refused_and_keeps_the_reason(desk, call):
    application = make_application(call, status="withdrawn")
    assert 'type="submit"' not in desk.get(address(application, "accept")).content.decode().split("<form")[-1]
    response = desk.post(address(application, "accept"), {"seen": "withdrawn", "reason": "Kept."})
    assert response.status_code == 409
    assert "cannot be accepted" in response.content.decode()
    assert "Kept.</textarea>" in response.content.decode()
    assert status_of(application) == "withdrawn"


@pytest.mark.parametrize("typed", [{}, {"seen": ""}, {"seen": "nonsense"}, {"seen": "received", "reason": "x" * 5001}])
def test_incomplete_screen_changes_nothing(desk, application, typed):
    response = desk.post(address(application, "accept"), typed)
    assert response.status_code == 200
    assert status_of(application) == "received"
    if "reason" in typed:
        assert typed["reason"] in response.content.decode()


def test_unknown_verb_is_not_found(desk, application):
    assert desk.get(address(application, "approve")).status_code == 404
    assert desk.post(address(application, "approve"), {"seen": "received"}).status_code == 404


def test_undoing_silently_tells_that_no_letter_goes(desk, application, coordinator):
    decide(application, "accept", by=coordinator, seen="received")
    assert letter_for("reopen", application) is None
    assert "no letter goes" in desk.get(address(application, "reopen")).content.decode()
    announce(application.decisions.all(), by=coordinator)
    assert letter_for("reopen", application) is not None


def test_withdrawing_for_an_applicant_writes_to_them_at_once(application, coordinator):
    decide(application, "withdraw", by=coordinator, seen="received")
    assert application.letters.get().kind == "withdrawn"


def test_refused_withdrawal_writes_no_letter(call, coordinator):
    application = make_application(call, status="withdrawn")
    with pytest.raises(Refused):
        decide(application, "withdraw", by=coordinator, seen="received")
    assert not Letter.objects.exists()


def test_next_waiting_is_offered_after_a_decision(desk, call, application):
    older = make_application(call, submitted_at=application.submitted_at.replace(year=2020))
    response = desk.post(address(application, "accept"), {"seen": "received", "reason": ""}, follow=True)
    assert f"/admin/mentoring/applications/{older.pk}/" in messages_of(response)[0]


def test_a_verb_is_one_line_of_the_table(desk, application, monkeypatch):
    """Offered, shown, taken, refused when it is past, and told in the history."""
    parked = Transition(frozenset({"received"}), "waitlisted", "Park", "parked", letter="link")
    monkeypatch.setitem(TRANSITIONS, "park", parked)
    registry.scan_for_actions()
    monkeypatch.setattr(registry, "formatters", dict(registry.formatters))
    monkeypatch.setattr(registry, "choices", list(registry.choices))
    TABLE.register_log_actions(registry)
    own = f"/admin/mentoring/applications/{application.pk}/"
    assert f"{own}park/" in desk.get(own).content.decode()
    asked = desk.get(f"{own}park/").content.decode()
    assert "A new link to your application" in asked
    assert "This letter goes at once" in asked
    assert desk.post(f"{own}park/", {"seen": "received", "reason": "Later"}).url == own
    application.refresh_from_db()
    assert application.status == "waitlisted"
    assert [letter.kind for letter in application.letters] == ["link"]
    assert desk.post(f"{own}park/", {"seen": "received"}).status_code == 409
    shown = desk.get(own).content.decode()
    assert "Parked" in shown
    assert "Later" in shown
    assert f"{own}park/" not in shown
