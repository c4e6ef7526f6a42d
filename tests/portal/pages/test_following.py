"""No alias or translation is shown before the day its original goes live, nor after its end: with a harmless page."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from home.models import HomePage, StandardPage
from tests.factories import make_user

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def home():
    return HomePage.objects.get(locale=Locale.get_default())


@pytest.fixture
def spanish(home):
    home.copy_for_translation(Locale.objects.get(language_code="es")).save_revision().publish()
    return Locale.objects.get(language_code="es")


def make_page(home, **fields):
    page = home.add_child(instance=StandardPage(title="Harmless", slug="harmless", live=False))
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return fresh(page)


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def is_shown(client, page):
    return client.get(fresh(page).full_url).status_code == 200


def move_schedule_back(page):
    """As if the days until its schedule had gone by."""
    Page.objects.filter(pk=page.pk).update(go_live_at=timezone.now() - DAY)
    for revision in Page.objects.get(pk=page.pk).revisions.all():
        revision.content["go_live_at"] = (timezone.now() - DAY).isoformat()
        revision.approved_go_live_at = timezone.now() - DAY
        revision.save()


def test_an_alias_waits_for_the_day_of_its_page(client, home):
    page = home.add_child(instance=StandardPage(title="Harmless", slug="harmless", live=False))
    alias = page.create_alias(update_slug="alias")
    page.go_live_at = timezone.now() + DAY
    page.save_revision().publish()
    assert not is_shown(client, alias)
    assert fresh(alias).full_url not in client.get("/sitemap.xml").content.decode()
    move_schedule_back(page)
    call_command("publish_scheduled")
    assert is_shown(client, page)
    assert is_shown(client, alias)


def test_an_alias_of_a_translation_waits_as_well(client, home, spanish):
    page = make_page(home, go_live_at=timezone.now() + DAY)
    translation = page.copy_for_translation(spanish)
    alias = translation.create_alias(update_slug="alias")
    translation.go_live_at = None
    translation.save_revision().publish()
    assert not is_shown(client, alias)


def test_a_translation_waits_for_the_day_of_its_original(client, home, spanish):
    page = make_page(home, go_live_at=timezone.now() + DAY)
    translation = page.copy_for_translation(spanish)
    translation.go_live_at = None
    translation.save_revision().publish()
    assert not is_shown(client, translation)
    assert fresh(translation).scheduled_revision
    move_schedule_back(page)
    fresh(translation).revisions.exclude(approved_go_live_at=None).update(approved_go_live_at=timezone.now() - DAY)
    call_command("publish_scheduled")
    assert is_shown(client, page)
    assert is_shown(client, translation)


def test_nobody_publishes_a_translation_early_by_whatever_way(client, home, spanish):
    page = make_page(home, go_live_at=timezone.now() + DAY)
    translation = page.copy_for_translation(spanish)
    translation.live = True
    translation.save(clean=False)
    assert not is_shown(client, translation)


@pytest.mark.parametrize("kind", ["alias", "translation"])
def test_neither_is_shown_after_the_end_of_its_page(client, home, spanish, kind):
    page = make_page(home)
    follower = page.create_alias(update_slug="alias") if kind == "alias" else page.copy_for_translation(spanish)
    if kind == "translation":
        follower.save_revision().publish()
    assert is_shown(client, follower)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - DAY)
    call_command("publish_scheduled")
    assert not is_shown(client, page)
    assert not is_shown(client, follower)
    if kind == "translation":
        fresh(follower).save_revision().publish()
    else:
        page.update_aliases()
    assert not is_shown(client, follower)


def test_a_page_without_an_original_in_the_first_language_is_published(client, home, spanish):
    spanish_home = home.get_translation(spanish)
    page = spanish_home.add_child(instance=StandardPage(title="Sola", slug="sola", live=False, locale=spanish))
    page.save_revision().publish()
    assert is_shown(client, page)


def test_the_screen_says_why_a_translation_is_not_published_yet(client, home, spanish):
    page = make_page(home, go_live_at=timezone.now() + DAY)
    translation = page.copy_for_translation(spanish)
    client.force_login(make_user(superuser=True))
    posted = {"next": "/admin/", "id": translation.pk}
    address = reverse("wagtailadmin_pages:edit", args=[translation.pk])
    fields = {
        "title": "Inocua",
        "slug": "inocua",
        "body-count": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
    }
    answer = client.post(address, posted | fields | {"action-publish": "on"}, follow=True)
    assert "when its original is" in answer.content.decode()
