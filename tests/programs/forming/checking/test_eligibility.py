"""What a call asks of people, and its form does not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.checks.walking.pages import findings_of
from programs.models import Host
from tests.factories import make_call, make_program, make_role
from tests.programs.forming.conftest import question

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(form_of):
    """The findings of a form with this question, asked by a call for a role with these conditions."""

    def findings(label, closes=None, **conditions):
        program = make_program()
        members = conditions.pop("member_of", None)
        role = make_role(program, **conditions)
        if members:
            role.member_of = [members]
            role.save()
        form = form_of(question(label), program=program, purpose="application")
        make_call(program, form=form, closes=closes or timezone.now() + timedelta(days=9))
        return [finding.what for finding in findings_of(form)]

    return findings


@pytest.mark.parametrize(
    ("conditions", "sentence", "asks"),
    [
        ({"years_most": 5}, "You have up to 5 years of experience.", "How long have you worked in libraries?"),
        ({"age_least": 18}, "18", "Are you 18 or older?"),
        ({"students": "only"}, "student", "Where do you study, and for which degree?"),
        ({"first_year": True}, "You are in the first year of your post.", "¿Desde cuándo trabaja allí?"),
    ],
)
def test_a_condition_that_no_question_mentions_is_told(ask, conditions, sentence, asks):
    (told,) = ask("What do you like to read?", **conditions)
    assert sentence in told
    assert "no question mentions it" in told
    assert not ask(asks, **conditions)


def test_membership_is_told_with_its_body(ask):
    body = Host.objects.create(name="Association for Library Service", acronym="XLSC", kind="division")
    (told,) = ask("What do you like to read?", member_of=body)
    assert "XLSC" in told
    assert not ask("Are you a member of XLSC?", member_of=body)


def test_a_call_that_is_over_asks_nothing_any_more(ask):
    past = timezone.now() - timedelta(hours=1)
    assert not ask("What do you like to read?", closes=past, years_most=5)


def test_a_form_for_anything_else_is_not_compared(form_of):
    program = make_program()
    form = form_of(question("What do you like to read?"), program=program)
    make_call(program, form=form, own_conditions=True, years_most=5)
    type(form).objects.update(purpose="evaluation")
    form.refresh_from_db()
    assert not findings_of(form)
