"""A key that was published stays with its question, whatever becomes of the question."""

import pytest
from wagtail.models import Locale

from programs.models import ApplicationFormPage, FormVersion
from tests.factories import make_form, make_program

pytestmark = pytest.mark.django_db


def question(label, key, block_id=None, kind="short_text"):
    value = {"label": label, "hint": "", "why": "", "required": True, "key": key}
    return {"type": kind, "value": value} | ({"id": block_id} if block_id else {})


def asking(form, *questions):
    """The page with these questions, as an editor has just saved them."""
    page = ApplicationFormPage.objects.get(pk=form.pk).get_latest_revision_as_object()
    section = {"type": "section", "id": "s", "value": {"heading": "You", "intro": "", "questions": list(questions)}}
    page.sections = page._meta.get_field("sections").stream_block.to_python([section])
    return page


def publish(page):
    page.save_revision().publish()
    return ApplicationFormPage.objects.get(pk=page.pk)


@pytest.fixture
def form():
    form = make_form(make_program(), live=False)
    return publish(asking(form, question("Where do you work?", "work", "w"), question("Your hopes?", "hopes", "h")))


def test_publishing_makes_a_version_that_nobody_had_to_open(form):
    version = FormVersion.objects.get(form=form)
    assert [row["key"] for row in version.asked] == ["work", "hopes"]
    assert version.blocks == {"work": "w", "hopes": "h"}


def test_the_key_of_a_deleted_question_is_given_to_no_other(form):
    publish(asking(form, question("Your hopes?", "hopes", "h")))
    (fault,) = asking(form, question("Your hopes?", "hopes", "h"), question("Your pets?", "work", "p")).faults()
    assert "“work” of “Your pets?” belonged to “Where do you work?”" in fault


def test_a_question_of_another_type_is_another_question(form):
    publish(asking(form, question("Your hopes?", "hopes", "h")))
    assert list(asking(form, question("Where do you work?", "work", "n", kind="email")).faults())


def test_the_same_question_added_anew_takes_its_key_again(form):
    publish(asking(form, question("Your hopes?", "hopes", "h")))
    assert not list(asking(form, question("Where do you work?", "work", "new")).faults())


def test_a_question_may_be_reworded_even_while_the_form_is_unpublished(form):
    form.unpublish()
    reworded = asking(form, question("Which library?", "work", "w"), question("Your hopes?", "hopes", "h"))
    assert not list(reworded.faults())
    publish(reworded)
    assert not list(asking(form, question("Which branch?", "work", "w")).faults())


def test_a_translation_may_not_use_a_key_for_something_else_either(form):
    spanish = form.copy_for_translation(Locale.objects.get(language_code="es"), copy_parents=True)
    assert not list(asking(spanish, question("¿Dónde trabaja?", "work", "w")).faults())
    assert list(asking(spanish, question("¿Tiene mascotas?", "work", "m")).faults())


def test_another_form_is_free_to_use_the_key(form):
    other = make_form(make_program(), live=False)
    assert not list(asking(other, question("Your pets?", "work", "p")).faults())
