import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from programs.access.found_by import note_words
from programs.letters.writing import write
from programs.models import Application, Letter, Receipt
from programs.moderation.deciding.one import decide
from tests.factories import make_application, make_call, make_member, make_round

QUEUE = "/admin/mentoring/applications/"


def references(response):
    """The references in the list, in its order."""
    return re.findall(r'<div class="queue-small">([A-Z0-9-]+)</div>', response.content.decode())


def listed(client, **query):
    return references(client.get(QUEUE, query))


def test_menu_leads_to_what_waits(desk):
    menu = desk.get("/admin/").content.decode()
    assert "Mentoring" in menu
    assert f"{QUEUE}?status=received" in menu


def test_oldest_comes_first(desk, call):
    now = timezone.now()
    young, old, middle = (make_application(call, submitted_at=now - timedelta(days=days)) for days in (1, 9, 4))
    assert listed(desk) == [old.reference, middle.reference, young.reference]
    assert listed(desk, ordering="-submitted_at") == [young.reference, middle.reference, old.reference]


def test_row_says_state_days_waiting_and_what_is_not_announced(desk, call, coordinator):
    application = make_application(call, name="Sample Applicant", submitted_at=timezone.now() - timedelta(days=9))
    page = desk.get(QUEUE).content.decode()
    for words in ("Sample Applicant", "9 days", "Received", "mentee", "ALSC Mentoring Program", "Spring"):
        assert words in page
    assert "Not announced" not in page
    decide(application, "accept", by=coordinator, seen="received")
    page = desk.get(QUEUE).content.decode()
    assert "Not announced" in page
    assert "9 days" not in page


def test_overdue_is_said_in_words(desk, call):
    call.round.decisions_by = timezone.now().astimezone().date() - timedelta(days=40)
    call.round.save()
    make_application(call)
    page = desk.get(QUEUE).content.decode()
    assert re.search(r"Overdue by \d+ days", page)
    assert "1 past the promised date." in " ".join(page.split())


def test_filters_stand_in_the_address(desk, call, coordinator):
    other_round = make_call(call.round.program, round=make_round(call.round.program))
    mentor = make_call(call.round.program, "mentor", round=call.round)
    one, two, three = (make_application(place) for place in (call, other_round, mentor))
    decide(three, "decline", by=coordinator, seen="received")
    assert listed(desk, round=call.round.pk) == [one.reference, three.reference]
    assert listed(desk, role=mentor.role.pk) == [three.reference]
    assert listed(desk, status="received") == [one.reference, two.reference]
    assert listed(desk, status=["received", "declined"], round=call.round.pk) == [one.reference, three.reference]
    assert listed(desk, silent="yes") == [three.reference]
    assert listed(desk, program=call.round.program.pk) == [one.reference, two.reference, three.reference]


def test_nothing_is_filtered_unless_asked(desk, call):
    make_application(call)
    assert "w-pill" not in desk.get(QUEUE).content.decode()
    assert "w-pill" in desk.get(QUEUE, {"status": "received"}).content.decode()


@pytest.mark.parametrize("words", ["inés", "  inés@example", "alsc-26-7k4m", "alsc-26-9p2w"])
def test_search_finds_by_name_email_and_either_reference(desk, call, words):
    found = make_application(call, name="Inés", email="inés@example.org", reference="ALSC-26-7K4M")
    Receipt.objects.create(
        key="k",
        reference="ALSC-26-9P2W",
        call=call,
        application=found,
        version=found.version,
        name=found.name,
        answers={},
        created_at=timezone.now(),
    )
    note_words(found)
    make_application(call)
    assert listed(desk, q=words) == [found.reference]


def test_choices_are_those_the_person_may_see(desk, call):
    make_application(call)
    foreign = make_application(make_call())
    page = desk.get(QUEUE).content.decode()
    assert str(call.round) in page
    assert str(foreign.call.round) not in page
    assert foreign.program.name not in page


def test_results_alone_carry_the_same_rows(desk, call):
    application = make_application(call)
    assert references(desk.get(QUEUE + "results/")) == [application.reference]


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured]


@pytest.fixture
def shell(desk):
    """How many queries a page of the admin costs that shows nothing of ours, but our menu."""
    desk.get("/admin/account/")
    return len(queries(desk, "/admin/account/"))


def test_queries_do_not_grow_with_rows_and_are_few(desk, call, coordinator, shell):
    for _ in range(3):
        decide(make_application(call), "accept", by=coordinator, seen="received")
    desk.get(QUEUE)
    few = queries(desk, QUEUE)
    mentors = make_call(call.round.program, "mentor", round=call.round)
    for place in [call, mentors] * 150:
        make_application(place)
    many = queries(desk, QUEUE)
    assert len(many) == len(few)
    assert len(many) - shell <= 15, many


def test_committee_without_decisions_is_offered_no_bulk_actions(client, call):
    make_application(call)
    client.force_login(make_member(call.round.program, "reader"))
    page = client.get(QUEUE).content.decode()
    assert "bulk-action" not in page
    assert reverse("announce:index") not in page


