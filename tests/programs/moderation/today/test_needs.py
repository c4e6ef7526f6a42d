from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from programs.letters.writing import write
from programs.models import Look
from programs.moderation.deciding.one import decide
from programs.moderation.today.needs import needs_committee
from tests.factories import (
    make_application,
    make_call,
    make_member,
    make_page_editor,
    make_program,
    make_round,
    make_user,
)

pytestmark = pytest.mark.django_db


def told(user):
    return dict(needs_committee(user))


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def busy(call, coordinator):
    """Of one round: two wait, one of which may be junk; one is decided silently, and one letter came back."""
    make_application(call)
    make_application(call, suspected="links")
    decide(make_application(call), "accept", by=coordinator, seen="received")
    letter = write("received", make_application(call, status="declined"))
    type(letter).objects.filter(pk=letter.pk).update(gave_up_at=timezone.now())
    return call


def test_a_coordinator_is_told_all_of_it_and_each_line_leads_to_just_these(busy, coordinator, desk):
    sentences = told(coordinator)
    starts = [sentence.split(":")[-1].strip() for sentence in sentences]
    assert starts[0].startswith("2 applications wait for a decision, promised by ")
    assert starts[1] == "You have not read 2 applications that wait for a decision."
    assert starts[2].startswith("1 application may be junk.")
    assert starts[3:] == ["1 decision is not announced.", "1 letter could not be delivered."]
    found = {}
    for sentence, address in sentences.items():
        page = desk.get(address)
        assert page.status_code == 200, sentence
        if "applications" in address:
            found[address.partition("?")[2]] = page.context["object_list"].count()
    round = busy.round_id
    assert found == {
        f"round={round}&status=received": 2,
        "status=received&unread=yes": 2,
        "apart=suspected": 1,
        f"round={round}&silent=yes": 1,
    }


def test_the_outbox_is_opened_at_the_letters_that_failed(busy, coordinator, desk):
    write("received", make_application(busy))
    address = told(coordinator)["1 letter could not be delivered."]
    page = desk.get(address).content.decode()
    assert page.count(reverse("mentoring_outbox_modeladmin_inspect", args=[0]).removesuffix("0/")) == 1


def test_a_reader_is_told_what_waits_to_be_read_and_nothing_about_deciding(busy):
    sentences = list(told(make_member(busy.round.program, "reader")))
    assert len(sentences) == 2
    assert "wait for a decision" in sentences[0]
    assert "You have not read 2" in sentences[1]


@pytest.mark.parametrize("duty", ["observer", "editor", "nobody"])
def test_whoever_reads_no_application_is_told_of_none(busy, duty):
    people = {
        "observer": lambda: make_member(busy.round.program, "observer"),
        "editor": lambda: make_page_editor(busy.round.program.pages.get()),
        "nobody": make_user,
    }
    assert told(people[duty]()) == {}


def test_another_program_s_committee_is_told_nothing_of_it(busy):
    assert told(make_member(make_program("OWN"))) == {}


def test_a_term_that_ended_yesterday_is_told_nothing(busy):
    assert told(make_member(busy.round.program, until=in_days(-1))) == {}


def test_a_promise_that_passed_is_said_so_and_comes_first(call, coordinator):
    late = make_round(call.round.program, name="Fall", decisions_by=in_days(-2))
    make_application(call)
    make_application(make_call(call.round.program, round=late))
    first, second = list(told(coordinator))[:2]
    assert "Fall" in first
    assert "waits for a decision that was promised by" in first
    assert "waits for a decision, promised by" in second


def test_what_was_read_is_unread_again_once_its_applicant_changed_it(call, coordinator):
    application = make_application(call)
    Look.objects.note(application, coordinator)
    assert not any("not read" in sentence for sentence in told(coordinator))
    application.changed_at = timezone.now() + timedelta(seconds=1)
    application.save()
    assert "You have not read 1 application that waits for a decision." in told(coordinator)


def test_calls_that_open_or_close_within_a_week_are_told_to_whoever_counts(call):
    now = timezone.now()
    call.closes = now + timedelta(days=6)
    call.save()
    opening = make_call(call.round.program, role="mentor", round=call.round, opens=now + timedelta(days=3), closes=None)
    make_call(call.round.program, role="peer", opens=now + timedelta(days=8), closes=now + timedelta(days=30))
    reader = told(make_member(call.round.program, "reader"))
    observer = told(make_member(call.round.program, "observer"))
    assert [sentence.split("” ")[1].split()[0] for sentence in reader] == ["opens", "closes"]
    numbers = reverse("numbers:round", args=[opening.round_id])
    assert list(reader.values()) == [numbers, f"{reverse('application:index')}?call={call.pk}"]
    assert list(observer) == list(reader)
    assert set(observer.values()) == {numbers}


@pytest.mark.parametrize("hidden", [{"draft": True}, {"called_off": True}])
def test_a_call_of_a_round_that_is_not_held_is_not_told(call, hidden):
    call.closes = timezone.now() + timedelta(days=6)
    call.save()
    type(call.round).objects.filter(pk=call.round_id).update(**hidden)
    assert told(make_member(call.round.program)) == {}


@pytest.mark.parametrize("superuser", [False, True])
def test_more_rounds_take_no_more_queries_and_are_counted_in_one_line(call, superuser):
    by = make_user(superuser=superuser)

    def fill(rounds):
        for _ in range(rounds):
            another = make_call(make_program())
            if not superuser:
                make_member(another.round.program, user=by)
            make_application(another)
            decide(make_application(another), "accept", by=by, seen="received")

    def asked():
        user = type(by).objects.get(pk=by.pk)
        with CaptureQueriesContext(connection) as queries:
            sentences = list(told(user))
        return len(queries), sentences

    fill(2)
    few, _ = asked()
    fill(9)
    many, sentences = asked()
    assert few == many
    assert many <= (15 if superuser else 25)
    assert "3 more applications wait for a decision in other rounds." in sentences
    assert "3 more decisions in other rounds are not announced." in sentences


def test_the_home_shows_what_needs_one_before_what_is_to_be_planned(busy, desk):
    type(busy).objects.filter(pk=busy.pk).update(form=None)
    page = desk.get(reverse("wagtailadmin_home")).content.decode()
    assert "Needs you today" in page
    assert page.index("wait for a decision") < page.index("its form is not published")


def test_a_reader_s_lines_lead_to_no_refusal(busy, client):
    reader = make_member(busy.round.program, "reader")
    client.force_login(reader)
    for address in told(reader).values():
        assert client.get(address).status_code == 200
