"""Spreading evenly, and never to somebody with a conflict."""

from collections import Counter

import pytest

from programs.models import Application, Conflict, Letter, Reading, Rubric
from programs.readings.assigning import assign, spread, to_assign
from programs.readings.conflicts import DECLARED, DOMAIN, OWN, PAIR, Conflicts, domain_of, same_domain
from tests.factories import make_application, make_call, make_member, make_program, make_round, make_user

pytestmark = pytest.mark.django_db


def reader_at(program, email):
    user = make_user()
    user.email = email
    user.save()
    return make_member(program, "reader", user=user)


@pytest.fixture
def program():
    return make_program()


@pytest.fixture
def call(program):
    return make_call(program)


@pytest.fixture
def readers(program):
    return [reader_at(program, f"reader{n}@place{n}.example") for n in range(5)]


def rows_of(call):
    return to_assign(Application.objects.filter(call=call))


def test_each_application_is_read_by_as_many_and_each_reader_has_as_much(program, call, readers):
    Rubric.objects.create(program=program, wanted=3)
    for _ in range(20):
        make_application(call)
    plan = spread(program, rows_of(call), readers)
    assert set(Counter(application.pk for application, _ in plan.given).values()) == {3}
    assert set(Counter(reader.pk for _, reader in plan.given).values()) == {12}
    made = assign(program, rows_of(call), plan.pairs, by=None)
    assert len(made) == Reading.objects.count() == 60
    assert Letter.objects.filter(kind="to_read").count() == 5
    assert spread(program, rows_of(call), readers).given == []


def test_whoever_has_less_to_do_gets_more(program, call, readers):
    for _ in range(6):
        make_application(call)
    rows = rows_of(call)
    assign(program, rows, [(row.pk, readers[0].pk) for row in rows[:4]], by=None)
    plan = spread(program, rows_of(call), readers[:2], wanted=1)
    assert Counter(reader.pk for _, reader in plan.given)[readers[1].pk] == 2


@pytest.mark.parametrize(
    ("reader", "applicant", "why"),
    [
        ("a@library.example.org", "b@library.example.org", DOMAIN),
        ("a@example.org", "b@library.example.org", DOMAIN),
        ("a@library.example.org", "b@other.example.org", None),
        ("a@gmail.com", "b@gmail.com", None),
        ("a@yahoo.co.uk", "b@yahoo.co.uk", None),
        ("a@ample.org", "b@example.org", None),
        ("me@gmail.com", "ME@gmail.com", OWN),
    ],
)
def test_a_domain_that_both_have_is_a_conflict_but_for_big_providers(program, call, reader, applicant, why):
    user = reader_at(program, reader)
    make_application(call, email=applicant)
    (application,) = rows_of(call)
    assert Conflicts(program, [user], [application]).between(user, application) == why


@pytest.mark.parametrize(
    ("declared", "conflict"),
    [
        ("Springfield Public Library", True),
        ("springfield  PUBLIC library", True),
        ("Shelbyville Public Library", False),
        ("library.springfield.example", True),
        ("springfield.example", True),
        ("shelbyville.example", False),
        ("Edna Sample", True),
        ("edna@library.springfield.example", True),
    ],
)
def test_what_a_reader_declares_is_a_conflict(program, call, readers, declared, conflict):
    Rubric.objects.create(program=program, naming=["work"])
    answers = {"work": "Springfield Public Library, Main Branch", "topics": []}
    make_application(call, name="Sample, Edna", email="edna@library.springfield.example", answers=answers)
    Conflict.objects.create(program=program, user=readers[0], about=declared)
    (application,) = rows_of(call)
    found = Conflicts(program, readers, [application]).between(readers[0], application)
    assert found == (DECLARED if conflict else None)


def test_who_took_part_on_the_other_side_of_a_round_may_have_been_a_pair(program, call, readers):
    before = make_round(program)
    for role, email in (("mentor", readers[0].email), ("mentee", "now@elsewhere.example")):
        make_application(make_call(program, role, round=before), email=email, status="accepted")
    make_application(call, email="now@elsewhere.example")
    (application,) = rows_of(call)
    conflicts = Conflicts(program, readers, [application])
    assert conflicts.between(readers[0], application) == PAIR
    assert conflicts.between(readers[1], application) is None


def test_a_conflict_is_a_wall_for_whoever_assigns(program, call, readers):
    make_application(call, email="b@place0.example")
    rows = rows_of(call)
    plan = spread(program, rows, readers[:1], wanted=1)
    assert plan.given == []
    assert [(why, n) for _, _, why in plan.left_out for _, n in plan.short] == [(DOMAIN, 1)]
    assert assign(program, rows, [(rows[0].pk, readers[0].pk)], by=None) == []


def test_nobody_who_is_not_of_the_committee_is_given_anything(program, call):
    make_application(call)
    stranger, observer = make_user(), make_member(program, "observer")
    rows = rows_of(call)
    assert assign(program, rows, [(rows[0].pk, stranger.pk), (rows[0].pk, observer.pk)], by=None) == []


def test_what_is_decided_is_left_as_it_is(program, call, readers):
    make_application(call, status="declined")
    plan = spread(program, rows_of(call), readers)
    assert (plan.given, len(plan.unread)) == ([], 1)


def test_domains():
    assert domain_of("a@Library.Example.Org") == "library.example.org"
    assert not same_domain("", "")
    assert not same_domain("org", "example.org")


def test_spreading_asks_as_many_queries_for_many(program, call, readers, django_assert_max_num_queries):
    for _ in range(30):
        make_application(call)
    Conflict.objects.create(program=program, user=readers[0], about="Somewhere")
    rows = rows_of(call)
    with django_assert_max_num_queries(6):
        assert len(spread(program, rows, readers).given) == 60
