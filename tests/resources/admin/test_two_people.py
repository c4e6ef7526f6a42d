"""Entries that two people have open, and what bulk actions, imports and windows record of them."""

import json

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.models import Topic
from resources.models import Activity, ActivityPart, Citation
from tests.saving import fields

pytestmark = pytest.mark.django_db


def address(row, name="edit"):
    return reverse(f"wagtailsnippets_resources_{row._meta.model_name}:{name}", args=[row.pk])


def logged(row, action):
    return ModelLogEntry.objects.for_instance(row).get(action=action)


def changes(client, row):
    entries = client.get(address(row, "history")).context["object_list"]
    return [[(line.label, line.before, line.after) for line in entry.changes["lines"]] for entry in entries]


@pytest.fixture
def citation():
    return Citation.objects.create(kind="book", title="Emma", authors="Austen, Jane", date="1815", draft=True)


def test_a_bulk_action_counts_as_a_save_and_is_recorded(admin_client, citation):
    opened = fields(admin_client.get(address(citation)))
    bulk = reverse("wagtail_bulk_action", args=["resources", "citation", "publish"])
    admin_client.post(f"{bulk}?id={citation.pk}&next=/admin/")
    assert changes(admin_client, citation) == [[("Draft", "Yes", "No")]]
    answer = admin_client.post(address(citation), opened | {"title": "Persuasion"})
    assert answer.status_code == 200
    assert [(each.label, each.saved) for each in answer.context["conflict"].taken_over] == [("Draft", "No")]
    assert admin_client.post(address(citation), fields(answer)).status_code == 302
    citation.refresh_from_db()
    assert (citation.title, citation.draft) == ("Persuasion", False)


def test_topics_are_told_by_name_and_come_back_with_an_earlier_version(admin_client, citation):
    topic = Topic.objects.create(name="Novels", slug="novels")
    admin_client.post(address(citation), fields(admin_client.get(address(citation))))
    admin_client.post(address(citation), fields(admin_client.get(address(citation))) | {"topics": [topic.pk]})
    admin_client.post(address(citation), fields(admin_client.get(address(citation))) | {"topics": []})
    assert changes(admin_client, citation)[:2] == [[("Topics", "Novels", "–")], [("Topics", "–", "Novels")]]
    version = ModelLogEntry.objects.for_instance(citation).order_by("pk")[1]
    shown = admin_client.get(address(citation), {"version": version.pk})
    assert not citation.topics.exists()
    admin_client.post(address(citation), fields(shown))
    assert list(citation.topics.all()) == [topic]


def test_the_order_of_parts_counts(admin_client):
    activity = Activity.objects.create(text="Read together")
    parts = [
        ActivityPart.objects.create(activity=activity, text=text, sort_order=place)
        for place, text in enumerate(["One", "Two"])
    ]
    opened = fields(admin_client.get(address(activity)))
    for place, part in enumerate(reversed(parts)):
        part.sort_order = place
        part.save()
    assert admin_client.post(address(activity), opened | {"text": "Write together"}).status_code == 200
    assert Activity.objects.get().text == "Read together"


def test_a_deletion_of_several_is_recorded_with_what_they_were(admin_client, citation):
    bulk = reverse("wagtail_bulk_action", args=["resources", "citation", "delete"])
    admin_client.post(f"{bulk}?id={citation.pk}&next=/admin/")
    assert not Citation.objects.exists()
    assert logged(citation, "wagtail.delete").data["before"]["fields"]["title"] == "Emma"


def test_an_import_and_a_window_record_what_they_add(admin_client, admin_user):
    record = json.dumps([{"type": "book", "title": "Emma", "author": [{"family": "Austen"}]}])
    admin_client.post(reverse("wagtailsnippets_resources_citation:import"), {"text": record, "name": "csl"})
    entry = logged(Citation.objects.get(), "wagtail.create")
    assert (entry.user, entry.data["after"]["fields"]["title"]) == (admin_user, "Emma")
    create = Activity.snippet_viewset.chooser_viewset.get_url_name("create")
    answer = admin_client.post(reverse(create), {"text": "Walk", "for_whom": "both"})
    assert answer.json()["step"] == "chosen"
    assert logged(Activity.objects.get(), "wagtail.create").user == admin_user
