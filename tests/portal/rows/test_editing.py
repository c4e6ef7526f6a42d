"""Two people at one row: no save overwrites another in silence, and nothing that was typed is lost."""

import threading

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from portal.models import Topic
from tests.factories import make_user
from tests.saving import fields

pytestmark = pytest.mark.django_db

REFUSED = "Not saved: somebody else saved this meanwhile. Nothing you typed is lost."
UNTOLD = "Not saved: it cannot be told which version you were editing. Nothing you typed is lost."


@pytest.fixture
def topic():
    return Topic.objects.create(name="Storytime", name_es="Hora del cuento", slug="storytime")


def editor(name):
    client = Client()
    client.force_login(make_user(name, superuser=True))
    return client


@pytest.fixture
def ann():
    return editor("ann")


@pytest.fixture
def ben():
    return editor("ben")


def address(topic):
    return reverse("topic:edit", args=[topic.pk])


def stored(topic):
    return Topic.objects.values_list("name", "name_es", "slug").get(pk=topic.pk)


def clashes(response):
    return [(each.label, each.typed, each.saved) for each in response.context["conflict"].clashes]


def taken_over(response):
    return [(each.label, each.saved) for each in response.context["conflict"].taken_over]


def test_who_saves_first_is_not_overwritten_and_who_saves_second_loses_nothing(topic, ann, ben):
    opened = fields(ann.get(address(topic)))
    assert ben.post(address(topic), fields(ben.get(address(topic))) | {"name": "Stories"}).status_code == 302
    answer = ann.post(address(topic), opened | {"name": "Tales"})
    assert answer.status_code == 200
    assert stored(topic)[0] == "Stories"
    shown = answer.content.decode()
    assert REFUSED in shown
    assert "by ben." in shown
    assert clashes(answer) == [("Name", "Tales", "Stories")]
    again = fields(answer)
    assert again["name"] == "Tales"
    assert ann.post(address(topic), again).status_code == 302
    assert stored(topic)[0] == "Tales"


def test_the_other_value_is_taken_on_purpose(topic, ann, ben):
    opened = fields(ann.get(address(topic)))
    ben.post(address(topic), fields(ben.get(address(topic))) | {"name": "Stories"})
    again = fields(ann.post(address(topic), opened | {"name": "Tales", "slug": "tales"}))
    assert ann.post(address(topic), again | {"take": "name"}).status_code == 302
    assert stored(topic) == ("Stories", "Hora del cuento", "tales")


def test_a_value_that_is_taken_is_shown_and_can_be_edited_where_something_else_is_wrong(topic, ann, ben):
    opened = fields(ann.get(address(topic)))
    ben.post(address(topic), fields(ben.get(address(topic))) | {"name": "Stories"})
    again = fields(ann.post(address(topic), opened | {"name": "Tales"}))
    wrong = ann.post(address(topic), again | {"take": "name", "slug": "no slug"})
    assert wrong.status_code == 200
    shown = fields(wrong)
    assert (shown["name"], shown["slug"]) == ("Stories", "no slug")
    ann.post(address(topic), shown | {"slug": "one-slug", "name": "Fables"})
    assert stored(topic) == ("Fables", "Hora del cuento", "one-slug")


def test_what_one_of_them_left_alone_is_taken_over(topic, ann, ben):
    opened = fields(ann.get(address(topic)))
    ben.post(address(topic), fields(ben.get(address(topic))) | {"name_es": "Cuentos"})
    answer = ann.post(address(topic), opened | {"name": "Tales"})
    assert clashes(answer) == []
    assert taken_over(answer) == [("Name in Spanish", "Cuentos")]
    assert ann.post(address(topic), fields(answer)).status_code == 302
    assert stored(topic) == ("Tales", "Cuentos", "storytime")


def test_a_second_stale_save_is_refused_as_the_first(topic, ann, ben):
    opened = fields(ann.get(address(topic)))
    ben.post(address(topic), fields(ben.get(address(topic))) | {"name": "Stories"})
    again = fields(ann.post(address(topic), opened | {"name": "Tales"}))
    ben.post(address(topic), fields(ben.get(address(topic))) | {"name": "Legends"})
    assert clashes(ann.post(address(topic), again)) == [("Name", "Tales", "Legends")]
    assert stored(topic)[0] == "Legends"


def test_a_save_from_elsewhere_counts(topic, ann):
    opened = fields(ann.get(address(topic)))
    Topic.objects.filter(pk=topic.pk).update(name="Changed by a command")
    answer = ann.post(address(topic), opened | {"name": "Tales"})
    assert clashes(answer) == [("Name", "Tales", "Changed by a command")]
    assert "Last saved" not in answer.content.decode()


@pytest.mark.parametrize("token", [None, "", "nonsense", "a:b:c", "\0", "٣:é", "x" * 5000])
def test_a_form_without_what_it_was_opened_with_is_kindly_refused(topic, ann, token):
    sent = fields(ann.get(address(topic))) | {"name": "Tales"}
    del sent["as_opened"]
    answer = ann.post(address(topic), sent if token is None else sent | {"as_opened": token})
    assert answer.status_code == 200
    assert UNTOLD in answer.content.decode()
    assert clashes(answer) == [("Name", "Tales", "Storytime")]
    assert stored(topic)[0] == "Storytime"
    assert ann.post(address(topic), fields(answer)).status_code == 302
    assert stored(topic)[0] == "Tales"


def test_what_another_row_was_opened_with_is_none(topic, ann):
    other = Topic.objects.create(name="Reading", slug="reading")
    sent = fields(ann.get(address(topic))) | {"name": "Tales"}
    sent["as_opened"] = fields(ann.get(address(other)))["as_opened"]
    assert UNTOLD in ann.post(address(topic), sent).content.decode()
    assert stored(topic)[0] == "Storytime"


def test_what_is_wrong_is_told_together_with_what_was_saved_meanwhile(topic, ann, ben):
    opened = fields(ann.get(address(topic)))
    ben.post(address(topic), fields(ben.get(address(topic))) | {"name": "Stories"})
    answer = ann.post(address(topic), opened | {"slug": "no slug"})
    assert answer.context["form"].errors["slug"]
    assert fields(answer)["slug"] == "no slug"
    assert fields(answer)["name"] == "Stories"


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_the_same_moment_one_is_refused(topic):
    clients = [editor(f"racer{n}") for n in range(4)]
    forms = [fields(client.get(address(topic))) for client in clients]
    start, answers = threading.Barrier(len(clients)), []

    def post(client, form, n):
        start.wait()
        try:
            answers.append(client.post(address(topic), form | {"name": f"Name {n}"}).status_code)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=post, args=(client, form, n))
        for n, (client, form) in enumerate(zip(clients, forms, strict=True))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, 200, 200, 302]
    assert ModelLogEntry.objects.filter(action="wagtail.edit", object_id=str(topic.pk)).count() == 1


def test_a_row_that_two_have_open_tells_both(topic, ann, ben):
    ann.get(address(topic))
    shown = ben.get(address(topic))
    session = shown.context["editing_sessions"]
    assert f'data-w-swap-src-value="{session.ping_url}"' in shown.content.decode()
    told = ben.post(session.ping_url).json()
    assert [each["user"] for each in told["other_sessions"]] == ["ann"]
    ben.post(session.release_url)
