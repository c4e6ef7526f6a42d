"""An upgrade makes rows of what pages said of goals and activities, and every page goes on saying it."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from wagtail.models import Comment, Locale, Page, ReferenceIndex

from home.models import HomePage
from resources.models import ActivitiesPage, Activity, GoalExample, GoalExamplesPage
from tests.factories import make_user, number

pytestmark = pytest.mark.django_db(transaction=True)

EARLIER = "From an earlier version of a page."


@pytest.fixture(autouse=True)
def _back_to_today():
    yield
    call_command("migrate", verbosity=0)


@pytest.fixture
def home():
    return HomePage.objects.get(locale=Locale.get_default())


def tree(parent, kind, **fields):
    return parent.add_child(instance=kind(title="Things", slug=f"things-{next(number)}", **fields))


def spanish(page):
    locale = Locale.objects.get(language_code="es")
    parent = page.get_parent()
    if not parent.has_translation(locale):
        parent.specific.copy_for_translation(locale).save_revision().publish()
    copy = page.copy_for_translation(locale)
    Page.objects.filter(pk=copy.pk).update(live=True)
    return copy


def revision(page, **fields):
    made = page.save_revision()
    type(made).objects.filter(pk=made.pk).update(**fields)
    return made


def item(key, value):
    return {"type": "item", "id": f"00000000-0000-0000-0000-{key:012}", "value": value}


def goals(*items, heading="Ours"):
    value = {"heading": heading, "goals": list(items)}
    return [{"type": "goals", "id": "00000000-0000-0000-0001-000000000000", "value": value}]


def activities(*items, heading="Ours", note=""):
    value = {"heading": heading, "numbered": True, "activities": list(items), "editors_note": note}
    return [{"type": "category", "id": "00000000-0000-0000-0001-000000000000", "value": value}]


def old(text, *parts, page=None):
    listed = [item(900 + n, part) for n, part in enumerate(parts)]
    return {"text": text, "parts": listed, "page": page and page.pk}


def upgrade(bodies):
    """From the version before, in which the pages and revisions hold these bodies, to this one."""
    call_command("migrate", "resources", "0003", verbosity=0)
    apps = MigrationExecutor(connection).loader.project_state([("resources", "0003_one_name_a_line")]).apps
    for row, body in bodies:
        if row._meta.model_name == "revision":
            old_row = apps.get_model("wagtailcore", "Revision").objects.get(pk=row.pk)
            old_row.content["body"] = json.dumps(body)
        else:
            old_row = apps.get_model("resources", row._meta.model_name).objects.get(pk=row.pk)
            old_row.body = body
        old_row.save()
    call_command("migrate", verbosity=0)


def downgrade():
    call_command("migrate", "resources", "0003", verbosity=0)
    return MigrationExecutor(connection).loader.project_state([("resources", "0003_one_name_a_line")]).apps


def shown(page):
    """The rows of every list in the page's body, as it stands or as a revision has it."""
    again = type(page).objects.get(pk=page.pk)
    return [rows(block) for block in again.body]


def rows(block):
    return list(block.value["goals" if block.block_type == "goals" else "activities"])


def in_revision(made):
    (block,) = type(made).objects.get(pk=made.pk).as_object().body
    return rows(block)


def texts(client, page):
    answer = client.get(Page.objects.get(pk=page.pk).url)
    assert answer.status_code == 200
    return answer.content.decode()


# A page and its translation --------------------------------------------------------------------


def test_what_a_page_and_its_translation_say_under_one_id_is_one_row(home, client):
    page = tree(home, GoalExamplesPage)
    copy = spanish(page)
    upgrade([(page, goals(item(1, "Learn"), item(2, "Teach"))), (copy, goals(item(1, "Aprender"), item(3, "Solo")))])
    assert list(GoalExample.objects.values_list("text", "text_es")) == [
        ("Learn", "Aprender"),
        ("Solo", ""),
        ("Teach", ""),
    ]
    assert "Learn" in texts(client, page)
    assert "Aprender" in texts(client, copy)
    assert "Solo" in texts(client, copy)


