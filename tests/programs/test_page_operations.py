"""Whatever editors do to pages, through the admin's own addresses: rounds, calls, applications and what applicants
were asked stay as they are, and no address answers 500."""

from dataclasses import dataclass

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from portal.asking.consequences import SEEN
from programs.lifecycle import advance
from programs.models import (
    Application,
    ApplicationFormPage,
    Call,
    Decision,
    FormVersion,
    Letter,
    Milestone,
    Program,
    ProgramPage,
    Receipt,
    Role,
    Round,
)
from programs.offer.call_state import CallState, call_state
from programs.planning.obstacles import page_obstacles
from tests.factories import make_application, make_call, make_page_editor, make_program, make_program_page, make_user

pytestmark = pytest.mark.django_db

ROWS = (Program, Role, Round, Milestone, Call, Application, Receipt, Decision, Letter, FormVersion)


@dataclass
class Tree:
    """Two homes; below the English one two programs, of which the first takes applications through its form."""

    home: HomePage
    spanish_home: HomePage
    page: ProgramPage
    other_page: ProgramPage
    form: ApplicationFormPage
    application: Application

    @property
    def call(self):
        return self.application.call

    def rows(self):
        """What must stay: every row's key, with the columns that say what hangs on what."""
        found = {model: set(model.objects.values_list("pk", flat=True)) for model in ROWS}
        found[FormVersion] = set(FormVersion.objects.filter(applications__isnull=False).values_list("pk", "digest"))
        calls = set(Call.objects.values_list("pk", "slug", "form", "round", "role", "round__program"))
        applications = set(Application.objects.values_list("pk", "call", "version", "status"))
        return found | {"calls": calls, "applications": applications}


@pytest.fixture
def tree():
    home = HomePage.objects.get(locale=Locale.get_default())
    spanish_home = home.copy_for_translation(Locale.objects.get(language_code="es"))
    spanish_home.save_revision().publish()
    program = make_program("ALSC")
    page = make_program_page(program)
    application = make_application(make_call(program))
    form = application.call.form
    for each in (page, form):
        fresh(each).save_revision().publish()
    now = timezone.now()
    Milestone.objects.create(round=application.call.round, label="Orientation", starts=timezone.localdate())
    Receipt.objects.create(
        key="k",
        reference=application.reference,
        call=application.call,
        application=application,
        version=application.version,
        name=application.name,
        answers={},
        created_at=now,
    )
    advance(application, "accept", by=make_user("decider"), seen="received")
    other_page = make_program_page(make_program("RUSA"))
    return Tree(*(fresh(row) for row in (home, spanish_home, page, other_page, form, application)))


@pytest.fixture(params=["superuser", "page editor"])
def user(request, tree):
    if request.param == "superuser":
        return make_user(superuser=True)
    permissions = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
    editor = make_page_editor(tree.home, tree.spanish_home, permissions=permissions)
    editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    return editor


@pytest.fixture
def act(client, tree, user):
    """Sends a person's action; whatever it is, nobody sees a 500 and the rows stay as they were."""
    client.force_login(user)
    client.raise_request_exception = False
    before = tree.rows()

    def send(name, *args, query=None, look=False, **data):
        address = reverse(name, args=args, query=query or {"next": "/admin/"})
        answer = client.get(address)
        assert answer.status_code < 500, address
        if not look:
            answer = client.post(address, data, follow=True)
            assert answer.status_code < 500, address
            if (
                answer.context and "kept" in answer.context
            ):  # it asks first: see tests/programs/planning/publishing/test_harm.py
                answer = client.post(address, data | {SEEN: answer.context["token"]}, follow=True)
        assert tree.rows() == before
        for public in (f"/apply/{tree.call.slug}/", f"/es/apply/{tree.call.slug}/", tree.page.url, tree.form.url, "/"):
            assert client.get(public).status_code < 500, public
        return answer

    return send


def bulk(act, action, pages, **data):
    chosen = {"next": "/admin/", "id": [page.pk for page in pages]}
    return act("wagtail_bulk_action", "wagtailcore", "page", action, query=chosen, **data)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def state(tree):
    return call_state(fresh(tree.call))


SITE_NAME = {"confirm_site_name": "Library Mentors"}


@pytest.mark.parametrize("which", ["form", "page", "home"])
def test_a_needed_page_or_any_page_above_it_is_not_deleted(act, tree, which):
    answer = act("wagtailadmin_pages:delete", getattr(tree, which).pk, **SITE_NAME)
    told = answer.content.decode()
    assert "cannot be deleted" in told
    assert f"Calls: {tree.call}" in told
    assert "Form versions" in told
    assert tree.application.reference not in told
    assert fresh(tree.form)
    assert state(tree) == CallState.OPEN


