import pytest
from django.urls import reverse

from programs.models import SavedFilter
from tests.factories import make_application, make_member, make_user
from tests.programs.moderation.queue.test_listing import QUEUE

SAVE = reverse("application:save_filter")


def save(client, name, query):
    return client.post(SAVE, {"name": name, "query": query})


def test_a_filter_is_saved_listed_opened_and_deleted(desk, call, coordinator):
    application = make_application(call)
    saved = save(desk, "Waiting longest", "status=received&ordering=-submitted_at")
    assert saved.url == f"{QUEUE}?status=received&ordering=-submitted_at"
    page = desk.get(QUEUE).content.decode()
    assert f'href="{QUEUE}?status=received&amp;ordering=-submitted_at" dir="auto">Waiting longest</a>' in page
    assert application.reference in desk.get(saved.url).content.decode()
    desk.post(reverse("application:delete_filter", args=[SavedFilter.objects.get().pk]))
    assert not SavedFilter.objects.exists()


def test_a_name_is_given_to_the_newest(desk):
    save(desk, "Mine", "status=received")
    save(desk, "Mine", "status=accepted")
    assert list(SavedFilter.objects.values_list("query", flat=True)) == ["status=accepted"]


@pytest.mark.parametrize(
    ("query", "kept", "shown"),
    [
        ("status=received&q=Sample+Person", "status=received", "?status=received&q=Sample+Person"),
        ("status=received&p=7&next=https://evil.example", "status=received", "?status=received"),
        ("unread=yes&unread=&x=%00", "unread=yes", "?unread=yes"),
    ],
)
def test_only_what_this_list_knows_is_kept_and_no_search(desk, query, kept, shown):
    assert save(desk, "Mine", query).url == QUEUE + shown
    assert SavedFilter.objects.get().query == kept


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("Mine", ""),
        ("Mine", "q=Sample"),
        ("Mine", "https://evil.example/"),
        ("", "status=received"),
        ("x" * 61, "status=received"),
        ("\x00", "status=received"),
        ("Mine", "status=" + "x" * 1000),
        ("Mine", "status=" + "x" * 100_000),
    ],
)
def test_what_cannot_be_saved_is_said(desk, name, query):
    answer = save(desk, name, query)
    assert answer.status_code == 302
    assert answer.url.startswith(QUEUE)
    assert not SavedFilter.objects.exists()
    assert 'class="error"' in desk.get(QUEUE).content.decode()


def test_filters_end_at_thirty(desk, coordinator):
    for n in range(31):
        save(desk, f"Filter {n}", "status=received")
    assert SavedFilter.objects.count() == 30


def test_nobody_sees_or_deletes_anothers(client, desk, call, coordinator):
    save(desk, "Private words", "status=received")
    assert "Private words" in desk.get(QUEUE).content.decode()
    address = reverse("application:delete_filter", args=[SavedFilter.objects.get().pk])
    client.force_login(make_member(call.round.program))
    assert "Private words" not in client.get(QUEUE).content.decode()
    assert client.post(address).status_code == 404
    assert desk.get(address).status_code == 405
    client.force_login(make_member(call.round.program, "observer"))
    assert save(client, "Mine", "status=received").status_code == 302
    client.force_login(make_user())
    save(client, "Mine", "status=received")
    assert SavedFilter.objects.get().user == coordinator
