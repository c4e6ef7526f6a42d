"""Sending: once, whatever is pressed, and by whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.models import Allowance
from portal.site.slowing import key_of
from programs.floods.proving import prove
from programs.forms.questions.files import given
from programs.models import Application, Draft, FormVersion, Letter, Receipt
from tests.applying import answer, apply, begin, send
from tests.factories import make_application
from tests.programs.lifecycle.racing import at_once

pytestmark = pytest.mark.django_db


def test_sending_stores_application_receipt_and_letter_and_redirects_to_the_reference(client, call):
    sent = apply(client, call)
    application = Application.objects.get()
    assert sent.status_code == 302
    assert sent.url == f"/apply/{call.slug}/received/{application.reference}/"
    assert application.reference.startswith("ALSC-")
    assert application.answers == {"work": "A library", "topics": ["storytime"]}
    assert application.receipts.get().reference == application.reference
    assert application.letters.get().kind == "received"


def test_the_year_of_a_reference_is_the_rounds(client, call):
    type(call.round).objects.update(starts="2031-02-01")
    apply(client, call)
    assert Application.objects.get().reference.startswith("ALSC-31-")


def test_pressing_twice_gives_the_same_reference(client, call):
    first, second = apply(client, call), send(client, call)
    assert first.url == second.url
    assert Receipt.objects.count() == Letter.objects.count() == 1


@pytest.mark.parametrize("presses", [1, 6])
def test_pressing_again_is_counted_once(client, call, presses):
    """Somebody who presses while the page loads is no flood, and me+tag@ no third variant."""
    begin(client, call, email="sample+mentor@example.org")
    answer(client, call)
    Draft.objects.update(begun_at=timezone.now() - timedelta(minutes=10))
    for _ in range(presses):
        send(client, call)
    assert Application.objects.get().suspected == ""
    assert sorted(Allowance.objects.filter(key__in=counted_keys(call)).values_list("count", flat=True)) == [1, 1]


def counted_keys(call):
    network = key_of("network", "127.0.0.0/24")
    return [key_of("unproven", network), key_of(f"variants to {call.pk}", "sample@example.org")]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_six_presses_at_once_each_gets_the_one_receipt(client, call):
    begin(client, call, email="sample+mentor@example.org")
    answer(client, call)
    Draft.objects.update(begun_at=timezone.now() - timedelta(minutes=10))
    answers = at_once(*[lambda: send(same(client), call) for _ in range(6)])
    assert {each.url for each in answers} == {f"/apply/{call.slug}/received/{Application.objects.get().reference}/"}
    assert Receipt.objects.count() == Letter.objects.count() == 1
    assert Application.objects.get().suspected == ""
    assert set(Allowance.objects.filter(key__in=counted_keys(call)).values_list("count", flat=True)) == {1}


def same(client):
    """Another tab of the same browser."""
    tab = type(client)()
    tab.cookies = client.cookies
    return tab


def test_nothing_that_was_typed_stays_in_the_draft(client, call):
    apply(client, call)
    assert Draft.objects.get().typed == {}


def test_a_second_application_by_a_stranger_looks_the_same_and_writes_to_the_owner(client, call):
    first = client.get(apply(client, call).url)
    stranger = type(client)()
    second = stranger.get(apply(stranger, call, email="SAMPLE@example.org", answers={"work": "Changed my mind"}).url)
    one, two = Receipt.objects.all()
    assert second.content.decode().replace(two.reference, one.reference) == first.content.decode()
    assert Application.objects.get().answers["work"] == "A library"
    assert "Changed my mind" in Letter.objects.get(kind="again").body


def test_the_answer_to_a_stranger_has_the_same_head_as_the_first_ones(client, call):
    first, stranger = apply(client, call), type(client)()
    second = apply(stranger, call)
    assert sorted(second.cookies) == sorted(first.cookies)
    one, two = (dict(answer.headers) | {"Location": "", "Expires": ""} for answer in (first, second))
    assert one == two


def test_a_stranger_who_sends_twice_learns_not_whether_somebody_else_had_sent(client, call):
    make_application(call, email="known@example.org")
    pages = []
    for email in ("known@example.org", "unknown@example.org"):
        stranger = type(client)()
        apply(stranger, call, email=email)
        stranger.post(f"/apply/{call.slug}/form/", {"anew": "yes"})
        where = apply(stranger, call, email=email, answers={"work": "Once more"}).url
        told = stranger.get(where).content.decode()
        pages.append(told.replace(where.split("/")[-2], "REFERENCE").replace("k•••n@", "u•••n@"))
    assert pages[0] == pages[1]


def test_a_second_one_from_the_same_browser_changes_the_first(client, call):
    apply(client, call)
    page = client.get(f"/apply/{call.slug}/form/2/").content.decode()
    assert "You have sent this application" in page
    client.post(f"/apply/{call.slug}/form/", {"anew": "yes"})
    apply(client, call, answers={"work": "Corrected"})
    application = Application.objects.get()
    assert application.answers["work"] == "Corrected"
    assert application.changed_at
    assert [receipt.answers["work"] for receipt in application.receipts.all()] == ["A library", "Corrected"]
    assert [letter.kind for letter in application.letters.order_by("pk")] == ["received", "changed"]


def test_another_address_from_the_same_browser_is_another_application(client, call):
    apply(client, call)
    client.post(f"/apply/{call.slug}/form/", {"anew": "yes"})
    apply(client, call, email="other@example.org")
    assert Application.objects.count() == 2


def test_applying_again_after_withdrawing_makes_a_new_application(client, call):
    make_application(call, email="sample@example.org", status="withdrawn")
    apply(client, call)
    assert call.applications.filter(status="received").count() == 1


def test_the_last_place_is_given_once(client, call):
    type(call).objects.update(limit=1)
    browsers = [type(client)() for _ in range(3)]
    for n, browser in enumerate(browsers):
        begin(browser, call, email=f"sample{n}@example.org")
        answer(browser, call)
    assert [send(browser, call).status_code for browser in browsers[:2]] == [302, 302]
    prove(Application.objects.first())
    assert send(browsers[2], call).status_code == 409


@pytest.mark.parametrize("gone", ["last place", "last hour", "program", "form", "form moved elsewhere"])
def test_what_came_in_gives_its_reference_even_when_the_call_has_ended_since(client, call, gone):
    """A double click for the last place, or a phone that lost our answer and tries again."""
    first = apply(client, call)
    if gone == "last place":
        type(call).objects.update(limit=1)
        prove(Application.objects.get())
    elif gone == "last hour":
        type(call).objects.update(closes=timezone.now() - timedelta(days=1))
    elif gone == "program":
        type(call.round.program).objects.update(paused=True)
    elif gone == "form":
        call.form.unpublish()
    else:
        type(call).objects.update(form=None, url="https://example.org/apply")
    again = send(client, call)
    assert again.status_code == 302
    assert again.url == first.url
    assert Receipt.objects.count() == Letter.objects.count() == 1


def test_looking_at_the_address_sends_nothing(client, call):
    begin(client, call)
    answer(client, call)
    assert client.get(f"/apply/{call.slug}/send/").status_code == 405
    assert not Application.objects.exists()


def test_who_has_begun_nothing_is_led_to_the_beginning(client, call):
    assert send(client, call).url == f"/apply/{call.slug}/form/"


def test_what_somebody_sent_is_theirs_to_change_only_until_its_address_is_proven(client, call):
    """Whoever typed somebody else's address keeps no hold on what its owner has taken for theirs."""
    apply(client, call)
    prove(Application.objects.get())
    client.post(f"/apply/{call.slug}/form/", {"anew": "yes"})
    apply(client, call, answers={"work": "Overwritten"})
    assert Application.objects.get().answers["work"] == "A library"
    assert [receipt.kind for receipt in Receipt.objects.all()] == ["first", "again"]


@pytest.mark.parametrize("known", ["sample@example.org", "other@example.org"])
def test_a_file_that_is_gone_is_asked_for_again_whether_or_not_the_address_is_known(client, call, known):
    make_application(call, email=known)
    begin(client, call)
    asked = {"type": "file", "key": "cv", "label": "CV", "hint": "", "why": "", "required": True}
    sections = [{"heading": "You", "intro": "", "questions": [asked]}]
    version = FormVersion.objects.create(form=call.form, language="en", digest="files", sections=sections)
    gone = given({"upload": 404, "name": "cv.pdf", "size": 1})
    typed = Draft.objects.get().typed | {"q-cv_given": [gone]}
    Draft.objects.update(version=version, typed=typed)
    assert send(client, call).url == f"/apply/{call.slug}/form/2/"
    assert not Receipt.objects.exists()
