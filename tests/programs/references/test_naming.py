"""Whom an application names: when it is sent, when it is changed, and later on its page."""

import pytest

from programs.models import AccessLink, Application, Correspondent, Letter, Referee
from programs.people.erasing import erase, erase_people
from programs.references.asking import ask_referees
from programs.references.naming import name_person
from tests.applying import answer, begin, send
from tests.factories import make_application

from .making import PERSON, make_asked, make_asking_call, make_named, path_of

pytestmark = pytest.mark.django_db

NAMED = {"q-who_name": PERSON["name"], "q-who_email": PERSON["email"]}


@pytest.fixture
def call():
    return make_asking_call()


def fill(client, call, **named):
    begin(client, call)
    answer(client, call)
    return client.post(f"/apply/{call.slug}/form/3/", {"go": "on"} | NAMED | named)


def test_who_is_named_in_the_form_is_kept_and_not_written_to(client, call):
    fill(client, call)
    send(client, call)
    row = Referee.objects.get()
    assert (row.name, row.email, row.status) == (PERSON["name"], PERSON["email"], "named")
    assert set(Letter.objects.values_list("to", flat=True)) == {"sample@example.org"}


def test_a_form_that_is_sent_twice_names_once(client, call):
    fill(client, call)
    send(client, call)
    send(client, call)
    assert Referee.objects.count() == 1


@pytest.mark.parametrize("email", ["sample@example.org", " Sample@Example.org", "sample+ref@example.org"])
def test_nobody_speaks_for_themselves(client, call, email):
    fill(client, call, **{"q-who_email": email})
    page = client.get(f"/apply/{call.slug}/form/3/").content.decode()
    assert "This is your own address. Name somebody else" in page
    assert f'value="{PERSON["name"]}"' in page
    send(client, call)
    assert not Application.objects.exists()


def test_an_own_address_that_changes_later_is_found_as_well(client, call):
    fill(client, call)
    client.post(f"/apply/{call.slug}/form/", {"go": "on", "name": "A", "email": PERSON["email"], "agree": "on"})
    send(client, call)
    assert not Application.objects.exists()
    assert "This is your own address" in client.get(f"/apply/{call.slug}/form/3/").content.decode()


def test_a_call_that_asks_for_no_reference_names_nobody(client, call):
    type(call).objects.update(reference_form=None)
    fill(client, call)
    send(client, call)
    assert Application.objects.exists()
    assert not Referee.objects.exists()


def test_a_change_of_the_answer_names_somebody_else_and_any_other_change_nobody(client, call):
    fill(client, call)
    send(client, call)
    first = Referee.objects.get()
    client.post(f"/apply/{call.slug}/form/", {"anew": "yes"})
    fill(client, call)
    send(client, call)
    assert Referee.objects.get() == first
    client.post(f"/apply/{call.slug}/form/", {"anew": "yes"})
    fill(client, call, **{"q-who_email": "other@example.org"})
    send(client, call)
    assert Referee.objects.get().email == "other@example.org"
    assert not Correspondent.objects.filter(email_key=PERSON["email"]).exists()


def test_who_was_named_on_the_page_since_stays_when_something_else_is_changed(client, call):
    fill(client, call)
    send(client, call)
    name_person(Application.objects.get(), "who", {"name": "B", "email": "b@example.org"})
    client.post(f"/apply/{call.slug}/form/", {"anew": "yes"})
    fill(client, call)
    send(client, call)
    assert Referee.objects.current().get().email == "b@example.org"


def test_whoever_was_asked_and_replaced_is_known_to_the_committee_and_their_link_opens_nothing(client):
    row = make_asked()
    path = path_of(row)
    name_person(row.application, "who", {"name": "B", "email": "b@example.org"})
    assert client.get(path).status_code == 404
    assert Referee.objects.get(pk=row.pk).replaced_at
    assert not row.letters.waiting().exists()
    assert ask_referees() == 1
    assert Letter.objects.get(sent_at=None).to == "b@example.org"


def test_a_reference_that_is_here_stays(call):
    row = make_asked(call)
    Referee.objects.update(status="answered")
    assert not name_person(row.application, "who", {"name": "B", "email": "b@example.org"})
    assert Referee.objects.get().replaced_at is None


def test_erasing_an_application_leaves_nothing_of_the_third_person(call):
    row = make_asked(call)
    path_of(row)
    kept = make_named(call, person={"name": "B", "email": "b@example.org"})
    assert erase(Application.objects.filter(pk=row.application_id)) == 1
    assert list(Referee.objects.all()) == [kept]
    assert not Correspondent.objects.filter(email_key=PERSON["email"]).exists()
    assert not Letter.objects.exists()
    assert not AccessLink.objects.exists()


def test_a_third_person_who_is_somebody_elses_too_stays(call):
    row = make_asked(call)
    make_application(call, email=PERSON["email"])
    erase(Application.objects.filter(pk=row.application_id))
    assert Correspondent.objects.filter(email_key=PERSON["email"]).exists()
    assert not Letter.objects.exists()


def test_erasing_the_applicant_takes_whom_they_named_along(call):
    row = make_asked(call)
    erase_people(Correspondent.objects.filter(pk=row.application.correspondent_id))
    assert not Correspondent.objects.exists()
    assert not Letter.objects.exists()


def test_erasing_the_third_person_leaves_the_application(call):
    row = make_asked(call)
    erase_people(Correspondent.objects.filter(pk=row.correspondent_id))
    assert not Referee.objects.exists()
    assert Application.objects.exists()
