"""Who can take a role, in plain sentences."""

import pytest
from django.utils import translation

from programs.models import Host
from programs.offer.eligibility import sentences
from tests.factories import make_program, make_role

pytestmark = pytest.mark.django_db

MEMBER = "You are a member of "


def told(*bodies, **fields):
    role = make_role(make_program(), **fields)
    role.member_of = [
        Host.objects.create(name=f"Body {acronym}", acronym=acronym, kind="division") for acronym in bodies
    ]
    role.save()
    return sentences(type(role).objects.get(pk=role.pk))


def test_a_role_without_conditions_says_nothing():
    assert told() == []
    assert told(exceptions=True) == []


@pytest.mark.parametrize(
    ("bodies", "fields", "sentence"),
    [
        (["ALSC"], {}, "You are a member of ALSC."),
        (["ACRL", "ALSC", "YALSA"], {}, "You are a member of ACRL, ALSC or YALSA."),
        (["ACRL", "STS"], {"membership": "all"}, "You are a member of ACRL and STS."),
        (["NMRT"], {"may_join": True}, "You are a member of NMRT, or will become one."),
        (["ACRL", "STS"], {"may_join": True}, "You are a member of ACRL or STS, or will become one."),
        ([], {"may_join": True}, None),
        ([], {"years_below": 5}, "You have less than 5 years of experience."),
        ([], {"years_below": 1}, "You have less than 1 year of experience."),
        ([], {"years_below": 0}, "You have no experience yet."),
        ([], {"years_least": 5}, "You have at least 5 years of experience."),
        ([], {"years_least": 1}, "You have at least 1 year of experience."),
        ([], {"years_least": 2, "years_below": 5}, "You have at least 2 and less than 5 years of experience."),
        ([], {"years_least": 2, "years_most": 5}, "You have 2 to 5 years of experience."),
        ([], {"years_most": 5}, "You have up to 5 years of experience."),
        ([], {"years_most": 1}, "You have up to 1 year of experience."),
        ([], {"years_most": 0}, "You have no experience yet."),
        ([], {"years_least": 3, "years_most": 3}, "You have 3 years of experience."),
        ([], {"years_least": 5, "years_below": 6}, "You have 5 years of experience."),
        ([], {"first_year": True}, "You are in the first year of your post."),
        ([], {"students": "only"}, "You are a student."),
        ([], {"students": "too"}, "Students are welcome, whatever their experience."),
        ([], {"age_least": 18}, "You are at least 18 years old."),
        ([], {"age_least": 16, "guardian": True}, "You are at least 16 years old, or have a guardian’s permission."),
        ([], {"guardian": True}, "If you are a minor, you have a guardian’s permission."),
    ],
)
def test_each_condition_is_one_sentence(bodies, fields, sentence):
    assert told(*bodies, **fields) == ([sentence] if sentence else [])


def test_a_body_without_an_acronym_is_named_in_full():
    role = make_role(make_program())
    role.member_of = [Host.objects.create(name="Medical Library Association", kind="affiliate")]
    role.save()
    assert sentences(role) == [f"{MEMBER}Medical Library Association."]


def test_free_conditions_are_a_sentence_a_line_and_blank_lines_are_none():
    assert told(conditions="You work with children.\n\n  You live anywhere. \n") == [
        "You work with children.",
        "You live anywhere.",
    ]


def test_free_conditions_in_the_readers_language_else_as_they_were_written():
    fields = {"conditions": "You work with children.", "conditions_es": "Trabaja con niños."}
    with translation.override("es"):
        assert told(**fields) == ["Trabaja con niños."]
        assert told(conditions="You work with children.") == ["You work with children."]


def test_all_conditions_together_in_order_with_the_exceptions_last():
    assert told(
        "NMRT", "ALA", membership="all", years_below=5, students="too", conditions="You are curious.", exceptions=True
    ) == [
        "You are a member of ALA and NMRT.",
        "You have less than 5 years of experience.",
        "Students are welcome, whatever their experience.",
        "You are curious.",
        "The coordinator can make exceptions.",
    ]


@pytest.mark.parametrize(
    ("bodies", "sentence"),
    [
        ([], "You are a member of ALA."),
        (["RUSA"], "You are a member of ALA and RUSA."),
        (["ACRL", "RUSA", "YALSA"], "You are a member of ALA and of one of these: ACRL, RUSA or YALSA."),
    ],
)
def test_a_body_that_is_asked_beside_any_of_others_is_said_so(bodies, sentence):
    ala = Host.objects.create(name="American Library Association", acronym="ALA", kind="association")
    assert told(*bodies, member_also=ala) == [sentence]
