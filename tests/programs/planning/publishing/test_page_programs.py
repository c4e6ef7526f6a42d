"""Whoever edits a program's page plans the program: so nobody may come by such a page on their own."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Locale, Page

from home.models import HomePage
from programs import access
from programs.models import ProgramPage
from tests.factories import (
    make_form,
    make_member,
    make_page_editor,
    make_program,
    make_program_page,
    make_round,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return HomePage.objects.get(locale=Locale.get_default())


@pytest.fixture
def spanish_home(home):
    spanish = home.copy_for_translation(Locale.objects.get(language_code="es"))
    spanish.save_revision().publish()
    return spanish


def sent_page(program, **fields):
    """What the editor of a program page sends."""
    streams = {f"{name}-count": "0" for name in ("picture", "body", "resources")}
    empty = streams | {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    words = {"title": "A page", "slug": "a-page", "promise": "", "run_by": "", "time_asked": "", "seo_title": ""}
    return {**words, **empty, "search_description": "", "program": program.pk, **fields}


def add_address(parent):
    return reverse("wagtailadmin_pages:add", args=["programs", "programpage", parent.pk])


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def plans(user):
    return set(access.programs_for(user, access.PLAN))


def test_the_editor_of_a_programs_page_plans_it_and_no_other():
    page = make_program_page(make_program())
    make_program_page(make_program())
    assert plans(make_page_editor(page)) == {page.program}


def test_an_editor_of_the_whole_tree_plans_every_program_with_a_page(home):
    page = make_program_page(make_program())
    make_program("PAGELESS")
    assert plans(make_page_editor(home)) == {page.program}


def test_publishing_or_locking_alone_is_not_editing():
    page = make_program_page(make_program())
    assert plans(make_page_editor(page, permissions=("publish", "lock", "bulk_delete"))) == set()


@pytest.mark.parametrize("as_draft", [True, False])
def test_an_author_cannot_make_a_page_for_a_foreign_program(client, home, as_draft):
    """The author may add pages to the home page, and would own and therefore edit this one."""
    author = make_page_editor(home, permissions=("add", "publish"))
    client.force_login(author)
    foreign = make_program("FOREIGN")
    response = client.post(add_address(home), sent_page(foreign) | ({} if as_draft else {"action-publish": "on"}))
    assert response.status_code == 200
    assert "program" in response.context["form"].errors
    assert "FOREIGN" not in str(response.context["form"]["program"])
    assert not ProgramPage.objects.exists()


def test_an_autosaved_draft_is_refused_too(client, home):
    client.force_login(make_page_editor(home, permissions=("add",)))
    response = client.post(add_address(home), sent_page(make_program()), headers={"accept": "application/json"})
    assert json.loads(response.content)["success"] is False
    assert not ProgramPage.objects.exists()


def test_a_coordinator_who_may_add_pages_makes_their_programs_page(client, home):
    program = make_program()
    author = make_member(program, user=make_page_editor(home, permissions=("add",)))
    client.force_login(author)
    assert client.post(add_address(home), sent_page(program)).status_code == 302
    assert ProgramPage.objects.get().program == program


def test_a_superuser_makes_the_page_of_any_program(client, home):
    client.force_login(make_user(superuser=True))
    program = make_program()
    assert client.post(add_address(home), sent_page(program)).status_code == 302


@pytest.mark.parametrize("live", [True, False])
def test_a_page_cannot_be_turned_to_a_foreign_program(client, home, live):
    page, foreign = make_program_page(make_program(), live=live), make_program("FOREIGN")
    editor = make_page_editor(page)
    client.force_login(editor)
    for action in ({}, {"action-publish": "on"}):
        response = client.post(edit_address(page), sent_page(foreign, slug=page.slug) | action)
        assert "program" in response.context["form"].errors
    assert plans(editor) == {page.program}


def test_a_page_is_not_turned_to_a_program_that_has_one(client, home):
    """Otherwise whoever plans a program for a time would take it along on an older page of theirs."""
    page, other = make_program_page(make_program(), live=False), make_program_page(make_program())
    pageless = make_program()
    client.force_login(make_member(pageless, user=make_page_editor(page, other)))
    response = client.post(edit_address(page), sent_page(other.program, slug=page.slug))
    assert "program" in response.context["form"].errors
    assert client.post(edit_address(page), sent_page(pageless, slug=page.slug)).status_code == 302
    page.refresh_from_db()
    assert page.program == pageless


def test_a_page_whose_program_one_may_not_plan_can_still_be_edited(client, home, spanish_home):
    """A translator's page."""
    page = make_program_page(make_program())
    spanish = page.copy_for_translation(spanish_home.locale)
    translator = make_page_editor(spanish)
    client.force_login(translator)
    response = client.post(edit_address(spanish), sent_page(page.program, title="Una página", slug=spanish.slug))
    assert response.status_code == 302
    spanish.refresh_from_db()
    assert spanish.get_latest_revision_as_object().title == "Una página"
    assert plans(translator) == set()


def test_an_old_revision_brings_no_foreign_program_back(client, home):
    foreign, mine = make_program("FOREIGN"), make_program()
    page = make_program_page(foreign, live=False)
    old = page.save_revision()
    page.program = mine
    page.save_revision()
    page.save()
    editor = make_page_editor(page)
    client.force_login(editor)
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    assert client.get(revert).status_code == 200
    response = client.post(edit_address(page), sent_page(foreign, slug=page.slug, revision=old.pk))
    assert "program" in response.context["form"].errors
    assert plans(editor) == {mine}