def test_an_activity_keeps_its_parts_its_page_and_its_place(home, client):
    page, handbook = tree(home, ActivitiesPage), tree(home, GoalExamplesPage)
    copy, manual = spanish(page), spanish(handbook)
    upgrade(
        [
            (page, activities(item(1, old("Read", "One", "Two", page=handbook)), item(2, old("Write")), note="Kim")),
            (copy, activities(item(1, old("Leer", "Uno", "Dos", page=manual)), item(2, old("Escribir")))),
        ]
    )
    read, write = Activity.objects.all()
    assert (read.text, read.text_es, read.page_id) == ("Read", "Leer", handbook.pk)
    assert [(part.text, part.text_es) for part in read.parts.all()] == [("One", "Uno"), ("Two", "Dos")]
    assert (write.text, write.text_es, write.page_id) == ("Write", "Escribir", None)
    assert shown(page) == shown(copy) == [[read, write]]
    (block,) = ActivitiesPage.objects.get(pk=page.pk).body
    assert (block.value["heading"], block.value["numbered"], block.value["editors_note"]) == ("Ours", True, "Kim")
    assert manual.url in texts(client, copy)


def test_a_translation_that_has_other_parts_or_leads_elsewhere_is_a_row_of_its_own(home, client):
    page, handbook = tree(home, ActivitiesPage), tree(home, GoalExamplesPage)
    copy = spanish(page)
    english = [item(1, old("Read", "One", "Two")), item(2, old("Write", page=handbook))]
    upgrade([(page, activities(*english)), (copy, activities(item(1, old("Leer", "Uno")), item(2, old("Escribir"))))])
    assert list(Activity.objects.values_list("text", "text_es")) == [
        ("Escribir", ""),
        ("Leer", ""),
        ("Read", ""),
        ("Write", ""),
    ]
    text = texts(client, copy)
    assert "Uno" in text
    assert "Two" not in text
    assert handbook.url not in text


def test_a_copy_that_nobody_has_translated_is_no_translation(home, client):
    page = tree(home, GoalExamplesPage)
    copy = spanish(page)
    upgrade([(page, goals(item(1, "Learn"))), (copy, goals(item(1, "Learn")))])
    assert list(GoalExample.objects.values_list("text", "text_es")) == [("Learn", "")]
    assert "Learn" in texts(client, copy)


def test_a_copy_of_a_page_shares_its_rows_until_its_text_differs(home, client):
    page = tree(home, GoalExamplesPage)
    copy = tree(home, GoalExamplesPage)
    in_spanish = spanish(copy)
    upgrade(
        [
            (page, goals(item(1, "Learn"), item(2, "Teach"))),
            (copy, goals(item(1, "Learn"), item(2, "Teach more"))),
            (in_spanish, goals(item(1, "Aprender"), item(2, "Enseñar más"))),
        ]
    )
    found = [("Learn", "Aprender"), ("Teach", ""), ("Teach more", "Enseñar más")]
    assert list(GoalExample.objects.values_list("text", "text_es")) == found
    ((learn, _),), ((same, more),) = shown(page), shown(copy)
    assert (learn, more.text) == (same, "Teach more")


# Drafts and revisions --------------------------------------------------------------------------


def test_a_draft_stays_a_draft_and_an_old_revision_says_what_it_said(home, client):
    page = tree(home, GoalExamplesPage)
    earlier, live, draft = revision(page), revision(page), revision(page)
    Page.objects.filter(pk=page.pk).update(live_revision=live)
    upgrade(
        [
            (page, goals(item(1, "Learn"))),
            (live, goals(item(1, "Learn"))),
            (draft, goals(item(1, "Learn a lot"))),
            (earlier, goals(item(1, "Lern"))),
        ]
    )
    noted = {row.text: row.editors_note for row in GoalExample.objects.all()}
    assert noted == {"Learn": "", "Learn a lot": "", "Lern": EARLIER}
    said = [in_revision(each)[0].text for each in (earlier, live, draft)]
    assert said == ["Lern", "Learn", "Learn a lot"]
    assert "a lot" not in texts(client, page)


def test_a_draft_in_spanish_is_not_shown_before_it_is_published(home, client):
    page = tree(home, GoalExamplesPage)
    copy = spanish(page)
    draft = revision(copy)
    upgrade([(page, goals(item(1, "Learn"))), (copy, goals(item(1, "Learn"))), (draft, goals(item(1, "Aprender")))])
    assert "Aprender" not in texts(client, copy)
    assert in_revision(draft)[0].said("text") == "Aprender"


def test_a_translation_that_was_never_published_is_told_of_its_latest_text(home):
    page = tree(home, GoalExamplesPage)
    copy = spanish(page)
    Page.objects.filter(pk=copy.pk).update(live=False)
    draft = revision(copy)
    upgrade([(page, goals(item(1, "Learn"))), (copy, goals(item(1, "Learn"))), (draft, goals(item(1, "Aprender")))])
    (row,) = GoalExample.objects.all()
    assert (row.text, row.text_es) == ("Learn", "Aprender")
    assert in_revision(draft) == [row]


