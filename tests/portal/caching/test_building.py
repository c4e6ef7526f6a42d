from portal.caching.building import Builds


def test_one_builds_and_the_others_are_told_when_it_ends():
    builds = Builds()
    with builds.building("page", "word") as outcome:
        assert builds.begin("page", "word") is None
        event, _since = builds.begin("page", "word")
        assert not event.is_set()
        outcome.append("an entry")
    assert event.is_set()
    assert builds.begin("page", "word") is None


def test_what_cannot_be_kept_is_waited_for_once():
    builds = Builds()
    builds.begin("form", "word")
    builds.end("form", "word", was_kept=False)
    assert [builds.begin("form", "word"), builds.begin("form", "word")] == [None, None]
    assert builds.begin("form", "next") is None
    assert builds.begin("form", "next") is not None
