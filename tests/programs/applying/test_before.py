"""The start page, which is the same for everybody, why a form is not open, and the confirmation."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from programs.models import Application, Draft, Receipt
from tests.applying import answer, apply, begin, send
from tests.factories import make_application, make_call

pytestmark = pytest.mark.django_db


def start(client, call):
    return client.get(f"/apply/{call.slug}/")


def test_the_start_says_what_is_asked_how_long_it_takes_and_until_when(client, call):
    page = start(client, call).content.decode()
    assert "About 12 minutes." in page
    assert "Closes " in page
    assert "Your work" in page
    assert call.form.url in page
    assert f'href="/apply/{call.slug}/form/"' in page


def test_the_start_explains_who_it_is_for_and_locks_nobody_out(client, call):
    call.role.years_below = 5
    call.role.save()
    page = start(client, call).content.decode()
    assert "less than 5 years of experience" in page
    assert 'href="/fit/"' in page
    assert f'href="/apply/{call.slug}/form/"' in page


def test_the_start_holds_nothing_of_one_reader(client, call):
    """So that a cache between us and readers may keep it."""
    begin(client, call)
    page = start(client, call)
    assert not page.cookies
    assert "private" not in page.get("Cache-Control", "")
    assert page.content == start(type(client)(), call).content


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"opens": 1, "closes": None}, "Opens "),
        ({"opens": None, "closes": None}, "yet to be announced"),
        ({"opens": -9, "closes": -1}, "Closed on"),
        ({"limit": 0}, "have come in"),
        ({"paused": True}, "paused"),
        ({"live": False}, "There is no form here at the moment: ask those who run the program how to apply."),
        ({"url": "https://example.org/apply"}, "There is no form here at the moment"),
    ],
)
def test_a_form_that_is_not_open_says_so_and_gives_back_what_was_typed(client, call, change, says):
    begin(client, call, name="Typed With Care")
    answer(client, call)
    end(call, change)
    if "url" not in change:
        assert says in start(client, call).content.decode()
    refused = send(client, call)
    page = refused.content.decode()
    assert refused.status_code == 409
    assert says in page
    assert all(kept in page for kept in ("Typed With Care", "sample@example.org", "A library", "Storytime"))
    assert not Application.objects.exists()
    assert Draft.objects.get().typed["name"] == ["Typed With Care"]


def end(call, change):
    if "paused" in change:
        type(call.round.program).objects.update(paused=True)
    elif "live" in change:
        call.form.unpublish()
    elif "url" in change:
        type(call).objects.update(form=None, **change)
    else:
        days = {
            key: value and timezone.now() + timedelta(days=value) for key, value in change.items() if key != "limit"
        }
        type(call).objects.update(**(change | days))


def test_whoever_began_before_closing_has_half_an_hour_more_and_is_marked(client, call):
    begin(client, call)
    closed = timezone.now() + timedelta(seconds=1)
    type(call).objects.update(closes=closed)
    Draft.objects.update(begun_at=closed - timedelta(minutes=1))
    type(call).objects.update(closes=timezone.now() - timedelta(minutes=29))
    Draft.objects.update(begun_at=timezone.now() - timedelta(minutes=40))
    assert answer(client, call).status_code == 302
    assert send(client, call).status_code == 302
    assert Application.objects.get().late
    type(call).objects.update(closes=timezone.now() - timedelta(minutes=31))
    assert client.get(f"/apply/{call.slug}/form/").status_code == 200


def test_confirmation_shows_enough_of_the_address_to_whoever_has_just_sent_it(client, call):
    there = apply(client, call).url
    assert "s•••e@example.org" in client.get(there).content.decode()
    assert "e@example.org" not in type(client)().get(there).content.decode()


@pytest.mark.parametrize(("closed_ago", "begun_ago"), [(31, 40), (5, 4)])
def test_the_grace_is_short_and_not_for_those_who_begin_after_closing(client, call, closed_ago, begun_ago):
    begin(client, call)
    answer(client, call)
    now = timezone.now()
    type(call).objects.update(closes=now - timedelta(minutes=closed_ago))
    Draft.objects.update(begun_at=now - timedelta(minutes=begun_ago))
    assert send(client, call).status_code == 409
    assert not Application.objects.exists()


def test_confirmation_shows_reference_and_promise_and_nothing_personal(client, call):
    page = client.get(apply(client, call).url).content.decode()
    assert Receipt.objects.get().reference in page
    assert "Friday, March 5, 2027" in page
    assert "Sample Applicant" not in page
    assert "sample@example.org" not in page


def test_a_call_elsewhere_leads_there(client):
    call = make_call(form=None, url="https://example.org/apply")
    assert start(client, call).url == "https://example.org/apply"


def test_the_form_leads_to_the_programs_page_while_everybody_may_see_it(client, call):
    page = call.round.program.pages.get()
    link = f'href="{page.url}"'
    assert link in start(client, call).content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    shown = start(client, call)
    assert shown.status_code == 200
    assert link not in shown.content.decode()


@pytest.mark.parametrize("rest", ["", "form/", "form/2/", "check/", "received/ALSC-26-XXXX/"])
def test_unknown_addresses_are_not_found(client, call, rest):
    assert client.get(f"/apply/nowhere/{rest}").status_code == 404


def test_an_unknown_reference_is_not_found(client, call):
    assert client.get(f"/apply/{call.slug}/received/ALSC-26-XXXX/").status_code == 404


@pytest.mark.usefixtures("raised_at_once")
@pytest.mark.parametrize("many", [1, 3])
def test_the_queries_of_the_start_do_not_grow_with_applications(client, call, django_assert_max_num_queries, many):
    for _ in range(many):
        make_application(call)
    start(client, call)
    with django_assert_max_num_queries(10):
        start(client, call)
