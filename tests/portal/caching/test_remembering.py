"""What a process remembers is what it would read now."""

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from home.models import HomePage
from portal.caching.remembering import RememberingMiddleware, remembered

pytestmark = pytest.mark.django_db


def title():
    return HomePage.objects.order_by("pk").values_list("title", flat=True)[0]


def rename(text):
    HomePage.objects.order_by("pk").first().__class__.objects.update(title=text)


def within_a_request(act, method="get"):
    """What `act` gives while a request is answered."""
    found = []
    answer = RememberingMiddleware(lambda request: found.append(act()) or HttpResponse())
    answer(getattr(RequestFactory(), method)("/"))
    return found[0]


@pytest.fixture
def reads(raised_at_once):
    """How often it was read."""
    times = []

    def read():
        times.append(title())
        return times[-1]

    read.times = times
    return read


def test_it_is_read_once_until_the_content_changes(reads):
    for wanted in ("First", "Second"):
        rename(wanted)
        for _ in range(3):
            assert within_a_request(lambda: remembered("title", reads)) == wanted
    assert reads.times == ["First", "Second"]


def test_a_request_that_reads_asks_for_the_word_once_and_one_that_writes_each_time(reads, django_assert_num_queries):
    def several():
        for name in ("one", "two", "one"):
            remembered(name, title)

    within_a_request(several)
    with django_assert_num_queries(1):
        within_a_request(several)
    with django_assert_num_queries(3):
        within_a_request(several, method="post")


def test_a_request_that_writes_sees_what_it_wrote(reads):
    def write():
        before = remembered("title", reads)
        rename("Written")
        return before, remembered("title", reads)

    assert within_a_request(write, method="post")[1] == "Written"


def test_nothing_is_remembered_outside_of_requests(reads):
    assert [remembered("title", reads), remembered("title", reads)] == reads.times


@pytest.mark.django_db(transaction=True)
def test_a_transaction_sees_its_own_changes_before_they_are_told():
    def write():
        before = remembered("title", title)
        with transaction.atomic():
            rename("In a transaction")
            within = remembered("title", title)
            transaction.set_rollback(True)
        return before, within, remembered("title", title)

    before, within, after = within_a_request(write)
    assert after == before
    assert within == "In a transaction" or connection.vendor == "sqlite"
