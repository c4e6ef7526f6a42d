"""A page with a place to be filled in is a draft until it is filled, whichever way somebody tries to publish it."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.first_day.pages import add_drafts
from home.models import StandardPage
from portal.checks.walking.pages import findings_of
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(client):
    add_drafts(["en", "es"])
    client.force_login(make_user(superuser=True))
    return StandardPage.objects.get(purpose="privacy", locale__language_code="en")


def is_live(page):
    return StandardPage.objects.filter(pk=page.pk, live=True).exists()


def send(client, page, text, **action):
    part = {"heading": "One", "text": rich_text(f"<p>{text}</p>")}
    data = {"title": page.title, "slug": page.slug, "lead": "", "purpose": page.purpose, "comments": {}}
    data["body"] = streamfield([("section", part)])
    counts = {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    sent = nested_form_data(data) | counts | {"comments-MAX_NUM_FORMS": "", **action}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), sent)


def test_starting_texts_are_found_by_the_checks_in_both_languages(notice):
    for page in StandardPage.objects.all():
        assert any("still to be filled in" in one.what for one in findings_of(page)), page


def test_publishing_with_a_place_unfilled_is_refused_in_words(client, notice):
    page = send(client, notice, "[To be completed: who]", **{"action-publish": "1"}).content.decode()
    assert "The page cannot be published before" in page
    assert not is_live(notice)


def test_draft_with_a_place_unfilled_is_saved(client, notice):
    assert send(client, notice, "[To be completed: how long]").status_code == 302
    assert "how long" in str(notice.get_latest_revision_as_object().body)


def test_filled_page_is_published(client, notice):
    send(client, notice, "Ours, one year.", **{"action-publish": "1"})
    assert is_live(notice)


def test_bulk_publishing_is_refused_in_words(client, notice):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{address}?id={notice.pk}&next=/admin/", {"include_descendants": ""}, follow=True)
    assert "Nothing was published." in response.content.decode()
    assert not is_live(notice)


def test_whoever_publishes_past_the_screens_keeps_a_draft(notice):
    notice.get_latest_revision().publish()
    assert not is_live(notice)
