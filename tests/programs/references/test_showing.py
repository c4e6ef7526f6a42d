"""Who is told what of a reference: its committee, the applicant, and nobody else."""

import pytest
from django.utils import timezone

from programs.access.shown_to import Audience
from programs.models import Letter, Referee
from programs.references.answering import Filling, keep, say_no
from programs.references.naming import name_person
from programs.references.showing import for_committee, for_owner
from tests.factories import make_application, make_member

from .making import WORDS, make_asked, make_asking_call, make_named

pytestmark = pytest.mark.django_db

QUEUE = "/admin/mentoring/applications/"


def answered(row):
    keep(row, Filling(row.application.call.reference_form.version(), {name: [text] for name, text in WORDS.items()}))
    return row


@pytest.fixture(autouse=True)
def _valid(monkeypatch):
    """keep() is handed a form that was checked."""
    made = Filling.form.func

    def checked(filling):
        form = made(filling)
        form.full_clean()
        return form

    monkeypatch.setattr(Filling.form, "func", checked)


@pytest.fixture
def row():
    return answered(make_asked())


def screen(client, row, duty="coordinator"):
    client.force_login(make_member(row.program, duty))
    return client.get(f"{QUEUE}{row.application_id}/").content.decode()


def test_the_committee_reads_who_was_asked_when_and_what_came(client, row):
    told = screen(client, row)
    for words in ("Sample Referee", "referee@example.org", "The reference is here", "They listen well."):
        assert words in told
    assert "None at all" not in told, "a sensitive answer is shown to who asks for it"
    assert "None at all" in client.post(f"{QUEUE}{row.application_id}/sensitive/").content.decode()


def test_a_reader_reads_what_names_readers(client, row):
    told = screen(client, row, "reader")
    assert "They listen well." in told
    assert "None at all" not in told


def test_an_observer_and_strangers_read_nothing(client, row):
    client.force_login(make_member(row.program, "observer"))
    assert client.get(f"{QUEUE}{row.application_id}/").status_code in {302, 403, 404}
    other = make_asked()
    client.force_login(make_member(other.program))
    assert client.get(f"{QUEUE}{row.application_id}/").status_code in {302, 403, 404}


def test_the_committee_learns_why_somebody_said_no_and_whom_they_were_replaced_by(client):
    row = make_asked()
    say_no(row, "unknown")
    name_person(row.application, "who", {"name": "Bo Sample", "email": "bo@example.org"})
    told = screen(client, row)
    assert "Said no: does not know the applicant" in told
    assert "Somebody else was named since" in told
    assert "Bo Sample" in told


def test_the_applicant_reads_what_the_form_marks_for_them_and_nothing_else(row):
    told = for_owner(row.application)
    (one,) = told["referees"]
    assert one.state == "The reference is here"
    assert one.said == [("What do you wish them?", ["A kind mentor"])]
    assert not one.may_be_replaced


def test_the_applicant_learns_that_somebody_said_no_and_not_why():
    row = make_asked()
    say_no(row, "unknown")
    (one,) = for_owner(row.application)["referees"]
    assert [what for _when, what in one.lines] == ["Asked by letter", "Said no"]


def test_a_letter_that_cannot_be_delivered_is_told_to_both():
    row = make_asked()
    Letter.objects.update(gave_up_at=timezone.now())
    assert for_owner(row.application)["referees"][0].lost
    assert for_committee(row.application, Audience.READER)[0].lost


def test_the_queue_finds_what_is_waited_for_here_and_declined(client):
    call = make_asking_call()
    people = [{"name": "R", "email": f"r{n}@example.org"} for n in range(4)]
    named, asked = make_named(call, person=people[0]), make_asked_one(call, people[1])
    here, no = answered(make_asked_one(call, people[2])), make_asked_one(call, people[3])
    say_no(no, "cannot")
    make_application(call)
    client.force_login(make_member(call.round.program))
    found = {}
    for state in ("waiting", "here", "declined"):
        page = client.get(QUEUE, {"reference": state}).content.decode()
        found[state] = {row.pk for row in (named, asked, here, no) if row.application.reference in page}
    assert found == {"waiting": {named.pk, asked.pk}, "here": {here.pk}, "declined": {no.pk}}


def make_asked_one(call, person):
    """Asked, whoever else was named."""
    row = make_named(call, person=person)
    Referee.objects.filter(pk=row.pk).update(status="asked", asked_at=timezone.now())
    return Referee.objects.with_program().get(pk=row.pk)


def test_the_queue_and_its_letters_hold_no_word_of_a_reference(client, row):
    client.force_login(make_member(row.program))
    page = client.get(QUEUE).content.decode()
    assert "They listen well." not in page
    assert not Letter.objects.filter(body__contains="listen well").exists()


def test_three_references_are_read_by_one_query(row, django_assert_max_num_queries):
    for question in ("second", "third"):
        name_person(row.application, question, {"name": question, "email": f"{question}@example.org"})
    with django_assert_max_num_queries(1):
        for_committee(row.application, Audience.READER)
