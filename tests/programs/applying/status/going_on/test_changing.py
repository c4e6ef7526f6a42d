"""Changing what was sent, from the status page to the committee."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from programs.applying.intake import Settled
from programs.applying.sending import take_in
from programs.applying.status.leaving.deleting import delete_all
from programs.applying.status.leaving.withdrawing import take_back
from programs.applying.steps import Filling
from programs.floods.judging import Judgement
from programs.letters.delivery import deliver_due
from programs.models import Application, Draft, Letter
from tests.applying import answer, apply, begin, send
from tests.factories import make_form, make_link

from .. import decide, page, tell

pytestmark = pytest.mark.django_db


def change(client, application, language="", **how):
    return client.post(f"{language}/status/{application.reference}/change/", how)


def test_a_change_goes_through_the_steps_with_every_answer_filled_in(opened, application):
    call = application.call
    first = change(opened, application)
    assert first.url == f"/apply/{call.slug}/form/"
    shown = opened.get(first.url).content.decode()
    assert 'value="Inés Sample"' in shown
    assert "disabled" in shown.partition('name="email"')[2].partition(">")[0]
    assert "A public library" in opened.get(f"/apply/{call.slug}/form/2/").content.decode()
    answer(opened, call, work="A school library")
    sent = send(opened, call)
    assert sent.url == f"/status/{application.reference}/"
    told = opened.get(sent.url).content.decode()
    assert "We have your changes" in told
    assert "A school library" in told
    assert Application.objects.get().changed_at
    assert Letter.objects.get().kind == "changed"
    assert send(opened, call).url == sent.url


def test_a_section_is_changed_by_its_own_button_which_comes_back_to_the_check(opened, application):
    call = application.call
    where = change(opened, application, go="2")
    assert where.url == f"/apply/{call.slug}/form/2/?then=check"
    assert answer(opened, call, then="check", work="Elsewhere").url == f"/apply/{call.slug}/check/"
    assert "Send my changes" in opened.get(f"/apply/{call.slug}/check/").content.decode()


def test_changes_that_were_begun_are_gone_on_with(opened, application):
    change(opened, application)
    answer(opened, application.call, work="Half done")
    change(opened, application)
    assert Draft.objects.count() == 1
    assert "Half done" in opened.get(f"/apply/{application.call.slug}/form/2/").content.decode()


def test_after_a_change_the_next_one_begins_with_the_new_answers(opened, application):
    for work in ("Second", "Third"):
        change(opened, application)
        answer(opened, application.call, work=work)
        send(opened, application.call)
    assert [receipt.answers["work"] for receipt in application.receipts.all()] == ["Second", "Third"]


@pytest.mark.parametrize("verb", ["accept", "waitlist", "decline"])
def test_a_silent_decision_refuses_no_change(opened, application, verb):
    decide(application, verb)
    assert change(opened, application).url == f"/apply/{application.call.slug}/form/"
    answer(opened, application.call, work="Changed")
    send(opened, application.call)
    assert Application.objects.get().answers["work"] == "Changed"


def full(call):
    type(call).objects.update(limit=1)


def pause(call):
    type(call.round.program).objects.update(paused=True)


@pytest.mark.parametrize("happens", [full, pause])
def test_neither_a_full_call_nor_a_paused_program_keeps_anybody_from_it(opened, application, happens):
    happens(application.call)
    assert "Change my answers" in page(opened, application)
    change(opened, application)
    answer(opened, application.call, work="Changed")
    send(opened, application.call)
    assert Application.objects.get().answers["work"] == "Changed"


def close(call):
    type(call).objects.update(closes=timezone.now() - timedelta(hours=1))


def call_off(call):
    type(call.round).objects.update(called_off=True)


def pause_and_close(call):
    pause(call)
    close(call)


def unpublish(call):
    call.form.unpublish()


@pytest.mark.parametrize("happens", [close, call_off, pause_and_close, unpublish])
def test_after_the_call_nothing_is_changed(opened, application, happens):
    happens(application.call)
    assert "Change my answers" not in page(opened, application)
    assert change(opened, application).url == f"/status/{application.reference}/"
    assert not Draft.objects.exists()


def test_what_is_changed_in_the_last_minutes_may_be_sent_in_the_grace(opened, application):
    change(opened, application)
    Draft.objects.update(begun_at=timezone.now() - timedelta(minutes=20))
    type(application.call).objects.update(closes=timezone.now() - timedelta(minutes=5))
    answer(opened, application.call, work="Just in time")
    send(opened, application.call)
    assert Application.objects.get().answers["work"] == "Just in time"


@pytest.mark.parametrize("verb", ["accept", "withdraw"])
def test_what_was_settled_meanwhile_is_not_changed_and_nothing_typed_is_lost(opened, application, verb):
    change(opened, application)
    answer(opened, application.call, work="Typed in vain")
    tell(application, verb)
    refused = send(opened, application.call)
    assert refused.status_code == 409
    assert "Typed in vain" in refused.content.decode()
    assert Application.objects.get().answers["work"] == "A public library"


def test_a_second_application_from_the_same_browser_changes_none_that_is_decided(opened, application):
    tell(application, "accept")
    begin(opened, application.call, email=application.email)
    answer(opened, application.call, work="Too late")
    send(opened, application.call)
    assert Application.objects.get().answers["work"] == "A public library"
    assert Letter.objects.filter(kind="again").count() == 1


def test_a_form_that_was_changed_since_is_changed_as_it_was_asked(opened, application):
    page_of_form = application.call.form.get_latest_revision_as_object()
    del page_of_form.sections[0].value["questions"][1]
    page_of_form.save_revision().publish()
    change(opened, application)
    assert "Storytime" in opened.get(f"/apply/{application.call.slug}/form/2/").content.decode()


def test_in_another_language_without_a_form_the_questions_stay_as_they_were_asked(opened, application):
    where = change(opened, application, "/es")
    assert where.url.startswith("/es/apply/")
    assert "A public library" in opened.get(f"/es/apply/{application.call.slug}/form/2/").content.decode()


def test_a_step_that_there_is_not_is_the_last_one(opened, application):
    for go in ("99", "x", "-1", "９"):
        shown = opened.get(change(opened, application, go=go).url)
        assert shown.status_code == 200


def test_looking_at_the_address_begins_nothing(opened, application):
    assert opened.get(f"/status/{application.reference}/change/").status_code == 405
    assert not Draft.objects.exists()


def test_another_form_of_the_program_does_not_matter(opened, application):
    make_form(application.program)
    assert change(opened, application).url == f"/apply/{application.call.slug}/form/"


def closed_by_owner(application, client):
    """The owner closes every link but their own, in a browser of theirs."""
    owner = type(client)()
    owner.post(urlsplit(make_link(application)).path)
    owner.post(f"/status/{application.reference}/links/close/")
    return owner


def test_whoever_is_out_goes_on_with_no_change_that_was_begun(opened, application):
    change(opened, application)
    answer(opened, application.call, work="Half done")
    owner = closed_by_owner(application, opened)
    step = opened.get(f"/apply/{application.call.slug}/form/2/")
    assert "Half done" not in step.content.decode()
    answer(opened, application.call, work="A stranger's")
    send(opened, application.call)
    assert Application.objects.get().answers["work"] == "A public library"
    change(owner, application)
    assert "Half done" in owner.get(f"/apply/{application.call.slug}/form/2/").content.decode()


def test_whoever_is_out_changes_nothing_by_applying_again(opened, application):
    closed_by_owner(application, opened)
    apply(opened, application.call, answers={"work": "A stranger's"})
    assert Application.objects.get().answers["work"] == "A public library"
    assert Letter.objects.get().kind == "again"


def test_a_link_to_a_change_that_was_begun_ends_with_the_other_links(opened, application, mailoutbox):
    change(opened, application)
    opened.post(f"/apply/{application.call.slug}/form/2/", {"q-work": "Half done", "go": "later"})
    deliver_due()
    link = re.search(r"http://[^/]+(/draft/open/\S+)", mailoutbox[-1].body)[1]
    owner = closed_by_owner(application, opened)
    assert opened.post(link).status_code == 404
    change(owner, application)
    assert "Half done" in owner.get(f"/apply/{application.call.slug}/form/2/").content.decode()


def test_whoever_is_out_is_offered_the_application_no_more(opened, application):
    closed_by_owner(application, opened)
    assert application.reference not in opened.get("/status/").content.decode()


@pytest.mark.parametrize("settle", [take_back, delete_all, lambda application: tell(application, "decline")])
def test_a_change_that_loses_to_its_end_stores_nothing(opened, application, settle):
    """What was loaded is old when the lock is had."""
    change(opened, application)
    draft = Draft.objects.select_related("application__correspondent", "version", "call__round__program").get()
    assert draft.application.disclosed_status == "received"
    settle(Application.objects.get())
    with pytest.raises(Settled):
        take_in(draft, Filling(draft).form, own={application.pk}, judged=lambda: Judgement(""))
    assert Application.objects.filter(status="received").count() == 0
    assert not Letter.objects.filter(kind__in=["received", "changed", "again"]).exists()
