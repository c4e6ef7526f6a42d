"""The editor of a form says whose it is and which calls ask it; how many applied is the committee's to know."""

import pytest
from django.urls import reverse
from django.utils import timezone

from programs.forming.facts import FormFacts
from programs.models import Draft
from tests.factories import (
    make_application,
    make_call,
    make_form,
    make_member,
    make_page_editor,
    make_program,
    make_round,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    call = make_call()
    make_application(call)
    for n, sent in enumerate((None, None, timezone.now())):
        now = timezone.now()
        Draft.objects.create(
            once=str(n), call=call, version=call.form.version(), language="en", begun_at=now, saved_at=now, sent_at=sent
        )
    return call


def editor(client, form, user):
    client.force_login(user)
    return client.get(reverse("wagtailadmin_pages:edit", args=[form.pk])).content.decode()


def test_editor_says_whose_the_form_is_and_which_call_asks_it(client, call):
    shown = editor(client, call.form, make_user(superuser=True))
    assert str(call.round.program.host) in shown
    assert str(call) in shown
    assert "Closes " in shown
    assert "1 application, 2 forms under way" in shown
    assert reverse("round:edit", args=[call.round_id]) in shown


def test_numbers_are_shown_to_the_committee_alone(client, call):
    whole_page = make_page_editor(call.form.get_parent())
    shown = editor(client, call.form, whole_page)
    assert str(call) in shown
    assert "1 application" not in shown
    assert reverse("round:edit", args=[call.round_id]) in shown, "whoever edits the program's page plans it"
    (told,) = FormFacts(call.form, make_member(call.round.program, "observer")).calls
    assert told.numbers == "1 application, 2 forms under way"


def test_committee_of_another_program_is_told_no_numbers_and_no_ways(call):
    (told,) = FormFacts(call.form, make_member(make_program())).calls
    assert (told.numbers, told.address) == ("", "")


def test_a_round_that_is_a_draft_is_told_to_those_who_plan_it(call):
    draft = make_call(
        call.round.program, role="mentor", form=call.form, round=make_round(call.round.program, draft=True)
    )
    assert str(draft) not in [told.words for told in FormFacts(call.form, make_page_editor(call.form)).calls]
    assert str(draft) in [told.words for told in FormFacts(call.form, make_member(call.round.program)).calls]


def test_many_calls_ask_as_many_queries_as_one(call, django_assert_max_num_queries):
    user = make_user(superuser=True)
    with django_assert_max_num_queries(20) as one:
        assert len(FormFacts(call.form, user).calls) == 1
    for role in ("mentor", "peer", "guide"):
        make_call(call.round.program, role, form=call.form, limit=9)
    with django_assert_max_num_queries(20) as many:
        assert len(FormFacts(call.form, user).calls) == 4
    assert len(one) == len(many)


@pytest.mark.parametrize(
    ("purpose", "told", "not_told"),
    [
        ("application", "Asked first of everybody", "comes by a private link"),
        ("evaluation", "comes by a private link", "Asked first of everybody"),
    ],
)
def test_what_is_asked_first_follows_the_purpose(client, purpose, told, not_told):
    form = make_form(make_program(), purpose=purpose)
    shown = editor(client, form, make_user(superuser=True))
    assert told in shown
    assert not_told not in shown