@pytest.mark.parametrize("alias", [True, False])
def test_copying_a_whole_tree_gives_nobody_the_programs_in_it(client, home, alias):
    """The author owns a home page with a foreign program below it, may copy it, and owns every copy."""
    root = Page.get_first_root_node()
    author = make_page_editor(root, permissions=("add", "publish"))
    HomePage.objects.filter(pk=home.pk).update(owner=author)
    page = make_program_page(make_program())
    client.force_login(author)
    response = client.post(
        reverse("wagtailadmin_pages:copy", args=[home.pk]),
        {"new_title": "Mine", "new_slug": "mine", "new_parent_page": root.pk, "copy_subpages": "on"}
        | ({"alias": "on"} if alias else {"publish_copies": "on"}),
    )
    assert response.status_code == 302
    copied = ProgramPage.objects.exclude(pk=page.pk).get()
    assert copied.live == alias, "a second page of the program is copied as a draft"
    assert copied.permissions_for_user(author).can_edit()
    assert plans(author) == set()


def test_translating_gives_nobody_the_program(client, home, spanish_home):
    page = make_program_page(make_program())
    page.owner = translator = make_page_editor(spanish_home)
    page.save()
    make_page_editor(home, permissions=("add",)).groups.first().user_set.add(translator)
    translator.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    other = make_program_page(make_program())
    before = plans(translator)
    client.force_login(translator)
    for each in (page, other):
        address = reverse("simple_translation:submit_page_translation", args=[each.pk])
        client.post(address, {"locales": [spanish_home.locale_id]})
    assert page.get_translation_or_none(spanish_home.locale)
    assert plans(translator) == before == {page.program}


def test_moving_needs_the_page_already(client, home, spanish_home):
    page = make_program_page(make_program())
    mover = make_page_editor(spanish_home)
    client.force_login(mover)
    move = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, spanish_home.pk])
    assert client.post(move).url == "/admin/"
    page.refresh_from_db()
    assert page.get_parent().pk == home.pk
    assert plans(mover) == set()


def test_a_second_page_is_not_published_beside_the_first(client, home):
    page = make_program_page(make_program())
    page.save_revision().publish()
    client.force_login(make_page_editor(home))
    second = sent_page(page.program)
    assert client.post(add_address(home), second).status_code == 302, "a draft may stand beside it"
    draft = ProgramPage.objects.exclude(pk=page.pk).get()
    response = client.post(edit_address(draft), sent_page(page.program) | {"action-publish": "on"})
    assert "is already published for this program" in response.context["form"].errors["program"][0]
    draft.refresh_from_db()
    assert not draft.live
    page.unpublish()
    assert client.post(edit_address(draft), second | {"action-publish": "on"}).status_code == 302
    draft.refresh_from_db()
    assert draft.live


def test_a_published_page_is_published_again(client, home):
    page = make_program_page(make_program())
    client.force_login(make_page_editor(home))
    again = sent_page(page.program, slug=page.slug) | {"action-publish": "on"}
    assert client.post(edit_address(page), again).status_code == 302


def test_each_language_has_its_own_page(client, home, spanish_home):
    page = make_program_page(make_program())
    spanish = page.copy_for_translation(spanish_home.locale)
    client.force_login(make_page_editor(home, spanish_home))
    again = sent_page(page.program, slug=spanish.slug) | {"action-publish": "on"}
    assert client.post(edit_address(spanish), again).status_code == 302
    spanish.refresh_from_db()
    assert spanish.live


@pytest.mark.parametrize("below", [True, False])
def test_publishing_in_bulk_keeps_to_one_page_a_program(client, home, below):
    program = make_program()
    drafts = [make_program_page(program, live=False) for _ in range(2)]
    client.force_login(make_page_editor(home))
    chosen = [home] if below else drafts
    ids = "&".join(f"id={page.pk}" for page in chosen)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{address}?next=/admin/&{ids}", {"include_descendants": "on"} if below else {}, follow=True)
    assert "would be the second published page of its program" in response.content.decode()
    assert not ProgramPage.objects.live().exists()
    one = client.post(f"{address}?id={drafts[0].pk}")
    assert one.status_code == 302
    assert list(ProgramPage.objects.live()) == [drafts[0]]
    client.post(f"{address}?id={drafts[1].pk}")
    assert list(ProgramPage.objects.live()) == [drafts[0]]


def test_the_page_leads_to_its_programs_rows_as_far_as_the_person_may(client, home):
    program = make_program()
    page = make_program_page(program)
    make_form(program)
    make_round(program)
    rows = {name: reverse(f"{name}:index", query={"program": program.pk}) for name in ("round", "application")}
    rows["program"] = reverse("program:edit", args=[program.pk])
    spanish = page.copy_for_translation(Locale.objects.get(language_code="es"), copy_parents=True)
    for user, where, seen in (
        (make_page_editor(home), page, {"round", "program"}),
        (make_member(program, user=make_page_editor(home)), page, {"round", "program", "application"}),
        (make_member(program, "reader", user=make_page_editor(spanish)), spanish, {"application"}),
        (make_page_editor(spanish), spanish, set()),
    ):
        client.force_login(user)
        shown = client.get(edit_address(where)).content.decode()
        assert {name for name, address in rows.items() if f'href="{address}"' in shown} == seen
