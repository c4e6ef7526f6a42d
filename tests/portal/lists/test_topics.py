"""The association's own list of topics: who keeps it, and how a topic is found."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from portal.models import Topic
from tests.factories import make_page_editor, make_user
from tests.saving import save

pytestmark = pytest.mark.django_db

FIELDS = {"name": "Storytime", "name_es": "Hora del cuento", "slug": "storytime"}


def test_a_topic_is_added_renamed_and_deleted(client):
    client.force_login(make_user(superuser=True))
    assert client.post(reverse("topic:add"), FIELDS).status_code == 302
    topic = Topic.objects.get()
    assert save(client, reverse("topic:edit", args=[topic.pk]), FIELDS | {"name": "Storytimes"}).status_code == 302
    assert list(client.get(reverse("topic:index"), {"q": "cuento"}).context["object_list"].values_list("name")) == [
        ("Storytimes",)
    ]
    assert client.post(reverse("topic:delete", args=[topic.pk])).status_code == 302
    assert not Topic.objects.exists()


def test_two_topics_have_two_names_and_addresses(client):
    Topic.objects.create(**FIELDS)
    client.force_login(make_user(superuser=True))
    response = client.post(reverse("topic:add"), FIELDS)
    assert set(response.context["form"].errors) == {"name", "slug"}


def test_only_who_was_given_djangos_permission_keeps_topics(client):
    user = make_page_editor()
    client.force_login(user)
    topic = Topic.objects.create(**FIELDS)
    for name, args in (("index", []), ("add", []), ("edit", [topic.pk]), ("delete", [topic.pk])):
        assert client.get(reverse(f"topic:{name}", args=args)).status_code == 302, name
        client.post(reverse(f"topic:{name}", args=args), FIELDS | {"name": "Taken over"})
    assert list(Topic.objects.values_list("name", flat=True)) == ["Storytime"]
    user.user_permissions.add(Permission.objects.get(codename="change_topic"))
    assert client.get(reverse("topic:edit", args=[topic.pk])).status_code == 200
    assert client.get(reverse("topic:add")).status_code == 302
    assert reverse("topic:index") in client.get(reverse("wagtailadmin_home")).content.decode()