def test_whose_address_nobody_has_proven_stands_apart(desk, call):
    proven, unproven = make_application(call), make_application(call, proven_at=None)
    assert listed(desk) == listed(desk, status="received") == [proven.reference]
    assert listed(desk, apart="unproven") == [unproven.reference]
    assert listed(desk, q=unproven.name) == [unproven.reference]
    page = " ".join(desk.get(QUEUE).content.decode().split())
    assert "1 waiting for a decision." in page
    assert "1 stands apart: its address is not proven yet." in page
    assert "Address not proven" in desk.get(QUEUE, {"apart": "unproven"}).content.decode().split("<table")[1]


def test_what_may_be_junk_is_marked_with_the_reason(desk, call):
    suspect = make_application(call, suspected="fast links", proven_at=None)
    known = make_application(call, suspected="many")
    make_application(call)
    assert listed(desk, apart="suspected") == [suspect.reference, known.reference]
    page = " ".join(desk.get(QUEUE, {"apart": "suspected"}).content.decode().split())
    assert "May be junk: sent within seconds; many web addresses in the answers" in page
    assert "2 may be junk." in page


def test_junk_is_listed_when_it_is_asked_for(desk, call):
    junk, other = make_application(call, status="junk"), make_application(call)
    assert listed(desk) == [other.reference]
    assert listed(desk, status="junk") == [junk.reference]
    assert listed(desk, status=["junk", "received"]) == [junk.reference, other.reference]


def test_who_came_after_the_limit_and_whose_letter_was_refused_are_marked(desk, call):
    application = make_application(call, after_limit=True)
    make_application(call)
    write("received", application)
    assert "A letter could not be delivered" not in desk.get(QUEUE).content.decode()
    Letter.objects.update(gave_up_at=timezone.now())
    page = desk.get(QUEUE).content.decode()
    assert page.count("Came after the limit") == page.count("A letter could not be delivered") == 1
    write("received", application)
    Letter.objects.filter(gave_up_at=None).update(again_of=Letter.objects.exclude(gave_up_at=None).get())
    assert "A letter could not be delivered" not in desk.get(QUEUE).content.decode()


def test_no_answer_is_in_the_list(desk, call):
    application = make_application(call, answers={"work": "Hidden Library", "needs": "A ramp"})
    assert listed(desk) == [application.reference]
    for query in ({}, {"q": application.reference}, {"export": "csv"}):
        shown = desk.get(QUEUE, query)
        body = b"".join(shown.streaming_content) if shown.streaming else shown.content
        assert b"Hidden Library" not in body
        assert b"A ramp" not in body


def test_person_comes_first_and_links_keep_the_list(desk, call):
    application = make_application(call, name="Sample Applicant")
    page = desk.get(QUEUE, {"status": "received", "ordering": "-name", "p": "1", "junk": "x"}).content.decode()
    link = re.escape(f'href="{QUEUE}{application.pk}/?status=received&amp;ordering=-name"')
    assert re.search(rf"<a {link}[^>]*>Sample Applicant</a>.*{application.reference}", page, re.DOTALL)


@pytest.mark.parametrize(
    ("ordering", "expected"),
    [
        ("name", "ABC"),
        ("-name", "CBA"),
        ("call__round__decisions_by", "BCA"),
        ("-call__round__decisions_by", "CBA"),
        ("nonsense", "ABC"),
        ("correspondent__email", "ABC"),
    ],
)
def test_order_stands_in_the_address_and_what_is_not_known_comes_last(desk, call, ordering, expected):
    rounds = [make_round(call.round.program, decisions_by=day) for day in (None, "2027-01-01", "2027-02-01")]
    for name, round in zip("ABC", rounds, strict=True):
        make_application(make_call(call.round.program, round=round), name=name, reference=f"ALSC-26-{name}")
    assert listed(desk, ordering=ordering) == [f"ALSC-26-{letter}" for letter in expected]


def test_fifty_stand_on_a_page_and_one_counts_no_further_than_anybody_reads(desk, call, monkeypatch):
    monkeypatch.setattr("programs.moderation.queue.listing.BoundedPaginator.MOST", 55)
    for _ in range(60):
        make_application(call)
    assert len(listed(desk)) == 50
    assert len(listed(desk, p=2)) == 5
    page = " ".join(desk.get(QUEUE, {"status": "received"}).content.decode().split())
    assert "More than 55 applications match your search and filters" in page


def test_list_reads_no_answers_and_sorts_out_no_doubles(desk, call):
    make_application(call)
    asked = queries(desk, f"{QUEUE}?status=received&status=accepted&q=sample&call={call.pk}&answer-topics=edi")
    applications = [sql for sql in asked if 'FROM "programs_application"' in sql]
    assert applications
    assert not [sql for sql in applications if "DISTINCT" in sql or '"programs_application"."answers"' in sql]


def test_states_are_words_in_borders_of_their_own(desk, call):
    for status in Application.Status:
        make_application(call, status=status)
    page = desk.get(QUEUE, {"status": Application.Status.values}).content.decode()
    for status in Application.Status:
        assert f'<span class="queue-state queue-{status.value}">{status.label}</span>' in page
