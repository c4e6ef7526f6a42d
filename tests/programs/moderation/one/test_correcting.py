from datetime import timedelta

import pytest
from django.utils import timezone

from programs.letters.applicants import APPLICATION
from programs.letters.delivery import deliver_due
from programs.letters.writing import write
from programs.lifecycle import Refused
from programs.models import AccessLink, Application, Correction, Correspondent, Draft, FoundBy, Letter
from programs.moderation.announcing.telling import announce
from programs.moderation.deciding.one import decide
from programs.moderation.one.correcting import correct
from programs.moderation.queue.reach import Reach
from programs.people.erasing import erase
from programs.people.secret_links import has_ended, mint, opened
from tests.factories import make_application, make_call, make_member, make_user

WRONG, RIGHT = "ines.smaple@example.org", "ines.sample@example.org"


@pytest.fixture
def application(call):
    return make_application(call, name="Ignes Smaple", email=WRONG)


def address(application):
    return f"/admin/mentoring/applications/{application.pk}/"


def typed(application, **other):
    seen = {"seen_name": application.name, "seen_email": application.email}
    return {"name": application.name, "email": application.email, "tell": "on"} | seen | other


def put_right(application, by, *, name=None, email=None, tell=False):
    seen = application.name, application.email
    return correct(application, name=name or seen[0], email=email or seen[1], seen=seen, by=by, tell=tell)


def test_a_name_is_corrected_found_and_told_of(desk, client, application):
    answer = desk.post(address(application) + "correct/", typed(application, name="Inés Sample"))
    assert answer.status_code == 302
    application = Application.objects.get()
    assert application.name == application.correspondent.name == "Inés Sample"
    assert application.proven_at
    assert application.reference in desk.get("/admin/mentoring/applications/?q=sample").content.decode()
    assert (
        application.reference
        not in desk.get("/admin/mentoring/applications/?q=ignes").content.decode().partition("<tbody")[2]
    )
    told = " ".join(desk.get(address(application)).content.decode().split())
    assert "Name corrected, user" in told
    assert "From “Ignes Smaple” to “Inés Sample”" in told


def test_who_may_not_know_the_person_reads_no_name_in_the_history(desk, application, coordinator, monkeypatch):
    put_right(application, coordinator, name="Inés Sample", email=RIGHT)
    monkeypatch.setattr(Reach, "shows_person", lambda reach, call: False)
    history = desk.get(address(application)).content.decode().partition('id="history')[2].partition("one-bar")[0]
    assert "Name corrected" in history
    assert "Smaple" not in history
    assert RIGHT not in history


def test_every_link_to_the_wrong_address_ends_and_proof_begins_again(application, coordinator):
    write("received", application)
    token = mint(application, "status_open").rstrip("/").rpartition("/")[2]
    assert opened(token, APPLICATION) == application
    put_right(application, coordinator, email=RIGHT)
    application = Application.objects.get()
    assert application.email == RIGHT
    assert application.proven_at is None
    assert opened(token, APPLICATION) is None
    assert has_ended(token)
    assert not Correspondent.objects.filter(email=WRONG).exists()


def test_a_browser_that_came_by_the_wrong_address_is_out_at_once(client, application, coordinator):
    token = mint(application, "status_open").rstrip("/").rpartition("/")[2]
    client.post(f"/status/open/{token}/")
    own = f"/status/{application.reference}/"
    assert client.get(own).status_code == 200
    put_right(application, coordinator, email=RIGHT)
    assert client.get(own).status_code == 404


def test_the_letter_goes_again_to_the_right_address_and_no_waiting_one_to_the_wrong(
    application, coordinator, mailoutbox
):
    write("received", application)
    deliver_due()
    write("link", application)
    put_right(application, coordinator, email=RIGHT, tell=True)
    deliver_due()
    assert [mail.to for mail in mailoutbox] == [[WRONG], [RIGHT]]
    put_right(Application.objects.get(), coordinator, email="other@example.org", tell=True)
    deliver_due()
    assert mailoutbox[-1].to == ["other@example.org"]
    assert len(mailoutbox) == 3
    assert Application.objects.get().letters.count() == 3


