"""Editing an application form in the admin: drafts may be unfinished, what is published may not."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data

from programs.models import ApplicationFormPage
from tests.factories import make_form, make_page_editor, make_program

pytestmark = pytest.mark.django_db

WORK = "11111111-0000-0000-0000-000000000002"
"""The block id of the first question that forms in tests ask; its key is `work`."""


@pytest.fixture
def form(client):
    form = make_form(make_program(), live=False)
    client.force_login(make_page_editor(form.get_parent().get_parent()))
    return form


def stream(*items):
    """A StreamField as its editor sends it: (type, value) or (type, value, block id)."""
    rows = [dict(zip(("type", "value", "id"), (*item, "")[:3], strict=True)) for item in items]
    return {"count": str(len(rows)), **{str(n): row | {"order": str(n), "deleted": ""} for n, row in enumerate(rows)}}


def question(label="Where do you work?", key="", **more):
    return {"label": label, "hint": "", "why": "", "required": "on", "key": key} | more


def sent(form, *questions, heading="Your work", **more):
    section = {"heading": heading, "intro": "", "questions": stream(*questions)}
    return nested_form_data(
        {
            "title": form.title,
            "slug": form.slug,
            "intro": "null",
            "minutes": "12",
            "purpose": "application",
            "seo_title": "",
            "search_description": "",
            "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0"},
            "sections": stream(("section", section)),
        }
        | more
    )


PUBLISH = {"action-publish": "on"}
UNFINISHED = [
    ("short_text", question("")),
    ("long_text", question("", most_words="")),
    ("email", question("")),
    ("choose_one", question("How?", choices="")),
    ("choose_several", question("", choices="\n")),
    ("rank", question("", choices="", most="", least="")),
    ("scale", question("", choices="")),
    ("table", question("", choices="", statements="")),
    ("yes_no", question("")),
    ("consent", question("")),
    ("statement", {"text": "null"}),
]
"""Each type as it is when an editor has just added it."""


def edit(client, form, data):
    return client.post(reverse("wagtailadmin_pages:edit", args=[form.pk]), data)


def errors(response):
    return str(response.context["form"].errors)


def latest(form):
    return ApplicationFormPage.objects.get(pk=form.pk).get_latest_revision_as_object()


@pytest.mark.parametrize("unfinished", UNFINISHED, ids=[name for name, _ in UNFINISHED])
def test_an_unfinished_draft_is_saved_and_previewed_but_not_published(client, form, unfinished):
    data = sent(form, ("short_text", question("What do you read?")), unfinished, heading="")
    assert edit(client, form, data).status_code == 302, "kept as a draft"
    assert [child.block_type for child in latest(form).questions()] == ["short_text", unfinished[0]]
    asked = latest(form).definition()[0]["questions"]
    assert [row["label"] for row in asked] == ["What do you read?"]

    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[form.pk])
    client.post(preview, data)
    shown = client.get(preview)
    assert shown.status_code == 200
    assert "What do you read?" in shown.content.decode()
    assert client.get(reverse("wagtailadmin_pages:view_draft", args=[form.pk])).status_code == 200

    assert edit(client, form, data | PUBLISH).status_code == 200
    assert not ApplicationFormPage.objects.get(pk=form.pk).live


def test_autosave_keeps_an_unfinished_draft(client, form):
    data = sent(form, *UNFINISHED)
    address = reverse("wagtailadmin_pages:edit", args=[form.pk])
    answer = client.post(address, data, headers={"accept": "application/json"})
    assert answer.json()["success"] is True


def test_questions_without_a_key_get_one_that_stays(client, form):
    assert edit(client, form, sent(form, ("short_text", question())) | PUBLISH).status_code == 302
    published = ApplicationFormPage.objects.get(pk=form.pk)
    (asked,) = published.definition()[0]["questions"]
    (block,) = published.questions()
    reworded = ("short_text", question("Which library do you work at?"), block.id)
    assert edit(client, form, sent(form, reworded) | PUBLISH).status_code == 302
    (again,) = ApplicationFormPage.objects.get(pk=form.pk).definition()[0]["questions"]
    assert (again["label"], again["key"]) == ("Which library do you work at?", asked["key"])


def test_two_questions_may_not_share_a_key(client, form):
    twice = [("short_text", question(key="work")), ("yes_no", question("Do you work?", key="work"))]
    assert edit(client, form, sent(form, *twice)).status_code == 302, "a duplicated question starts like that"
    assert "Two questions have the key “work”." in errors(edit(client, form, sent(form, *twice) | PUBLISH))


def test_two_choices_may_not_share_a_key_but_two_questions_may_have_the_same_choices(client, form):
    data = sent(form, ("choose_one", question("Topic?", choices="Storytime {a}\nCataloging {a}")))
    assert "Two choices have the key" in edit(client, form, data | PUBLISH).content.decode(), "beside the lines"
    assert edit(client, form, data).status_code == 302, "a draft"
    assert "Two choices have the key “a”." in latest(form).faults(), "for those who publish it elsewhere"
    same = "Storytime {a}\nCataloging {b}"
    data = sent(form, *(("choose_one", question(label, choices=same)) for label in ("First?", "Second?")))
    assert edit(client, form, data | PUBLISH).status_code == 302


@pytest.mark.parametrize("key", ["Work", "where work", "work_place", "-work", "é", "<script>"])
def test_a_key_is_plain(client, form, key):
    assert edit(client, form, sent(form, ("short_text", question(key=key))) | PUBLISH).status_code == 200


def test_a_published_key_is_fixed(client, form):
    ApplicationFormPage.objects.filter(pk=form.pk).update(live=True)
    renamed = sent(form, ("short_text", question(key="employer"), WORK))
    told = "The key of “Where do you work?” is fixed since the form was published: “work”."
    assert told in errors(edit(client, form, renamed | PUBLISH))
    assert edit(client, form, sent(form, ("short_text", question(key="work"), WORK)) | PUBLISH).status_code == 302


def test_a_translation_keeps_the_keys(client, form):
    ApplicationFormPage.objects.filter(pk=form.pk).update(live=True)
    spanish = form.copy_for_translation(Locale.objects.get(language_code="es"), copy_parents=True)
    client.force_login(make_page_editor(spanish))
    for key, answered in (("trabajo", 200), ("work", 302)):
        data = sent(spanish, ("short_text", question("¿Dónde trabaja?", key=key), WORK))
        assert edit(client, spanish, data | PUBLISH).status_code == answered
    assert [row["key"] for row in latest(spanish).definition()[0]["questions"]] == ["work"]


def test_publishing_in_bulk_asks_the_same(client, form):
    twice = [("short_text", question(key="work")), ("email", question("", key="work"))]
    edit(client, form, sent(form, *twice))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    told = client.post(f"{address}?id={form.pk}&next=/admin/", follow=True).content.decode()
    assert "Two questions have the key “work”." in told
    assert "A question is not finished." in told
    assert not ApplicationFormPage.objects.get(pk=form.pk).live


def test_published_by_other_ways_no_two_answers_share_a_key(client, form):
    twice = [("short_text", question(key="work")), ("yes_no", question("Do you work?", key="work"))]
    edit(client, form, sent(form, *twice))
    latest(form).save_revision().publish()
    published = ApplicationFormPage.objects.get(pk=form.pk)
    first, second = [row["key"] for row in published.definition()[0]["questions"]]
    assert first == "work"
    assert second != first
    assert published.version() == published.version()


def test_a_new_form_is_previewed_before_it_is_saved(client, form):
    """Its blocks have no ids yet."""
    address = reverse(
        "wagtailadmin_pages:preview_on_add", args=["programs", "applicationformpage", form.get_parent().pk]
    )
    client.post(address, sent(form, *UNFINISHED, ("short_text", question())) | {"slug": "another"})
    shown = client.get(address)
    assert shown.status_code == 200
    assert "Where do you work?" in shown.content.decode()