def test_what_waits_to_be_published_follows(home):
    page = tree(home, ActivitiesPage)
    waiting = revision(page, approved_go_live_at=timezone.now() + timedelta(days=1))
    revision(page)
    upgrade([(page, activities()), (waiting, activities(item(1, old("Read", "One"))))])
    (row,) = in_revision(waiting)
    assert (row.text, row.editors_note, row.parts.get().text) == ("Read", "", "One")


# Odd ones --------------------------------------------------------------------------------------


def test_lists_without_ids_empty_ones_and_what_was_deleted_come_along(home, client):
    page, gone = tree(home, ActivitiesPage), tree(home, GoalExamplesPage)
    bare = [{"text": "Read", "parts": ["One", ""], "page": gone.pk}, {"text": "", "parts": [], "page": None}]
    blocks = activities(*bare) + activities(heading="Empty", note="Kim") + goals("unknown")
    wordless = tree(home, GoalExamplesPage)
    gone_pk = gone.pk
    gone.delete()
    assert bare[0]["page"] == gone_pk
    upgrade([(page, blocks), (wordless, goals("Learn", "", "Learn"))])
    (row,) = Activity.objects.all()
    assert (row.text, row.page, [part.text for part in row.parts.all()]) == ("Read", None, ["One"])
    first, second = ActivitiesPage.objects.get(pk=page.pk).body
    assert ([*first.value["activities"]], [*second.value["activities"]]) == ([row], [])
    assert second.value["editors_note"] == "Kim"
    learn = GoalExample.objects.get()
    assert shown(wordless) == [[learn, learn]]
    assert "Read" in texts(client, page)
    assert "Empty" not in texts(client, page)


def test_notes_of_editors_stand_beside_the_activity_then(home):
    page = tree(home, ActivitiesPage)
    body = activities(item(1, old("Read")))
    path = f"body.{body[0]['id']}.activities.{body[0]['value']['activities'][0]['id']}"
    comment = Comment.objects.create(page=page, user=make_user(), text="Which one?", contentpath=f"{path}.text")
    upgrade([(page, body)])
    comment.refresh_from_db()
    assert comment.contentpath == path
    assert comment.has_valid_contentpath(ActivitiesPage.objects.get(pk=page.pk))


def test_an_upgraded_site_knows_what_uses_an_entry_and_searches_no_old_text(home, client):
    page, handbook = tree(home, ActivitiesPage), tree(home, GoalExamplesPage)
    upgrade([(page, activities(item(1, old("Balloon", page=handbook)))), (handbook, goals(item(1, "Zeppelin")))])
    row, goal = Activity.objects.get(), GoalExample.objects.get()
    assert [used.pk for used, _ in ReferenceIndex.get_grouped_references_to(row)] == [page.pk]
    assert [used.pk for used, _ in ReferenceIndex.get_grouped_references_to(goal)] == [handbook.pk]
    assert [used for used, _ in ReferenceIndex.get_grouped_references_to(handbook)] == [row]
    GoalExample.objects.update(text="Kite")
    assert "<h3>" in client.get("/search/?q=kite").content.decode()
    assert "<h3>" not in client.get("/search/?q=zeppelin").content.decode()


def test_the_way_back_gives_pages_their_texts_again(home):
    page, handbook = tree(home, ActivitiesPage), tree(home, GoalExamplesPage)
    copy, manual = spanish(page), spanish(handbook)
    draft = revision(page)
    english = activities(item(1, old("Read", page=handbook)), item(2, old("Write")))
    translated = activities(item(1, old("Leer", page=manual)), item(2, old("Escribir")))
    changed = activities(item(1, old("Read on", page=handbook)))
    upgrade(
        [(page, english), (copy, translated), (draft, changed), (handbook, goals(item(1, "Learn"), item(2, "Gone")))]
    )
    GoalExample.objects.get(text="Gone").delete()
    apps = downgrade()
    bodies = apps.get_model("resources", "ActivitiesPage").objects
    assert list(bodies.get(pk=page.pk).body.raw_data) == english
    assert list(bodies.get(pk=copy.pk).body.raw_data) == translated
    revisions = apps.get_model("wagtailcore", "Revision").objects
    assert json.loads(revisions.get(pk=draft.pk).content["body"]) == changed
    left = apps.get_model("resources", "GoalExamplesPage").objects.get(pk=handbook.pk)
    assert list(left.body.raw_data) == goals(item(1, "Learn"))
