"""The screens that fill a draft at one press: for whoever may change the form, and never published."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Locale

from programs.models import ApplicationFormPage, QuestionSet
from tests.factories import SECTIONS, make_member, make_page_editor, make_program
from tests.programs.forming.conftest import latest, question

pytestmark = pytest.mark.django_db

NAMES = ("sets", "another", "import", "export")


@pytest.fixture
def form(client, form_of):
    form = form_of(question("Do you like to read?", key="reads"))
    client.force_login(make_page_editor(form.get_parent()))
    return form


def address(name, form):
    return reverse(f"forming:{name}", args=[form.pk])


def labels(form):
    return [row["label"] for section in latest(form).definition() for row in section["questions"]]


def test_the_editor_leads_to_every_way(client, form):
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[form.pk])).content.decode()
    assert all(f'href="{address(name, form)}"' in shown for name in NAMES)


def test_a_ready_set_is_added_by_one_press(client, form):
    assert "How do you like to be reached?" in client.get(address("sets", form)).content.decode()
    answer = client.post(address("sets", form), {"chosen": "ready-contact"})
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[form.pk])
    assert labels(form)[:2] == ["Do you like to read?", "Phone number"]
    assert len(ApplicationFormPage.objects.get(pk=form.pk).definition()) == 1, "nothing is published"


def test_a_form_in_spanish_gets_the_set_in_spanish(client, form):
    spanish = form.copy_for_translation(Locale.objects.get(language_code="es"), copy_parents=True)
    client.force_login(make_page_editor(spanish))
    client.post(address("sets", spanish), {"chosen": "ready-background"})
    assert len(labels(spanish)) == 7
    assert latest(spanish).definition()[1]["questions"][0]["key"] == "work"


def test_a_set_of_ones_own_is_offered_and_added(client, form):
    own = QuestionSet.objects.create(name="Accessibility", sections=SECTIONS)
    other = QuestionSet.objects.create(name="Elsewhere", host=make_program().host, sections=SECTIONS)
    shown = client.get(address("sets", form)).content.decode()
    assert "Accessibility" in shown
    assert "Elsewhere" not in shown
    client.post(address("sets", form), {"chosen": f"own-{own.pk}"})
    assert labels(form)[1] == "Where do you work?"
    for odd in (f"own-{other.pk}", "own-x", ""):
        assert client.post(address("sets", form), {"chosen": odd}).status_code == 200
    assert len(labels(form)) == 3


def test_another_form_is_a_start_with_the_same_keys(client, form, form_of):
    source = form_of(question("Your hopes?", key="hopes"))
    client.post(address("another", form), {"source": source.pk, "where": "in-place"})
    (section,) = latest(form).definition()
    assert [(row["label"], row["key"]) for row in section["questions"]] == [("Your hopes?", "hopes")]


def test_a_draft_of_another_program_is_no_start(client, form, form_of):
    draft = form_of(question("Secret?", key="secret"), live=False)
    assert draft.get_parent().title not in client.get(address("another", form)).content.decode()
    assert client.post(address("another", form), {"source": draft.pk, "where": "behind"}).status_code == 200
    assert labels(form) == ["Do you like to read?"]


def test_out_as_a_file_and_in_again(client, form, form_of):
    answer = client.get(address("export", form))
    assert answer["Content-Disposition"] == f'attachment; filename="{form.slug}.json"'
    file = SimpleUploadedFile("form.json", answer.content)
    other = form_of(question("Your hopes?"))
    client.force_login(make_page_editor(other))
    client.post(address("import", other), {"file": file, "text": "", "where": "in-place"})
    assert latest(other).definition() == form.definition()


@pytest.mark.parametrize("way", ["file", "text"])
def test_what_is_wrong_is_told_with_its_place_and_nothing_typed_is_lost(client, form, way):
    text = json.dumps({"sections": [{"questions": [{"type": "telepathy", "label": "What do I think?"}]}]})
    sent = {"text": text} if way == "text" else {"file": SimpleUploadedFile("form.json", text.encode())}
    shown = client.post(address("import", form), sent | {"where": "behind"}).content.decode()
    assert "sections[0].questions[0].type: there is no type “telepathy”" in shown
    assert "What do I think?" in shown
    assert labels(form) == ["Do you like to read?"]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * 3_000_000], ids=["no text", "too long"])
def test_a_file_that_is_no_form_is_refused_in_words(client, form, content):
    sent = {"file": SimpleUploadedFile("form.json", content), "text": "", "where": "behind"}
    assert client.post(address("import", form), sent).status_code == 200
    assert labels(form) == ["Do you like to read?"]


@pytest.mark.parametrize("name", NAMES)
def test_nobody_opens_them_for_a_form_that_is_not_theirs(client, form, form_of, name):
    other = form_of(question("Hidden question?"))
    for user in (make_page_editor(form), make_member(make_program(), "coordinator"), make_page_editor()):
        client.force_login(user)
        sent = {"chosen": "ready-contact", "source": form.pk, "where": "behind", "text": '{"sections": []}'}
        for answer in (client.get(address(name, other)), client.post(address(name, other), sent)):
            assert answer.status_code in (302, 403, 405)
            assert "Hidden question?" not in answer.content.decode()
    assert labels(other) == ["Hidden question?"]
