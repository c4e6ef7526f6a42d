"""A program has one published page in each language, by whatever way another one comes to be; and none locks the other."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.models import HomePage
from programs.models import ProgramPage
from tests.factories import make_page_editor, make_program, make_program_page, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    page = make_program_page(make_program("ALSC"))
    page.save_revision().publish()
    return ProgramPage.objects.get(pk=page.pk)


def published(page):
    return set(ProgramPage.objects.live().filter(program=page.program, alias_of=None))


def test_a_tree_is_copied_with_its_program_pages_as_drafts(client, page):
    """The parent of the page is copied with all below, and its copies are to be published."""
    client.force_login(make_user(superuser=True))
    home = page.get_parent()
    fields = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": home.get_parent().pk}
    asked = {"copy_subpages": "on", "publish_copies": "on"}
    address = reverse("wagtailadmin_pages:copy", args=[home.pk])
    told = client.post(address, fields | asked, follow=True).content.decode()
    assert HomePage.objects.get(slug="copy").live
    assert ProgramPage.objects.count() == 2
    assert published(page) == {page}
    assert "was copied as a draft: its program has a published page" in told


@pytest.mark.parametrize("recursive", [True, False])
def test_copying_by_code_makes_no_second_page_either(page, recursive):
    copied = page.copy(recursive=recursive, update_attrs={"slug": "copy"}, keep_live=True)
    stored = ProgramPage.objects.get(pk=copied.pk)
    assert (stored.live, stored.live_revision, stored.has_unpublished_changes) == (False, None, True)
    assert published(page) == {page}


def test_an_alias_becomes_a_draft_when_it_is_converted(client, page):
    alias = page.create_alias(update_slug="alias")
    client.force_login(make_user(superuser=True))
    client.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]))
    assert published(page) == {page}


def test_a_scheduled_second_page_stays_a_draft(page):
    second = make_program_page(page.program, live=False)
    second.save_revision(approved_go_live_at=timezone.now())
    call_command("publish_scheduled")
    assert published(page) == {page}


def test_a_second_page_that_was_published_before_does_not_lock_the_first(client, page):
    second = make_program_page(page.program, live=False)
    Page.objects.filter(pk=second.pk).update(live=True)
    client.force_login(make_page_editor(page))
    fields = {
        "title": "New title",
        "slug": page.slug,
        "program": page.program_id,
        "overview": "null",
        "picture-count": 0,
        "body-count": 0,
        "resources-count": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "on",
    }
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), fields)
    page.refresh_from_db()
    assert (page.title, page.live) == ("New title", True)
