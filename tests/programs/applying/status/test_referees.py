"""The applicant and whom they named: where it stands, the letter once more, somebody else."""

import json

import pytest

from programs.models import Correspondent, Letter, Referee
from programs.references.answering import Filling, keep
from programs.references.asking import ask_referees
from tests.applying import opened as opened_form
from tests.programs.references.making import WORDS, make_asked, make_asking_call, make_named

from . import page, tell
from .conftest import open_link

pytestmark = pytest.mark.django_db

OTHER = {"name": "Other Person", "email": "other@example.org"}


@pytest.fixture
def row():
    return make_asked(email="me@example.org")


@pytest.fixture
def owner(client, row):
    return open_link(client, row.application)


def address(row, more=""):
    return f"/status/{row.application.reference}/references/{row.pk}/{more}"


def text(answer):
    return answer.content.decode()


def test_the_page_says_who_was_asked_and_that_nothing_has_come(owner, row):
    told = page(owner, row.application)
    for words in ("Sample Referee", "Asked, no answer yet", "Asked by letter", "Send the letter once more"):
        assert words in told


def test_somebody_else_is_named_and_the_first_is_written_to_no_more(owner, row):
    assert "In the place of" in text(owner.get(address(row)))
    told = text(owner.post(address(row), OTHER, follow=True))
    assert "Other Person" in told
    assert "Not asked yet" in told
    assert ask_referees() == 1
    assert Letter.objects.get(kind="referee", sent_at=None).to == "other@example.org"
    assert owner.get(address(row)).status_code == 404


@pytest.mark.parametrize(
    ("email", "words"),
    [
        ("me@example.org", "This is your own address"),
        ("ME+x@example.org", "This is your own address"),
        ("nobody", "right format"),
        ("", "Enter this person’s email address"),
    ],
)
def test_what_cannot_be_named_is_refused_and_not_lost(owner, row, email, words):
    answer = owner.post(address(row), {"name": "Other Person", "email": email})
    assert answer.status_code == 422
    assert words in text(answer)
    assert 'value="Other Person"' in text(answer)
    assert Referee.objects.get().email == "referee@example.org"


def test_nobody_names_a_crowd(owner, row):
    for n in range(8):
        current = Referee.objects.current().get()
        answer = owner.post(address(current), {"name": "N", "email": f"n{n}@example.org"})
    assert answer.status_code == 422
    assert "many people" in text(answer)
    assert Correspondent.objects.filter(email_key__startswith="n").count() == 1


def test_the_letter_goes_once_more_a_day(owner, row):
    assert "once more." in text(owner.post(address(row, "again/"), follow=True))
    assert "Try again tomorrow" in text(owner.post(address(row, "again/"), follow=True))
    assert Letter.objects.filter(kind="referee").count() == 2


def test_nobody_touches_whom_somebody_else_named(owner, row):
    other = make_named(row.application.call, person=OTHER)
    assert owner.get(address(other)).status_code == 404
    assert owner.post(f"/status/{row.application.reference}/references/{other.pk}/", OTHER).status_code == 404
    assert owner.post(address(other, "again/")).status_code == 404
    assert owner.get(address(row, "again/")).status_code == 405


def test_when_it_is_here_or_decided_nobody_else_is_named(owner, row):
    tell(row.application, "decline")
    assert "Name somebody else" not in page(owner, row.application)
    owner.post(address(row), OTHER)
    assert Referee.objects.get().replaced_at is None


def test_a_silent_decision_changes_nothing_on_the_page(owner, row):
    before = page(owner, row.application)
    type(row.application).objects.update(status="declined")
    assert page(owner, row.application) == before


def test_own_copies_hold_no_word_of_the_third_person(owner, row):
    form = Filling(row.application.call.reference_form.version(), {name: [text] for name, text in WORDS.items()})
    assert form.form.is_valid()
    keep(row, form)
    for copy in ("copy.html", "copy.json"):
        told = text(owner.get(f"/status/{row.application.reference}/{copy}"))
        assert not [words for words in WORDS.values() if words in told]
    assert json.loads(told)["answers"]
    assert "They listen well." not in page(owner, row.application)
    assert "A kind mentor" in page(owner, row.application)


def test_deleting_an_application_leaves_nothing_of_the_third_person(owner, row):
    owner.post(f"/status/{row.application.reference}/delete/")
    assert not Referee.objects.exists()
    assert not Correspondent.objects.filter(email_key="referee@example.org").exists()
    assert set(Letter.objects.values_list("kind", flat=True)) == {"erased"}


def test_the_start_page_says_that_somebody_else_is_asked(client):
    call = make_asking_call()
    told = text(client.get(f"/apply/{call.slug}/"))
    assert "name somebody who can speak for you" in told
    assert call.reference_form.url in told
    call.reference_form.unpublish()
    assert "name somebody who can speak for you" not in text(client.get(f"/apply/{call.slug}/"))


def test_the_question_says_what_the_person_gets_to_see(client):
    call = make_asking_call()
    client.post(
        f"/apply/{call.slug}/form/",
        {"opened": opened_form(client, call), "go": "on", "name": "A", "email": "a@example.org", "agree": "on"},
    )
    client.post(f"/apply/{call.slug}/form/2/", {"go": "on", "q-work": "A library"})
    told = text(client.get(f"/apply/{call.slug}/form/3/"))
    assert "They see your name and the program, and nothing else" in told
