"""What a referee sends is stored once, however often and wherever it is sent."""

import pytest
from wagtail.models import ModelLogEntry

from programs.models import Referee
from programs.references.answering import Filling, Over, keep, say_no
from programs.references.naming import name_person
from tests.factories import make_program
from tests.programs.lifecycle.racing import at_once

from .making import WORDS, make_asked, make_asking_call

pytestmark = pytest.mark.django_db


def filling(row, **other):
    found = Filling(row.application.call.reference_form.version(), {k: [v] for k, v in (WORDS | other).items()})
    assert found.form.is_valid()
    return found


def acts():
    return sorted(ModelLogEntry.objects.filter(action__startswith="references.").values_list("action", flat=True))


def test_the_same_sent_twice_is_one_answer():
    row = make_asked()
    keep(row, filling(row))
    keep(row, filling(row))
    assert acts() == ["references.answer", "references.ask"]
    assert Referee.objects.get().changed_at is None


def test_who_was_replaced_is_over():
    row = make_asked()
    name_person(row.application, "who", {"name": "B", "email": "b@example.org"})
    with pytest.raises(Over):
        keep(row, filling(row))
    with pytest.raises(Over):
        say_no(row, "cannot")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(3))
def test_one_form_sent_six_times_at_once_is_one_answer(time):
    row = make_asked(make_asking_call(make_program("RACE")))
    results = at_once(*[lambda: keep(row, filling(row)) for _ in range(6)])
    assert [result.status for result in results] == ["answered"] * 6
    assert acts() == ["references.answer", "references.ask"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(3))
def test_of_answering_and_naming_somebody_else_at_once_one_happens(time):
    row = make_asked(make_asking_call(make_program("RACE")))
    sent = filling(row)
    person = {"name": "B", "email": "b@example.org"}
    answered, replaced = at_once(lambda: keep(row, sent), lambda: name_person(row.application, "who", person))
    assert isinstance(answered, Over) == replaced
    assert Referee.objects.current().get().status == ("named" if replaced else "answered")