def test_an_announced_decision_is_told_to_the_right_address(application, coordinator, mailoutbox):
    decide(application, "accept", by=coordinator, seen="received")
    announce(application.decisions.all(), by=coordinator)
    deliver_due()
    put_right(Application.objects.get(), coordinator, email=RIGHT, tell=True)
    deliver_due()
    assert [mail.to for mail in mailoutbox] == [[WRONG], [RIGHT]]
    assert mailoutbox[0].subject == mailoutbox[1].subject


def test_nothing_is_written_where_nobody_ticks_it(application, coordinator):
    put_right(application, coordinator, email=RIGHT)
    assert not Letter.objects.exists()


def test_a_letter_that_is_being_sent_keeps_the_address(application, coordinator):
    write("received", application)
    Letter.objects.update(leased_until=timezone.now() + timedelta(minutes=5))
    with pytest.raises(Refused, match="ten minutes"):
        put_right(application, coordinator, email=RIGHT)
    assert Application.objects.get().email == WRONG
    assert not Correction.objects.exists()


def test_an_address_with_an_application_for_the_role_is_refused_and_what_was_typed_stays(desk, application):
    make_application(application.call, email=RIGHT)
    answer = desk.post(address(application) + "correct/", typed(application, email=RIGHT))
    assert answer.status_code == 409
    assert f'value="{RIGHT}"' in answer.content.decode()
    application.refresh_from_db()
    assert application.email == WRONG


def test_in_another_program_the_wrong_address_stays_whose_it_is(application, coordinator):
    other = make_application(make_call(), email=WRONG)
    put_right(application, coordinator, email=RIGHT)
    other.refresh_from_db()
    assert other.email == WRONG


def test_somebody_else_of_the_right_address_keeps_their_name(application, coordinator):
    mentor = make_application(make_call(application.program, "mentor"), email=RIGHT, name="Inés Sample-Other")
    put_right(application, coordinator, email=RIGHT)
    mentor.correspondent.refresh_from_db()
    assert mentor.correspondent.name == "Inés Sample-Other"
    assert Application.objects.get(pk=application.pk).correspondent == mentor.correspondent


def test_what_somebody_else_corrected_meanwhile_is_not_undone(desk, application, coordinator):
    stale = typed(application, name="Inez Sample")
    put_right(application, coordinator, name="Inés Sample")
    answer = desk.post(address(application) + "correct/", stale)
    assert answer.status_code == 409
    assert "Inez Sample" in answer.content.decode()
    assert Application.objects.get().name == "Inés Sample"


@pytest.mark.parametrize("sent", [{}, {"email": "x"}, {"seen_name": "", "seen_email": ""}, {"name": "x" * 201}])
def test_a_crafted_correction_changes_nothing(desk, application, sent):
    answer = desk.post(address(application) + "correct/", (typed(application) | sent) if sent else {})
    assert answer.status_code == 200
    assert not Correction.objects.exists()


def test_changes_that_were_begun_by_a_link_to_the_wrong_address_are_gone(application, coordinator):
    now = {"begun_at": timezone.now(), "saved_at": timezone.now()}
    Draft.objects.create(once="x", call=application.call, version=application.version, application=application, **now)
    put_right(application, coordinator, email=RIGHT)
    assert not Draft.objects.exists()


def test_a_reader_corrects_nothing(client, application):
    client.force_login(make_member(application.program, "reader"))
    assert client.post(address(application) + "correct/", typed(application, name="Other")).status_code == 302
    assert Application.objects.get().name == "Ignes Smaple"


def test_erasing_takes_the_corrections_and_all_under_the_new_address(application, coordinator):
    write("received", application)
    mint(application, "status_open")
    put_right(application, coordinator, name="Inés Sample", email=RIGHT)
    erase(Application.objects.all())
    for model in (Correction, Correspondent, Letter, AccessLink, FoundBy):
        assert not model.objects.exists(), model


def test_an_address_written_otherwise_is_the_same_mailbox(application, coordinator):
    put_right(application, coordinator, email=WRONG.upper())
    application = Application.objects.get()
    assert application.email == WRONG.upper()
    assert application.proven_at


def test_the_person_who_corrects_is_named(application):
    put_right(application, make_user("rose"), name="Inés Sample")
    assert Correction.objects.get().by.username == "rose"
