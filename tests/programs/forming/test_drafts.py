"""What comes into a form from elsewhere goes into its draft, and takes nobody's key."""

import pytest
from django.core.exceptions import PermissionDenied

from programs.forming.drafts import joined, may_build, save_draft
from programs.models import ApplicationFormPage
from tests.factories import make_member, make_page_editor, make_program, make_user
from tests.programs.forming.conftest import latest, question, section

pytestmark = pytest.mark.django_db


def asked(form):
    return [(row["label"], row["key"]) for part in latest(form).definition() for row in part["questions"]]


def test_the_draft_gets_it_and_the_published_form_stays(form_of):
    form = form_of(question("Where do you work?", key="work"))
    save_draft(form, [section(question("Your hopes?", key="hopes"))], make_user(superuser=True))
    assert asked(form) == [("Where do you work?", "work"), ("Your hopes?", "hopes")]
    published = ApplicationFormPage.objects.get(pk=form.pk)
    assert len(published.definition()) == 1
    assert published.has_unpublished_changes


def test_in_place_of_what_it_asks(form_of):
    form = form_of(question("Where do you work?", key="work"))
    save_draft(form, [section(question("Your hopes?", key="work"))], make_user(superuser=True), in_place=True)
    assert asked(form) == [("Your hopes?", "work")]


def test_a_key_that_is_taken_gives_way_also_where_a_condition_names_it(form_of):
    form = form_of(question("Do you work?", "yes_no", key="work"))
    later = question("Where?", shown_if={"question": "work", "answers": "Yes"})
    added = section(question("Do you work at night?", "yes_no", key="work"), later)
    save_draft(form, [added], make_user(superuser=True))
    _first, second = latest(form).definition()
    night, where = second["questions"]
    assert night["key"] == "work-2"
    assert where["shown_if"]["key"] == "work-2"
    assert not list(latest(form).faults())


def test_the_same_set_twice_makes_no_two_blocks_of_one_id():
    one = section(question(key="work"))
    twice = joined([one], [one], ["work"])
    ids = [row.get("id") for part in twice for row in (part, *part["value"]["questions"])]
    assert [one for one in ids if one and ids.count(one) > 1] == []


def test_who_may_change_the_page_may_build_it_and_nobody_else(form_of):
    form = form_of(question())
    assert may_build(make_page_editor(form), form)
    assert may_build(make_page_editor(form.get_parent()), form)
    other = form_of(question())
    for user in (make_page_editor(other), make_member(make_program()), make_page_editor(form, permissions=["publish"])):
        assert not may_build(user, form)
        with pytest.raises(PermissionDenied):
            save_draft(form, [section(question("Taken over?"))], user)
    assert asked(form)[0][0] == "Where do you work?"


def test_a_form_that_somebody_locked_is_left_alone(form_of):
    form = form_of(question())
    form.locked, form.locked_by = True, make_user()
    form.save()
    assert not may_build(make_page_editor(form), form)
