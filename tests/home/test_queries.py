"""Every public page of the demo, of every type and in every state, asks few queries, in both languages, whoever keeps it or not."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from programs.models import Call
from tests.public_pages import CALLS, PAGES

MOST, OF_LISTS = 10, 12
LISTS = {"home page", "directory, filtered", "directory, nothing found", "search", "search, nothing found"}


@pytest.mark.django_db
def test_a_page_asks_at_most_ten_queries_and_a_list_of_all_at_most_twelve(loaded_demo, raised_at_once):
    pages = PAGES | {
        what: f"/apply/{Call.objects.filter(round__program__code=code, round__draft=False).first().slug}/"
        for what, code in CALLS.items()
    }
    client, found = Client(), {}
    client.get(pages["reading list"])  # the first one stores the settings of its site, which makes all anew
    for path in [*(f"{start}{path}" for start in ("", "/es") for path in pages.values())] * 2:
        with CaptureQueriesContext(connection) as captured:  # what all pages need is known the second time
            client.get(path)
        found[path] = len(captured)
    lists = {f"{start}{pages[what]}" for start in ("", "/es") for what in LISTS}
    assert {path: number for path, number in found.items() if number > (OF_LISTS if path in lists else MOST)} == {}
