"""A resource page that is copied for translation shows the same entries, in the other language."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page

from home.models import HomePage
from resources.models import ActivitiesPage, Activity, ActivityPart, GoalExample, GoalExamplesPage
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return HomePage.objects.get(locale=Locale.get_default())


@pytest.fixture
def pages(home):
    goal = GoalExample.objects.create(text="Learn", text_es="Aprender")
    activity = Activity.objects.create(text="Read", text_es="Leer")
    ActivityPart.objects.create(activity=activity, text="Slowly", text_es="Despacio", sort_order=0)
    goals = {"heading": "Ours", "goals": [goal.pk]}
    category = {"heading": "Ours", "numbered": False, "activities": [activity.pk], "editors_note": ""}
    found = [
        home.add_child(instance=GoalExamplesPage(title="Goals", body=[{"type": "goals", "value": goals}])),
        home.add_child(instance=ActivitiesPage(title="Things", body=[{"type": "category", "value": category}])),
    ]
    for page in found:
        page.save_revision().publish()
    return found


def translate(client, page):
    """What an editor does: asks for a translation, looks at it, and publishes it."""
    spanish = Locale.objects.get(language_code="es")
    address = reverse("simple_translation:submit_page_translation", args=[page.pk])
    answer = client.post(address, {"locales": [spanish.pk]}, follow=True)
    copy = page.get_translation(spanish)
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[copy.pk])
    assert answer.status_code == 200
    assert not copy.live
    copy.get_latest_revision().publish()
    return Page.objects.get(pk=copy.pk)


def test_a_page_that_is_translated_shows_the_same_entries_in_spanish(client, home, pages):
    client.force_login(make_user(superuser=True))
    translate(client, home)
    for page, texts in zip(pages, (["Aprender"], ["Leer", "Despacio"]), strict=True):
        copy = translate(client, page)
        shown = client.get(copy.url).content.decode()
        assert copy.url.startswith("/es/")
        assert all(text in shown for text in texts)
        assert "Learn" not in shown
        assert "Slowly" not in shown
        assert list(copy.specific.body.raw_data) == list(page.specific.body.raw_data)
    assert (GoalExample.objects.count(), Activity.objects.count(), ActivityPart.objects.count()) == (1, 1, 1)


def test_a_copy_of_a_page_shows_the_same_entries(client, home, pages):
    client.force_login(make_user(superuser=True))
    goals = pages[0]
    sent = {"new_title": "Copied", "new_slug": "copied", "new_parent_page": home.pk, "publish_copies": "on"}
    assert client.post(reverse("wagtailadmin_pages:copy", args=[goals.pk]), sent).status_code == 302
    copy = GoalExamplesPage.objects.get(slug="copied")
    assert "Learn" in client.get(copy.url).content.decode()
    assert GoalExample.objects.count() == 1