@pytest.mark.parametrize("which", [["form"], ["page"], ["home"], ["other_page", "page"], ["page", "form"]])
def test_needed_pages_are_not_deleted_in_bulk(act, tree, which):
    answer = bulk(act, "delete", [getattr(tree, name) for name in which], **SITE_NAME)
    assert "cannot be deleted" in answer.content.decode()
    assert fresh(tree.form)
    assert fresh(tree.other_page)


@pytest.mark.parametrize("parent", ["home", "page"])
def test_selecting_all_pages_of_a_list_deletes_none_of_them(act, tree, parent):
    chosen = {"next": "/admin/", "id": "all", "childOf": getattr(tree, parent).pk}
    act("wagtail_bulk_action", "wagtailcore", "page", "delete", query=chosen, **SITE_NAME)
    assert fresh(tree.form)


def test_pages_that_nothing_needs_are_deleted_with_their_program_kept(act, tree):
    bulk(act, "delete", [tree.other_page])
    assert not ProgramPage.objects.filter(pk=tree.other_page.pk).exists()
    assert Program.objects.filter(code="RUSA").exists()


def test_a_form_that_was_opened_but_serves_no_call_is_kept_too(client, tree):
    """Its versions are what applicants were asked."""
    client.force_login(make_user(superuser=True))
    Call.objects.update(form=None)
    answer = client.post(reverse("wagtailadmin_pages:delete", args=[tree.form.pk]), follow=True)
    assert "It or a page below it is needed by: Form versions." in answer.content.decode()
    assert fresh(tree.form)


def test_copying_a_form_or_a_program_leaves_calls_with_the_original(act, tree):
    for page, parent in ((tree.form, tree.other_page), (tree.page, tree.home)):
        for n, how in enumerate(({}, {"publish_copies": "on"}, {"alias": "on"})):
            copy = {"new_title": "Copy", "new_slug": f"copy-{n}", "new_parent_page": parent.pk, "copy_subpages": "on"}
            act("wagtailadmin_pages:copy", page.pk, **copy, **how)
    assert ProgramPage.objects.count() == 5
    assert ApplicationFormPage.objects.count() == 7
    assert fresh(tree.call).form == tree.form
    assert state(tree) == CallState.OPEN


def test_an_alias_is_converted_and_deleted_again(act, tree):
    alias = tree.page.create_alias(recursive=True, update_slug="alias")
    below = alias.get_children().get()
    for page in (below, alias):
        act("wagtailadmin_pages:convert_alias", page.pk)
        assert fresh(page).alias_of is None
    act("wagtailadmin_pages:delete", alias.pk)
    assert not Page.objects.filter(pk__in=[alias.pk, below.pk]).exists()
    assert fresh(tree.form)


def test_the_original_of_an_alias_stays_when_the_alias_goes(act, tree):
    alias = tree.page.create_alias(recursive=True, update_slug="alias")
    bulk(act, "delete", [alias])
    assert not Page.objects.filter(pk=alias.pk).exists()
    assert state(tree) == CallState.OPEN


@pytest.mark.parametrize("which", ["form", "page", "home"])
def test_translating_shares_the_rows(act, client, tree, which):
    """A form's or program's translation, parents first where they are missing, is a page of the same rows."""
    page = getattr(tree, which)
    if which == "home":
        tree.spanish_home.delete()
    if which == "form":
        act("simple_translation:submit_page_translation", tree.page.pk, locales=[tree.spanish_home.locale_id])
    act(
        "simple_translation:submit_page_translation",
        page.pk,
        locales=[tree.spanish_home.locale_id],
        include_subtree="on",
    )
    spanish = tree.form.get_translation(tree.spanish_home.locale)
    assert fresh(tree.call).form == tree.form
    bulk(act, "publish", [spanish.get_parent(), spanish])
    assert client.get(f"/es/apply/{tree.call.slug}/").status_code == 200


def test_a_translation_with_alias_parents_shares_the_rows(act, client, tree):
    tree.spanish_home.delete()
    spanish = tree.form.copy_for_translation(Locale.objects.get(language_code="es"), copy_parents=True)
    assert spanish.get_parent().alias_of_id == tree.page.pk
    act("wagtailadmin_pages:edit", spanish.get_parent().pk, look=True)
    bulk(act, "publish", [spanish])
    act("wagtailadmin_pages:unpublish", spanish.pk)
    bulk(act, "delete", [spanish.get_parent()])


