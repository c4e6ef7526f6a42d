"""A privacy notice that goes while people are asked to apply: whoever does it is told first, and asked once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from home.models import HomePage, StandardPage
from portal.asking.consequences import SEEN
from tests.factories import make_call, make_privacy_notice, make_program, make_user

pytestmark = pytest.mark.django_db

LOSS = "link to no privacy notice"
ONLY = "It is the only published privacy notice: no further call can be published without one."


@pytest.fixture
def call():
    return make_call(make_program("ALSC"))


@pytest.fixture
def notice(call):
    notice = make_privacy_notice()
    notice.save_revision().publish()
    return StandardPage.objects.get(pk=notice.pk)


@pytest.fixture
def spanish(notice):
    locale = Locale.objects.get(language_code="es")
    home = HomePage.objects.get(locale=Locale.get_default()).copy_for_translation(locale)
    home.save_revision().publish()
    translated = notice.copy_for_translation(locale)
    translated.save_revision().publish()
    return StandardPage.objects.get(pk=translated.pk)


@pytest.fixture
def admin(client):
    client.force_login(make_user(superuser=True))
    return client


def publish(client, page, **fields):
    own = {
        "title": page.title,
        "slug": page.slug,
        "purpose": page.purpose,
        "body-count": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "on",
    }
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), own | fields)


def in_three_days():
    return timezone.localtime(timezone.now() + timedelta(days=3)).strftime("%Y-%m-%d %H:%M")


def said(answer):
    return answer.content.decode()


def test_an_end_of_the_only_notice_is_asked_about_once(admin, notice):
    answer = publish(admin, notice, expire_at=in_three_days())
    assert f"Forms in English {LOSS} once “Privacy notice” expires on" in said(answer)
    assert ONLY in said(answer)
    assert StandardPage.objects.get(pk=notice.pk).expire_at is None
    token = answer.context["form"].asked_token
    assert publish(admin, notice, expire_at=in_three_days(), **{SEEN: token}).status_code == 302
    assert StandardPage.objects.get(pk=notice.pk).expire_at


def test_an_end_of_the_original_takes_its_translation_along(admin, notice, spanish):
    told = said(publish(admin, notice, expire_at=in_three_days()))
    assert f"Forms in English {LOSS}" in told
    assert f"Forms in Spanish {LOSS}" in told
    assert ONLY in told


def test_unpublishing_one_language_says_whose_readers_lose_it(admin, notice, spanish):
    address = reverse("wagtailadmin_pages:unpublish", args=[spanish.pk])
    answer = admin.post(address)
    assert f"Forms in Spanish {LOSS} once “Privacy notice” is unpublished." in said(answer)
    assert "Forms in English" not in said(answer)
    assert ONLY not in said(answer)
    assert Page.objects.get(pk=spanish.pk).live
    admin.post(address, {SEEN: answer.context["token"]})
    assert not Page.objects.get(pk=spanish.pk).live


def test_unpublishing_in_bulk_asks_the_same(admin, notice, spanish):
    chosen = {"next": "/admin/", "id": [spanish.pk]}
    answer = admin.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"], query=chosen))
    assert f"Forms in Spanish {LOSS}" in said(answer)
    assert Page.objects.get(pk=spanish.pk).live


@pytest.mark.parametrize("above", [False, True])
def test_making_it_or_a_page_above_it_private_asks(admin, notice, above):
    page = notice.get_parent() if above else notice
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    answer = admin.post(address, {"restriction_type": "login"})
    assert f"Forms in English {LOSS} while" in answer.json()["html"]
    assert not PageViewRestriction.objects.exists()
    admin.post(address, {"restriction_type": "login", SEEN: answer.context["form"].asked_token})
    assert PageViewRestriction.objects.exists()


def test_another_purpose_asks(admin, notice):
    answer = publish(admin, notice, purpose="about")
    assert f"Forms in English {LOSS} once “Privacy notice” has another purpose." in said(answer)
    assert StandardPage.objects.get(pk=notice.pk).purpose == "privacy"


def test_a_draft_with_another_purpose_asks_when_it_is_published_in_bulk(admin, notice):
    notice.purpose = ""
    notice.save_revision()
    chosen = {"next": "/admin/", "id": [notice.pk]}
    answer = admin.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"], query=chosen))
    assert "has another purpose" in said(answer)
    assert StandardPage.objects.get(pk=notice.pk).purpose == "privacy"


def test_moving_it_elsewhere_asks(admin, notice):
    other = notice.get_parent().add_child(instance=StandardPage(title="About", slug="about"))
    answer = admin.post(reverse("wagtailadmin_pages:move_confirm", args=[notice.pk, other.pk]))
    assert f"Forms in English {LOSS} once “Privacy notice” stands elsewhere." in said(answer)
    assert Page.objects.get(pk=notice.pk).get_parent().pk != other.pk


def test_nothing_is_asked_where_nobody_is_asked_to_apply(admin, notice, call):
    type(call).objects.update(opens=None, closes=timezone.now())
    assert publish(admin, notice, expire_at=in_three_days()).status_code == 302


def test_nothing_is_asked_about_other_pages_nor_of_the_same_notice(admin, notice):
    about = notice.get_parent().add_child(instance=StandardPage(title="About", slug="about", purpose="about"))
    assert publish(admin, about, expire_at=in_three_days()).status_code == 302
    assert publish(admin, notice, title="Privacy").status_code == 302


def test_nothing_is_asked_while_another_notice_in_the_language_stays(admin, notice):
    make_privacy_notice(title="The old one", slug="old")
    assert admin.post(reverse("wagtailadmin_pages:unpublish", args=[notice.pk])).status_code == 302
    assert not Page.objects.get(pk=notice.pk).live
