"""The keys of choices through the editor: saved again and again, published, reworded, translated, taken away."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from programs.models import ApplicationFormPage
from tests.factories import make_form, make_page_editor, make_program

from .test_form_page import PUBLISH, edit, errors, latest, question, sent

pytestmark = pytest.mark.django_db

TOPICS = "11111111-0000-0000-0000-000000000003"
"""The block id of the second question that forms in tests ask."""


@pytest.fixture
def form(client):
    form = make_form(make_program(), live=False)
    client.force_login(make_page_editor(form.get_parent().get_parent()))
    return form


def asking(form, choices):
    return sent(form, ("choose_several", question("Topics?", key="topics", choices=choices), TOPICS))


def choices(form):
    return {choice["label"]: choice["key"] for choice in form.definition()[0]["questions"][0]["choices"]}


def published(client, form, lines):
    answer = edit(client, form, asking(form, lines) | PUBLISH)
    assert answer.status_code == 302, errors(answer)
    return choices(ApplicationFormPage.objects.get(pk=form.pk))


def test_saves_while_one_types_leave_nothing_behind(client, form):
    address = reverse("wagtailadmin_pages:edit", args=[form.pk])
    for typed in ("S", "Sto", "Storytime", "Storytime\nC", "Storytime\nCat", "", "Cataloging\nSto"):
        saved = client.post(address, asking(form, typed), headers={"accept": "application/json"})
        assert saved.json()["success"] is True
    first = published(client, form, "Storytime\nCataloging")
    other = make_form(make_program("X"), page=form.get_parent(), live=False)
    assert published(client, other, "Cataloging\nStorytime") == first


def test_a_choice_that_was_published_keeps_its_key(client, form):
    was = published(client, form, "Storytime\nCataloging\nData")
    edit(client, form, asking(form, "")), edit(client, form, asking(form, "Data\nSt"))
    now = published(client, form, "Data\nStorytime\nDescribing books")
    assert (now["Data"], now["Storytime"]) == (was["Data"], was["Storytime"])
    assert published(client, form, "Data\nStories\nDescribing books")["Stories"] == was["Storytime"]


def test_the_editor_sees_the_keys_that_somebody_gave(client, form):
    published(client, form, "Storytime {storytime}\nData")
    page = client.get(reverse("wagtailadmin_pages:edit", args=[form.pk])).content.decode()
    assert "Storytime {storytime}\\nData" in page.replace("&quot;", '"').replace("\\u000a", "\\n")


def test_the_key_of_published_words_is_fixed(client, form):
    published(client, form, "Storytime {storytime}\nData")
    told = errors(edit(client, form, asking(form, "Storytime {story}\nData") | PUBLISH))
    assert "The key of “Storytime” is fixed since the form was published: “storytime”." in told


def test_the_key_of_a_choice_that_is_gone_goes_to_no_other(client, form):
    published(client, form, "Storytime {storytime}\nData\nMaps")
    ApplicationFormPage.objects.get(pk=form.pk).version()
    published(client, form, "Data\nMaps")
    told = errors(edit(client, form, asking(form, "Data\nMaps\nRobots {storytime}") | PUBLISH))
    assert "“storytime” of “Robots” was that of “Storytime”" in told
    assert published(client, form, "Data\nMaps\nStorytime {storytime}")["Storytime"] == "storytime"


def test_a_translation_shares_the_keys(client, form):
    was = published(client, form, "Storytime\nData {data}")
    spanish = ApplicationFormPage.objects.get(pk=form.pk)
    spanish = spanish.copy_for_translation(Locale.objects.get(language_code="es"), copy_parents=True)
    client.force_login(make_page_editor(spanish))
    block = next(iter(spanish.questions()))
    lines = question("¿Temas?", key="topics", choices="Cuentos\nDatos {data}")
    answer = edit(client, spanish, sent(spanish, ("choose_several", lines, block.id)) | PUBLISH)
    assert answer.status_code == 302
    assert choices(latest(spanish)) == {"Cuentos": was["Storytime"], "Datos": "data"}


def test_saving_a_form_asks_as_many_queries_for_many_questions_as_for_one(client, form, django_assert_max_num_queries):
    rows = [("choose_several", question(f"Q{n}", choices="A\nB"), f"id-{n}") for n in range(20)]
    edit(client, form, sent(form, *rows) | PUBLISH)
    page = latest(form)
    with django_assert_max_num_queries(2):
        page.settle_choices()