def test_moving_breaks_no_address_of_applying(act, client, tree):
    act("wagtailadmin_pages:move_confirm", tree.form.pk, tree.other_page.pk)
    assert fresh(tree.form).get_parent().pk == tree.other_page.pk
    act("wagtailadmin_pages:move_confirm", tree.page.pk, tree.spanish_home.pk)
    bulk(act, "move", [tree.page], chooser=tree.home.pk)
    act("wagtailadmin_pages:set_page_position", tree.page.pk)
    assert client.get(f"/apply/{tree.call.slug}/").status_code == 200
    assert state(tree) == CallState.OPEN


@pytest.mark.parametrize("singly", [True, False])
@pytest.mark.parametrize("which", ["form", "page", "home"])
def test_unpublishing_withdraws_the_form_and_publishing_opens_it_again(act, client, tree, singly, which):
    page = getattr(tree, which)
    if singly:
        act("wagtailadmin_pages:unpublish", page.pk, include_descendants="on")
    else:
        bulk(act, "unpublish", [page], include_descendants="on")
    assert state(tree) == CallState.WITHDRAWN
    answer = client.get(f"/apply/{tree.call.slug}/")
    assert answer.status_code == 200
    assert "There is no form here at the moment: ask those who run the program how to apply." in answer.content.decode()
    bulk(act, "publish", [page], include_descendants="on")
    assert state(tree) == CallState.OPEN
    assert client.get(f"/apply/{tree.call.slug}/").status_code == 200


def test_unpublishing_the_page_alone_leaves_the_form_open(act, tree):
    act("wagtailadmin_pages:unpublish", tree.page.pk)
    assert state(tree) == CallState.OPEN


def test_an_old_revision_comes_back_without_touching_what_was_asked(act, client, tree):
    old = tree.form.latest_revision
    tree.form.sections = []
    tree.form.save_revision().publish()
    act("wagtailadmin_pages:revisions_view", tree.form.pk, old.pk)
    act("wagtailadmin_pages:revisions_revert", tree.form.pk, old.pk, look=True)
    act("wagtailadmin_pages:revisions_compare", tree.form.pk, old.pk, "live")
    old.publish()
    assert fresh(tree.form).version() == tree.application.version


def test_scheduled_publishing_and_expiry_harm_nothing(act, client, tree):
    """The checks of the editor do not run then: a second page of the program stays a draft."""
    second = make_program_page(tree.page.program, live=False)
    second.save_revision(approved_go_live_at=timezone.now())
    Page.objects.filter(pk=tree.form.pk).update(expire_at=timezone.now())
    call_command("publish_scheduled")
    assert state(tree) == CallState.WITHDRAWN
    assert not fresh(second).live
    assert client.get("/").status_code == 200
    assert tree.page.url in client.get("/").content.decode()
    act("wagtailadmin_pages:edit", second.pk, look=True)


@pytest.mark.parametrize("screen", ["edit", "usage", "workflow_history", "view_draft", "lock", "unlock", "privacy"])
def test_every_other_screen_of_a_page_answers(act, tree, screen):
    name = {"privacy": "wagtailadmin_pages:set_privacy", "edit": "wagtailadmin_pages:edit"}.get(
        screen, f"wagtailadmin_pages:{screen}"
    )
    for page in (tree.form, tree.page):
        act(name, page.pk, look=screen == "edit")


def test_a_locale_in_use_stays(act, tree):
    act("wagtaillocales:delete", tree.home.locale_id)
    assert Locale.objects.count() == 2


def test_deleting_the_site_or_the_editors_group_touches_no_row(client, tree):
    client.force_login(make_user(superuser=True))
    before = tree.rows()
    group = Group.objects.create(name="Editors of everything")
    for name, row in (("wagtailusers_groups:delete", group), ("wagtailsites:delete", Site.objects.get())):
        assert client.post(reverse(name, args=[row.pk])).status_code == 302
    assert tree.rows() == before
    assert client.get("/").status_code < 500


@pytest.mark.parametrize("in_bulk", [True, False])
def test_deleting_a_user_keeps_what_they_decided(client, tree, in_bulk):
    client.force_login(make_user(superuser=True))
    before = tree.rows()
    decider = Decision.objects.get().by
    if in_bulk:
        address = reverse("wagtail_bulk_action", args=["auth", "user", "delete"], query={"id": decider.pk})
    else:
        address = reverse("wagtailusers_users:delete", args=[decider.pk])
    assert client.post(address).status_code == 302
    assert not get_user_model().objects.filter(pk=decider.pk).exists()
    assert tree.rows() == before
    assert Decision.objects.get().by is None


def test_looking_for_what_needs_a_page_does_not_grow_with_the_tree(tree):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            page_obstacles([tree.home])
        return len(queries)

    asked()
    few = asked()
    for _ in range(10):
        make_program_page(tree.page.program)
    assert asked() == few
