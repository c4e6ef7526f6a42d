from types import SimpleNamespace

from portal.caching.query import EVERYTHING
from portal.caching.stores import UNKNOWN, Local


def entry(size):
    return SimpleNamespace(size=size)


def test_what_was_read_last_is_kept_and_no_more_than_fits():
    store = Local(most_bytes=30)
    for name in "abc":
        store.put(name, entry(10))
    store.get("a")
    store.put("d", entry(10))
    assert (list(store.entries), store.bytes) == (["c", "a", "d"], 30)
    store.put("d", entry(25))
    assert (list(store.entries), store.bytes) == (["d"], 25)


def test_the_names_that_an_address_reads_only_grow():
    store = Local()
    assert store.names_of("/") is UNKNOWN
    store.note("/", frozenset({"open"}))
    assert store.note("/", frozenset({"kind"})) == {"open", "kind"}
    store.note("/", EVERYTHING)
    assert store.note("/", frozenset()) is EVERYTHING
