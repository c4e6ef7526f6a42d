import re

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from programs.moderation.queue.listing import list_at
from programs.moderation.queue.neighbors import neighbors
from tests.factories import make_application, make_call, make_round
from tests.programs.moderation.queue.test_listing import QUEUE

ORDERINGS = ["submitted_at", "name", "status", "call__round__decisions_by"]


@pytest.fixture
def rows(call):
    """Nine, with names, states and promised dates that several share or lack."""
    days = [None, "2027-01-01", None, "2027-02-01"]
    calls = [make_call(call.round.program, round=make_round(call.round.program, decisions_by=day)) for day in days]
    states = ["received", "accepted", "declined"]
    return [make_application(calls[n % 4], name="CAB"[n % 3], status=states[n // 3]) for n in range(9)]


def listing(user, query=""):
    request = RequestFactory().get(QUEUE)
    request.user = user
    return list_at(request, QueryDict(query))


@pytest.mark.parametrize("ordering", [sign + name for name in ORDERINGS for sign in ("", "-")])
def test_whoever_goes_on_meets_all_of_the_list_in_its_order(rows, coordinator, ordering):
    view = listing(coordinator, f"ordering={ordering}")
    listed = list(view.get_queryset())
    assert len(listed) == 9
    keys = [None, *(row.pk for row in listed), None]
    for n, row in enumerate(listed):
        assert neighbors(view, row) == (keys[n], keys[n + 2])


def test_filter_is_kept_and_what_left_the_list_still_has_neighbors(rows, coordinator):
    view = listing(coordinator, "status=received")
    received = [row.pk for row in view.get_queryset()]
    rows[1].status = "accepted"
    rows[1].save()
    assert neighbors(view, rows[1]) == (received[0], received[2])
    assert neighbors(view, rows[8]) == (received[2], None)


def test_two_queries_however_long_the_list(call, coordinator, django_assert_num_queries):
    rows = [make_application(call) for _ in range(60)]
    view = listing(coordinator)
    view.get_queryset()
    with CaptureQueriesContext(connection) as captured:
        assert neighbors(view, rows[30]) == (rows[29].pk, rows[31].pk)
    assert len(captured) == 2
    assert all("LIMIT 1" in query["sql"] for query in captured)


def test_links_and_keys_go_on_and_deciding_comes_back_to_the_list(desk, rows):
    query = "?status=received&ordering=-submitted_at"
    first, second, third = rows[:3]
    page = desk.get(f"{QUEUE}{second.pk}/{query}").content.decode().replace("&amp;", "&")
    links = dict(re.findall(r'rel="(prev|next)" href="([^"]+)"', page))
    assert links == {"prev": f"{QUEUE}{third.pk}/{query}", "next": f"{QUEUE}{first.pk}/{query}"}
    assert re.findall(r'data-w-kbd-key-value="(alt[^"]+)"', page)[:2] == ["alt+shift+p", "alt+shift+n"]
    decide = re.search(rf'href="({QUEUE}{second.pk}/accept/[^"]+)"', page)[1]
    asked = desk.get(decide).content.decode().replace("&amp;", "&")
    action = re.search(rf'action="({QUEUE}{second.pk}/accept/[^"]*)"', asked)[1]
    done = desk.post(action, {"seen": "received", "reason": ""})
    assert done.url == f"{QUEUE}{second.pk}/{query}"
    assert f'href="{QUEUE}{first.pk}/{query}"' in desk.get(done.url).content.decode().replace("&amp;", "&")


def test_odd_lists_have_no_neighbors(desk, rows):
    page = desk.get(f"{QUEUE}{rows[0].pk}/?role=x&q=%27&ordering=x").content.decode()
    assert 'rel="next"' not in page
