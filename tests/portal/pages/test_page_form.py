"""A page whose end has passed can be edited again; an error stands where one looks."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from home.models import HomePage, StandardPage
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    home = HomePage.objects.get(locale=Locale.get_default())
    page = home.add_child(instance=StandardPage(title="Harmless", slug="harmless", live=False))
    page.expire_at = (timezone.now() - timedelta(days=2)).replace(second=0, microsecond=0)
    page.save_revision().publish()
    Page.objects.get(pk=page.pk).unpublish(set_expired=True)
    return StandardPage.objects.get(pk=page.pk)


def save(client, page, expire_at, **fields):
    client.force_login(make_user(superuser=True))
    own = {"title": "New title", "slug": page.slug, "body-count": 0, "expire_at": expire_at}
    comments = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), own | comments | fields)


def typed(instant):
    return timezone.localtime(instant).strftime("%Y-%m-%d %H:%M")


def test_a_draft_of_it_is_saved(client, page):
    assert save(client, page, typed(page.expire_at)).status_code == 302
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.expire_at) == ("New title", page.expire_at)


def test_publishing_it_says_above_everything_else_where_to_look(client, page):
    answer = save(client, page, typed(page.expire_at), **{"action-publish": "on"})
    assert "Under “Status”, open the schedule" in answer.content.decode()
    assert answer.context["form"].has_error("expire_at")
    page.refresh_from_db()
    assert not page.live


def test_it_is_published_without_its_end(client, page):
    assert save(client, page, "", **{"action-publish": "on"}).status_code == 302
    page.refresh_from_db()
    assert (page.live, page.expire_at) == (True, None)


def test_a_new_end_in_the_past_is_refused_in_a_draft_too(client, page):
    answer = save(client, page, typed(page.expire_at - timedelta(days=1)))
    assert answer.context["form"].has_error("expire_at")
