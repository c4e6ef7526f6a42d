"""Whether a reader can take a role: every condition, on both sides of its boundary, and what is said of it."""

import pytest

from programs.models import Host
from programs.offer.fit import Answer, Reader, fit
from tests.factories import make_program, make_role

pytestmark = pytest.mark.django_db

YES, PERHAPS, JOIN, NO = Answer.YES, Answer.PERHAPS, Answer.JOIN, Answer.NO


@pytest.fixture
def bodies():
    return [
        Host.objects.create(name=f"Body {name}", acronym=name, kind="division") for name in ("ALSC", "PLA", "YALSA")
    ]


def role_for(bodies=(), **conditions):
    role = make_role(make_program(), **conditions)
    role.member_of.set(bodies)
    role.save()
    return role


def members(*bodies, **said):
    return Reader(member_of=frozenset(body.pk for body in bodies), **said)


def test_a_role_without_conditions_is_for_anybody():
    found = fit(role_for(), Reader())
    assert (found.answer, found.reasons, found.also) == (YES, ["Anybody can take this role."], [])


def test_a_member_of_one_of_three_bodies_fits(bodies):
    role = role_for(bodies)
    assert fit(role, members(bodies[1])).answer == YES
    found = fit(role, members())
    assert (found.answer, found.reasons) == (NO, ["It asks for membership of ALSC, PLA or YALSA."])


def test_who_must_be_in_two_bodies_at_once_hears_which_is_missing(bodies):
    role = role_for(bodies[:2], membership="all")
    assert fit(role, members(*bodies)).answer == YES
    found = fit(role, members(bodies[0]))
    assert (found.answer, found.reasons) == (NO, ["It asks for membership of PLA."])


@pytest.mark.parametrize(
    ("may_join", "would_join", "answer"),
    [
        (True, True, YES),
        (True, False, NO),
        (True, None, PERHAPS),
        (False, True, JOIN),
        (False, False, NO),
        (False, None, NO),
    ],
)
def test_who_is_no_member_yet(bodies, may_join, would_join, answer):
    found = fit(role_for(bodies[:1], may_join=may_join), members(would_join=would_join))
    assert found.answer == answer
    assert "ALSC" in found.reasons[0]


def test_who_does_not_say_where_they_are_a_member_shall_check(bodies):
    found = fit(role_for(bodies[:1]), Reader(would_join=False))
    assert (found.answer, found.reasons) == (PERHAPS, ["Check: it asks for membership of ALSC."])


@pytest.mark.parametrize(
    ("asked", "years", "answer"),
    [
        ({"years_least": 5}, 4, NO),
        ({"years_least": 5}, 5, YES),
        ({"years_below": 5}, 4, YES),
        ({"years_below": 5}, 5, NO),
        ({"years_least": 2, "years_below": 5}, 1, NO),
        ({"years_least": 2, "years_below": 5}, 2, YES),
        ({"years_least": 2, "years_below": 5}, 5, NO),
        ({"years_below": 0}, 0, YES),
        ({"years_below": 0}, 1, NO),
        ({"years_least": 5}, None, PERHAPS),
    ],
)
def test_years_of_experience_on_both_sides_of_the_boundary(asked, years, answer):
    assert fit(role_for(**asked), Reader(years=years)).answer == answer


def test_who_has_too_many_years_hears_how_many_were_said():
    found = fit(role_for(years_below=5), Reader(years=12))
    assert found.reasons == ["It asks for fewer than 5 years of experience. You said 12 years."]


@pytest.mark.parametrize(("student", "answer"), [(True, YES), (False, NO), (None, PERHAPS)])
def test_a_role_for_students_only(student, answer):
    assert fit(role_for(students="only"), Reader(student=student)).answer == answer


@pytest.mark.parametrize(("student", "answer"), [(True, YES), (False, NO), (None, PERHAPS)])
def test_students_may_lack_the_years_where_they_are_welcome_too(student, answer):
    assert fit(role_for(students="too", years_least=3), Reader(years=1, student=student)).answer == answer


@pytest.mark.parametrize(("said", "answer"), [(True, YES), (False, NO), (None, PERHAPS)])
def test_the_first_year_of_a_post(said, answer):
    assert fit(role_for(first_year=True), Reader(first_year=said)).answer == answer


@pytest.mark.parametrize(
    ("guardian", "age", "answer", "also"),
    [
        (False, 17, NO, []),
        (False, 18, YES, []),
        (False, None, PERHAPS, []),
        (True, 17, YES, ["You need a guardian’s permission."]),
        (True, 18, YES, []),
        (True, None, YES, ["If you are younger than 18, you need a guardian’s permission."]),
    ],
)
def test_a_least_age_with_and_without_a_guardian(guardian, age, answer, also):
    found = fit(role_for(age_least=18, guardian=guardian), Reader(age=age))
    assert (found.answer, found.also) == (answer, also)


def test_a_minor_needs_permission_where_no_age_is_asked():
    assert fit(role_for(guardian=True), Reader(age=15)).also == ["You need a guardian’s permission."]
    assert fit(role_for(guardian=True), Reader(age=40)).also == []


def test_the_coordinators_exceptions_are_told_to_who_does_not_fit():
    role = role_for(years_below=5, exceptions=True)
    assert fit(role, Reader(years=6)).reasons[-1] == "The coordinator can make exceptions."
    assert fit(role, Reader(years=4)).reasons == ["What you said fits what it asks."]


def test_free_conditions_are_told_and_leave_the_answer_open():
    found = fit(role_for(conditions="You work with children."), Reader(years=3))
    assert (found.answer, found.also) == (PERHAPS, ["You work with children."])


def test_one_failing_condition_outweighs_the_unknown_ones(bodies):
    found = fit(role_for(bodies, years_below=5, students="only"), Reader(years=9))
    assert (found.answer, len(found.reasons)) == (NO, 1)


def test_who_must_be_in_one_body_and_in_any_of_others_hears_what_is_missing(bodies):
    ala = Host.objects.create(name="American Library Association", acronym="ALA", kind="association")
    role = role_for(bodies, member_also=ala)
    assert fit(role, members(ala, bodies[2])).answer == YES
    assert fit(role, members(ala)).reasons == ["It asks for membership of ALSC, PLA or YALSA."]
    assert fit(role, members(bodies[0])).reasons == ["It asks for membership of ALA."]
    assert fit(role, members()).reasons == ["It asks for membership of ALA and of one of these: ALSC, PLA or YALSA."]


@pytest.mark.parametrize(("years", "answer"), [(5, YES), (6, NO)])
def test_up_to_five_years_takes_in_the_fifth(years, answer):
    assert fit(role_for(years_most=5), Reader(years=years)).answer == answer
