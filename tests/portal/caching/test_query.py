from portal.caching.query import EVERYTHING, NotedQuery, what_counts


def test_names_that_are_read_are_noted_whether_or_not_they_are_there():
    query = NotedQuery("open=1&x=2")
    assert (query.get("open"), query.get("kind"), query.getlist("for"), "role" in query) == ("1", None, [], False)
    assert query.noted == {"open", "kind", "for", "role"}


def test_whoever_reads_all_of_it_has_read_everything():
    for read in (list, len, bool, dict, repr, NotedQuery.urlencode, NotedQuery.copy, NotedQuery.lists):
        query = NotedQuery("open=1")
        read(query)
        assert query.noted is EVERYTHING, read


def test_what_is_not_read_makes_no_key_of_its_own():
    assert what_counts(NotedQuery("utm=1&open=1"), frozenset({"open", "kind"})) == (("open", ("1",)),)
    assert what_counts(NotedQuery("utm=1"), frozenset()) == ()


def test_a_page_that_reads_everything_is_kept_without_a_query_only():
    assert what_counts("", EVERYTHING) == ()
    assert what_counts(NotedQuery("a=1"), EVERYTHING) is None
