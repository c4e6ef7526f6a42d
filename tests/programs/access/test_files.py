"""Who may add, choose and change pictures and documents: by duty, each program's apart from the others'."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page
from wagtail.permissions import policy_registry

from home.models import HomePage
from programs.models import Program
from tests.factories import make_member, make_page_editor, make_program, make_program_page, make_user
from tests.portal.files.making import PDF

pytestmark = pytest.mark.django_db
Document = get_document_model()


@pytest.fixture
def program():
    program = make_program("OURS")
    make_program_page(program)
    return program


@pytest.fixture
def other():
    other = make_program("ELSE")
    make_program_page(other)
    return other


def planners(program):
    return {
        "editor": make_page_editor(program.pages.get()),
        "coordinator": make_member(program),
    }


def outsiders(program):
    return {
        "reader": make_member(program, "reader"),
        "observer": make_member(program, "observer"),
        "nobody": make_user(),
    }


def hand_in(client, collection, name="handbook.pdf"):
    return client.post(
        reverse("wagtaildocs:add"),
        {"title": "New", "collection": collection.pk, "tags": "", "file": SimpleUploadedFile(name, PDF)},
    )


def stored(collection, title="Theirs"):
    return Document.objects.create(title=title, file=ContentFile(PDF, "theirs.pdf"), collection=collection)


def test_a_program_has_a_collection_that_is_called_like_it(program):
    assert program.collection.name == program.name
    program.name = "Another name"
    program.save()
    again = Program.objects.get(pk=program.pk)
    assert (again.collection.pk, again.collection.name) == (program.collection.pk, "Another name")


@pytest.mark.parametrize("who", ["editor", "coordinator"])
def test_who_plans_a_program_hands_in_files_for_it(client, program, who):
    client.force_login(planners(program)[who])
    assert hand_in(client, program.collection).status_code == 302
    row = Document.objects.get()
    assert row.collection == program.collection
    page = client.get(reverse("wagtaildocs:edit", args=[row.pk]))
    assert page.status_code == 200
    client.post(
        reverse("wagtaildocs:edit", args=[row.pk]),
        {"title": "Handbook", "collection": program.collection.pk, "tags": ""},
    )
    row.refresh_from_db()
    assert row.title == "Handbook"


@pytest.mark.parametrize("who", ["editor", "coordinator"])
def test_who_plans_a_program_cannot_reach_the_files_of_another(client, program, other, who):
    client.force_login(planners(program)[who])
    theirs = stored(other.collection)
    for name in ("edit", "delete"):
        assert client.get(reverse(f"wagtaildocs:{name}", args=[theirs.pk])).status_code in {302, 403}
    client.post(reverse("wagtaildocs:edit", args=[theirs.pk]), {"title": "Taken", "collection": other.collection.pk})
    client.post(reverse("wagtaildocs:delete", args=[theirs.pk]))
    client.post(reverse("wagtaildocs:delete_multiple", args=[theirs.pk]))
    client.post(f"/admin/bulk/wagtaildocs/document/delete/?id={theirs.pk}&next=/admin/documents/")
    theirs.refresh_from_db()
    assert theirs.title == "Theirs"
    hand_in(client, other.collection)
    assert not Document.objects.filter(title="New", collection=other.collection).exists()
    for path in ("/admin/documents/", "/admin/documents/chooser/", "/admin/api/main/documents/"):
        assert "Theirs" not in client.get(path).content.decode()


def test_who_edits_pages_chooses_from_what_the_association_has(client, program):
    stored(Collection.get_first_root_node(), "Of all")
    client.force_login(make_page_editor(program.pages.get()))
    assert "Of all" in client.get("/admin/documents/chooser/").content.decode()
    ours = Document.objects.get()
    assert client.get(reverse("wagtaildocs:edit", args=[ours.pk])).status_code in {302, 403}


def test_who_edits_the_home_page_keeps_all_files(client, program):
    client.force_login(make_page_editor(HomePage.objects.get(slug="home")))
    for collection in (Collection.get_first_root_node(), program.collection):
        hand_in(client, collection)
    assert Document.objects.filter(title="New").count() == 2


@pytest.mark.parametrize("who", ["reader", "observer", "nobody"])
def test_others_hand_in_nothing(client, program, who):
    client.force_login(outsiders(program)[who])
    stored(program.collection)
    hand_in(client, program.collection)
    assert Document.objects.filter(title="New").count() == 0
    for path in ("/admin/documents/", "/admin/documents/chooser/", "/admin/api/main/documents/"):
        assert "Theirs" not in client.get(path).content.decode()


@pytest.mark.parametrize("name", ["Editors", "Moderators"])
def test_wagtails_first_groups_have_no_right_on_files(name):
    group = Group.objects.get(name=name)
    assert not group.collection_permissions.exists()
    assert not group.permissions.filter(content_type__app_label__in=["wagtaildocs", "wagtailimages"]).exists()


def test_a_group_keeps_what_it_is_given_on_purpose(program):
    user = make_user(groups=["Editors"])
    policy = policy_registry.get_by_type(Document)
    assert policy.user_has_permission(user, "add"), "Wagtail lets this group edit every page"
    Page.objects.get(depth=1).group_permissions.all().delete()
    assert not policy.user_has_permission(make_user(groups=["Editors"]), "add")


def test_a_duty_that_ended_gives_nothing(program):
    member = make_member(program)
    policy = policy_registry.get_by_type(Document)
    assert policy.collections_user_has_permission_for(member, "add").exists()
    member.is_active = False
    member.__dict__.pop("_files_by_duty")
    assert not policy.user_has_permission(member, "add")
