import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from portal.caching import building, middleware, stores
from portal.caching.keeping import keep
from programs.models import Application, Program
from tests.factories import make_application, make_call, make_program, make_program_page, make_user

pytestmark = pytest.mark.django_db
REAL = pytest.mark.django_db(transaction=True)
"""For threads, which have a connection each."""


@pytest.fixture
def page():
    return make_program_page(make_program(), slug="program")


def test_a_kept_page_asks_one_query_and_sets_nothing(kept, page, django_assert_num_queries):
    built = kept.get("/program/")
    with django_assert_num_queries(1):
        again = kept.get("/program/")
    assert (again.status_code, again.content, again["ETag"]) == (200, built.content, built["ETag"])
    assert (again["Vary"], again["Cache-Control"]) == ("Accept-Encoding", "public, max-age=0, s-maxage=5")
    assert not again.cookies
    with django_assert_num_queries(1):
        assert kept.get("/program/", headers={"if-none-match": again["ETag"]}).status_code == 304


def test_it_is_the_page_that_is_not_kept(kept, page, settings):
    pages = [kept.get("/program/"), kept.get("/program/")]
    settings.PAGE_CACHE = False
    fresh = Client().get("/program/")
    assert [page.content for page in pages] == [fresh.content] * 2
    ours = {"Vary", "Cache-Control", "ETag", "Content-Length"}
    others = [{name: value for name, value in page.items() if name not in ours} for page in [*pages, fresh]]
    assert others[0] == others[1] == others[2]


def test_the_next_reader_sees_what_was_published(kept, page):
    assert b"Renamed" not in kept.get("/program/").content
    page.title = "Renamed"
    page.save_revision().publish()
    assert b"Renamed" in kept.get("/program/").content
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert kept.get("/program/").status_code == 302
    page.unpublish()
    assert kept.get("/program/").status_code == 404


def test_a_call_that_is_full_says_so_to_the_next_reader(kept):
    call = make_call(make_program("ALSC"), limit=1)
    address = f"/apply/{call.slug}/"
    assert b"state-open" in kept.get(address).content
    make_application(call)
    assert b"state-open" not in kept.get(address).content
    Application.objects.update(status=Application.Status.WITHDRAWN)
    assert b"state-open" in kept.get(address).content


def test_parameters_that_nobody_reads_make_no_entries(kept, page):
    make_call(page.program)
    kept.get("/")
    many = len(stores.local.entries)
    for number in range(30):
        kept.get(f"/?utm={number}&fbclid=x")
        kept.get(f"/program/?utm={number}")
    assert len(stores.local.entries) == many + 1
    assert kept.get("/?open=1").content != kept.get("/").content
    assert kept.get("/?open=1&utm=2").content == kept.get("/?open=1").content


def test_searches_are_not_kept(kept):
    kept.get("/search/")
    kept.get("/search/?q=mentor")
    assert [counts for place, counts in stores.local.entries if place[2] == "/search/"] == [()]


def test_who_signed_in_gets_their_own_page_which_nothing_keeps(kept, page):
    kept.get("/program/")
    reader = Client()
    reader.force_login(make_user(superuser=True))
    answer = reader.get("/program/")
    assert b"wagtail-userbar" in answer.content
    assert (answer["Cache-Control"], "Cookie" in answer["Vary"]) == ("private, max-age=0", True)
    assert b"wagtail-userbar" not in kept.get("/program/").content


def test_another_host_and_another_scheme_are_other_pages(kept, page, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    kept.get("/program/", headers={"host": "one.example"})
    kept.get("/program/", headers={"host": "two.example"})
    kept.get("/program/", headers={"host": "one.example"}, secure=True)
    assert len(stores.local.entries) == 3
    assert kept.get("/program/", headers={"host": "three.example"}).status_code == 400


def test_only_what_reads_and_tells_nobody_who_asks_is_answered_from_what_is_kept(kept, page):
    kept.get("/program/")
    with CaptureQueriesContext(connection) as asked_head:
        assert kept.head("/program/").status_code == 200
    with CaptureQueriesContext(connection) as posted:
        kept.post("/program/")
    assert (len(asked_head), len(posted) > 5) == (1, True)
    assert kept.get("/program/", headers={"authorization": "Bearer x"})["Cache-Control"] == "private, max-age=0"


def view_of(answers):
    """The middleware around a view that says it may be kept and answers with what `answers` gives."""

    def view(request):
        keep(request)
        request.session = None
        return answers(request)

    return middleware.PageCacheMiddleware(view)


def asked(view, path="/", **headers):
    return view(RequestFactory().get(path, headers=headers))


UNKEPT = {
    "a cookie": lambda request: cookie(HttpResponse("page")),
    "private": lambda request: HttpResponse("page", headers={"Cache-Control": "private"}),
    "not to be stored": lambda request: HttpResponse("page", headers={"Cache-Control": "max-age=1, no-store"}),
    "an error": lambda request: HttpResponse("page", status=404),
    "a redirect": lambda request: HttpResponse(status=302, headers={"Location": "/"}),
    "what varies otherwise": lambda request: HttpResponse("page", headers={"Vary": "Origin"}),
    "a form's token": lambda request: told(request, "META", {"CSRF_COOKIE_NEEDS_UPDATE": True}),
    "a preview": lambda request: told(request, "is_preview", True),
}


def cookie(response):
    response.set_cookie("a", "b")
    return response


def told(request, name, value):
    if name == "META":
        request.META |= value
    else:
        setattr(request, name, value)
    return HttpResponse("page")


@pytest.mark.parametrize("what", UNKEPT)
def test_what_was_made_for_one_reader_is_kept_for_none(kept, what):
    view = view_of(UNKEPT[what])
    asked(view)
    assert not stores.local.entries


def test_a_page_that_a_moment_passes_while_it_is_built_is_not_kept(kept, monkeypatch):
    monkeypatch.setattr(middleware, "next_change", lambda word, now: now)
    assert asked(view_of(lambda request: HttpResponse("page"))).content == b"page"
    assert not stores.local.entries


@REAL
def test_one_builds_while_twenty_ask_at_once(kept):
    built = []

    def slow(request):
        built.append(1)
        time.sleep(0.3)
        return HttpResponse("page")

    view = view_of(slow)

    def ask(_number):
        try:
            return asked(view).content
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(ask, range(20))) == {b"page"}
    assert len(built) == 1


@REAL
def test_who_comes_while_a_page_is_built_anew_has_the_one_before_at_once(kept):
    words, entered, leave = ["before"], threading.Event(), threading.Event()

    def slow(request):
        said = words[0]
        if said == "after":
            entered.set()
            leave.wait(10)
        return HttpResponse(said)

    view = view_of(slow)
    asked(view)
    asked(view)
    words[0] = "after"
    Program.objects.bulk_create([Program(code="NEW", name="New", host=make_program().host)])
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(lambda: (asked(view).content, connection.close())[0])
        entered.wait(10)
        assert asked(view).content == b"before"
        leave.set()
        assert first.result() == b"after"
    assert asked(view).content == b"after"


@REAL
def test_nobody_waits_longer_than_for_a_build(kept, monkeypatch):
    monkeypatch.setattr(building, "PATIENCE", 0.2)
    monkeypatch.setattr(middleware, "PATIENCE", 0.2)
    entered, leave = threading.Event(), threading.Event()

    def stuck(request):
        if not entered.is_set():
            entered.set()
            leave.wait(10)
        return HttpResponse("page")

    view = view_of(stuck)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(lambda: (asked(view).content, connection.close())[0])
        entered.wait(10)
        assert asked(view).content == b"page"
        leave.set()
        assert first.result() == b"page"
