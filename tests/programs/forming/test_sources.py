"""Forms to start from: what everybody reads, and what one edits."""

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import PageViewRestriction

from programs.forming.sources import forms_to_start_from, sections_of
from tests.factories import make_page_editor
from tests.programs.forming.conftest import question, section

pytestmark = pytest.mark.django_db


def test_published_forms_and_own_drafts_are_offered_and_no_drafts_of_others(form_of):
    form, public, draft = form_of(question()), form_of(question()), form_of(question(), live=False)
    own = form_of(question(), live=False)
    user = make_page_editor(form, own)
    assert set(forms_to_start_from(user, form)) == {public, own}
    assert draft not in forms_to_start_from(AnonymousUser(), form)


def test_a_form_behind_a_sign_in_is_not_offered(form_of):
    form, hidden = form_of(question()), form_of(question())
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert hidden not in forms_to_start_from(make_page_editor(form), form)


def test_of_others_what_is_published_is_taken_and_of_ones_own_the_draft(form_of):
    form, source = form_of(question()), form_of(question("Published?", key="one"))
    source.sections = source._meta.get_field("sections").stream_block.to_python([section(question("Draft?"))])
    source.save_revision()
    taken = {
        user: sections_of(user, type(source).objects.get(pk=source.pk))
        for user in map(make_page_editor, (form, source))
    }
    assert [raw[0]["value"]["questions"][0]["value"]["label"] for raw in taken.values()] == ["Published?", "Draft?"]


def test_many_forms_ask_as_many_queries_as_one(form_of, django_assert_max_num_queries):
    form, _other = form_of(question()), form_of(question())
    user = make_page_editor(form)
    with django_assert_max_num_queries(9) as one:
        assert [found.owner_title and found.locale for found in forms_to_start_from(user, form)]
    for _n in range(4):
        form_of(question())
    user = type(user).objects.get(pk=user.pk)
    with django_assert_max_num_queries(9) as many:
        assert len([found.owner_title and found.locale for found in forms_to_start_from(user, form)]) == 5
    assert len(one) == len(many)
