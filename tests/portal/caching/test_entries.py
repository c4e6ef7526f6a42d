import gzip

import brotli
import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from portal.caching.entries import Entry, coding_for

BODY = b"<p>A page</p>" * 50


def made(ends=1000.0, **headers):
    return Entry.of(HttpResponse(BODY, headers=headers), "word", 0.0, ends, frozenset())


def asked(entry, now=0, **headers):
    return entry.answer(RequestFactory().get("/", headers=headers), now)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", ""),
        ("identity", ""),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("gzip;q=0, *", "br"),
        ("*;q=0", ""),
    ],
)
def test_the_reader_gets_the_smallest_that_it_takes(accepted, coding):
    assert coding_for(accepted) == coding


def test_every_coding_holds_the_same_page_under_a_validator_of_its_own():
    entry = made()
    plain, packed, small = (asked(entry, accept_encoding=coding) for coding in ("", "gzip", "br"))
    assert plain.content == gzip.decompress(packed.content) == brotli.decompress(small.content) == BODY
    assert len({answer["ETag"] for answer in (plain, packed, small)}) == 3
    assert all(int(answer["Content-Length"]) == len(answer.content) for answer in (plain, packed, small))
    assert plain["Vary"] == "Accept-Encoding"


def test_who_has_it_is_told_so_and_gets_nothing():
    entry = made()
    etag = asked(entry, accept_encoding="br")["ETag"]
    assert etag.startswith('"')
    for said in (etag, f'"other", W/{etag}'):
        answer = asked(entry, accept_encoding="br", if_none_match=said)
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
    assert asked(entry, accept_encoding="gzip", if_none_match=etag).status_code == 200


def test_another_policy_for_the_same_words_is_another_validator():
    assert made(**{"Content-Security-Policy": "a"}).digest != made(**{"Content-Security-Policy": "b"}).digest


def test_caches_on_the_way_may_keep_it_until_its_moment_and_no_longer(settings):
    settings.SHARED_CACHE_SECONDS = 60
    entry = made(ends=100.0, **{"Cache-Control": "max-age=300"})
    assert entry.lifetime(0) == "public, max-age=99, s-maxage=60"
    assert entry.lifetime(90.5) == "public, max-age=8, s-maxage=8"
    assert entry.lifetime(99.5) == "public, max-age=0, s-maxage=0"
    assert made().lifetime(0) == "public, max-age=0, s-maxage=60"


def test_it_is_true_of_its_word_until_its_moment():
    entry = made(ends=100.0)
    assert entry.is_true("word", 99.9)
    assert not entry.is_true("word", 100.0)
    assert not entry.is_true("other", 50)
    assert not entry.is_true("word", -0.1)
    assert entry.was_true(99.95, 2)
    assert not entry.was_true(100.0, 2)
