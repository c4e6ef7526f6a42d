"""History says who changed what from what to what, and gives a way back."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.models import Topic
from tests.factories import make_user
from tests.saving import fields

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    client = Client()
    client.force_login(make_user("ann", superuser=True))
    return client


@pytest.fixture
def topic(ann):
    """Added, and renamed twice, through its form."""
    ann.post(reverse("topic:add"), {"name": "Storytime", "name_es": "Hora del cuento", "slug": "storytime"})
    topic = Topic.objects.get()
    for name in ("Stories", "Tales"):
        ann.post(address(topic), fields(ann.get(address(topic))) | {"name": name})
    return topic


def address(topic, name="edit"):
    return reverse(f"topic:{name}", args=[topic.pk])


def changes(client, topic):
    entries = client.get(address(topic, "history")).context["object_list"]
    return [[(line.label, line.before, line.after) for line in entry.changes["lines"]] for entry in entries]


def test_history_says_from_what_to_what(ann, topic):
    assert changes(ann, topic) == [[("Name", "Stories", "Tales")], [("Name", "Storytime", "Stories")], []]
    shown = ann.get(address(topic, "history")).content.decode()
    assert "ann" in shown
    assert "Storytime" in shown


def test_an_earlier_version_fills_the_form_and_is_stored_when_somebody_saves_it(ann, topic):
    first = ModelLogEntry.objects.get(action="wagtail.create", object_id=str(topic.pk))
    back = f"{address(topic)}?version={first.pk}"
    assert f'href="{back}"' in ann.get(address(topic, "history")).content.decode()
    shown = ann.get(back)
    assert fields(shown)["name"] == "Storytime"
    assert "Nothing is stored until you save" in shown.content.decode()
    assert Topic.objects.get().name == "Tales"
    assert ann.post(address(topic), fields(shown)).status_code == 302
    assert Topic.objects.get().name == "Storytime"
    assert changes(ann, topic)[0] == [("Name", "Tales", "Storytime")]


@pytest.mark.parametrize("asked", ["0", "-1", "x", "9" * 30, "٣", "\0"])
def test_a_version_that_is_none_of_this_row_is_not_found(ann, topic, asked):
    assert ann.get(address(topic), {"version": asked}).status_code == 404


def test_a_version_of_another_row_is_not_found(ann, topic):
    ann.post(reverse("topic:add"), {"name": "Reading", "slug": "reading"})
    other = ModelLogEntry.objects.filter(label="Reading").get()
    assert ann.get(address(topic), {"version": other.pk}).status_code == 404


def test_history_of_many_changes_asks_as_often_as_of_few(
    ann, topic, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(30) as few:
        ann.get(address(topic, "history"))
    asked = len(few.captured_queries)
    for n in range(10):
        ann.post(address(topic), fields(ann.get(address(topic))) | {"name": f"Name {n}"})
    with django_assert_num_queries(asked):
        assert len(changes(ann, topic)) == 13


def test_a_deleted_row_leaves_what_it_was(ann, topic):
    ann.post(address(topic, "delete"))
    entry = ModelLogEntry.objects.get(action="wagtail.delete", object_id=str(topic.pk))
    assert entry.data["before"]["fields"]["name"] == "Tales"
    assert entry.user_display_name == "ann"
