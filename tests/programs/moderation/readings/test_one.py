"""Reading and scoring on one page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from programs.lifecycle import advance
from programs.models import Criterion, Reading, Rubric
from programs.readings.assigning import assign, to_assign
from tests.factories import make_application, make_member, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def rubric(call):
    rubric = Rubric.objects.create(program=call.round.program, wanted=2, words="Weak\nFair\nGood\nVery good\nExcellent")
    for name, weight in (("Goals", 3), ("Fit", 1)):
        Criterion.objects.create(rubric=rubric, name=name, weight=weight)
    return Rubric.objects.get(pk=rubric.pk)


@pytest.fixture
def readers(call):
    return [make_member(call.round.program, "reader", user=mailed(n)) for n in range(2)]


def mailed(n):
    user = make_user()
    user.email = f"reader{n}@readers{n}.example"
    user.save()
    return user


@pytest.fixture
def applications(call, rubric):
    return [make_application(call) for _ in range(2)]


@pytest.fixture
def assigned(applications, readers):
    """Both readers read both."""
    program = applications[0].program
    pairs = [(application.pk, reader.pk) for application in applications for reader in readers]
    rows = to_assign(type(applications[0]).objects.all())
    return assign(program, rows, pairs, by=None)


def scored(rubric, *scores, **more):
    keys = [f"score-{criterion.pk}" for criterion in rubric.criteria.all()]
    return dict(zip(keys, scores, strict=False)) | {"recommendation": "accept", "words": "Ready to start."} | more


def reading_of(reader, application):
    return Reading.objects.get(reader=reader, application=application)


def test_a_reading_is_scored_submitted_and_the_next_one_opens(client, rubric, assigned, readers, applications):
    client.force_login(readers[0])
    mine = reading_of(readers[0], applications[0])
    screen = client.get(reverse("reading:read", args=[mine.pk])).content.decode()
    assert "4: Very good" in screen
    assert "A public library" in screen
    answer = client.post(reverse("reading:read", args=[mine.pk]), scored(rubric, 5, 1, next="1"))
    mine.refresh_from_db()
    assert (mine.status, mine.score, mine.recommendation) == ("submitted", 4.0, "accept")
    assert answer.url == reverse("reading:read", args=[reading_of(readers[0], applications[1]).pk])


def test_a_draft_lacks_what_it_lacks_and_counts_for_nobody(client, rubric, assigned, readers, applications):
    client.force_login(readers[0])
    mine = reading_of(readers[0], applications[0])
    client.post(reverse("reading:read", args=[mine.pk]), {"words": "Half a thought", "save": "1"})
    mine.refresh_from_db()
    assert (mine.status, mine.words, mine.score) == ("assigned", "Half a thought", None)
    assert "Half a thought" in client.get(reverse("reading:read", args=[mine.pk])).content.decode()


def test_what_is_submitted_incompletely_is_refused_and_nothing_typed_is_lost(
    client, rubric, assigned, readers, applications
):
    client.force_login(readers[0])
    mine = reading_of(readers[0], applications[0])
    answer = client.post(reverse("reading:read", args=[mine.pk]), scored(rubric, 5, submit="1", words="My words"))
    assert "Choose one before you submit." in answer.content.decode()
    assert "My words" in answer.content.decode()
    mine.refresh_from_db()
    assert mine.status == "assigned"


@pytest.mark.parametrize("nonsense", ["9", "x", "-1", ""])
def test_a_crafted_score_is_refused(client, rubric, assigned, readers, applications, nonsense):
    client.force_login(readers[0])
    mine = reading_of(readers[0], applications[0])
    client.post(reverse("reading:read", args=[mine.pk]), scored(rubric, nonsense, "3", submit="1"))
    mine.refresh_from_db()
    assert (mine.status, mine.scores) == ("assigned", {})


def test_what_others_found_is_hidden_until_ones_own_is_in(client, rubric, assigned, readers, applications):
    first, second = readers
    client.force_login(first)
    url = reverse("reading:read", args=[reading_of(first, applications[0]).pk])
    client.post(url, scored(rubric, 5, 5, submit="1", words="Secret opinion"))
    client.force_login(second)
    own = reverse("reading:read", args=[reading_of(second, applications[0]).pk])
    whole = reverse("application:inspect", args=[applications[0].pk])
    queue = reverse("application:index")
    for address in (own, whole, queue):
        told = client.get(address).content.decode()
        assert "Secret opinion" not in told
        assert "score 5.0" not in told
        assert address == own or "Read by 1 of 2" in told
    client.post(own, scored(rubric, 1, 1, submit="1"))
    assert "Secret opinion" in client.get(own).content.decode()
    assert "average 3.0, from 1.0 to 5.0" in client.get(queue).content.decode()


def test_a_coordinator_who_reads_waits_like_others(client, rubric, assigned, readers, applications, coordinator):
    client.force_login(readers[0])
    url = reverse("reading:read", args=[reading_of(readers[0], applications[0]).pk])
    client.post(url, scored(rubric, 5, 5, submit="1", words="Secret opinion"))
    client.force_login(coordinator)
    whole = reverse("application:inspect", args=[applications[0].pk])
    assert "Secret opinion" in client.get(whole).content.decode()
    Reading.objects.create(application=applications[0], reader=coordinator, assigned_at=applications[0].submitted_at)
    assert "Secret opinion" not in client.get(whole).content.decode()


def test_the_queue_is_ordered_by_what_one_may_see_only(client, rubric, assigned, readers, applications, coordinator):
    for application, score in zip(applications, (2.0, 4.0), strict=True):
        Reading.objects.filter(application=application, reader=readers[0]).update(status="submitted", score=score)
    queue = reverse("application:index")

    def first(user):
        client.force_login(user)
        told = client.get(queue, {"ordering": "-average"}).content.decode()
        return min(applications, key=lambda one: told.index(one.reference))

    assert first(coordinator) == applications[1]
    assert first(readers[1]) == applications[1]  # by when it came, the later one first: it sees no score
    Reading.objects.filter(application=applications[0], reader=readers[1]).update(status="submitted", score=1.0)
    assert first(readers[1]) == applications[0]


def test_whoever_leaves_one_to_others_is_not_given_the_person_again(client, assigned, readers, applications):
    client.force_login(readers[0])
    mine = reading_of(readers[0], applications[0])
    client.post(reverse("reading:recuse", args=[mine.pk]), {"reason": "I know her"})
    mine.refresh_from_db()
    assert (mine.status, mine.recused_for) == ("recused", "I know her")
    rows = to_assign(type(applications[0]).objects.filter(pk=applications[0].pk))
    assert assign(rows[0].program, rows, [(applications[0].pk, readers[0].pk)], by=None) == []


def test_what_was_taken_away_keeps_what_is_typed_then(desk, client, rubric, assigned, readers, applications):
    mine = reading_of(readers[0], applications[0])
    desk.post(reverse("reading:take", args=[mine.pk]))
    client.force_login(readers[0])
    answer = client.post(
        reverse("reading:read", args=[mine.pk]), scored(rubric, 5, 5, submit="1", words="Typed for hours")
    )
    assert "Typed for hours" in answer.content.decode()
    mine.refresh_from_db()
    assert (mine.status, mine.score) == ("taken", None)


def test_nobody_scores_what_is_decided(client, rubric, assigned, readers, applications, coordinator):
    advance(applications[0], "decline", by=coordinator, seen="received")
    client.force_login(readers[0])
    mine = reading_of(readers[0], applications[0])
    client.post(reverse("reading:read", args=[mine.pk]), scored(rubric, 5, 5, submit="1"))
    mine.refresh_from_db()
    assert mine.status == "assigned"


def test_my_readings_ask_as_many_queries_for_many(client, django_assert_num_queries, call, assigned, readers, rubric):
    client.force_login(readers[0])
    client.get(reverse("reading:index"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("reading:index"))
    more = [make_application(call) for _ in range(8)]
    rows = to_assign(type(more[0]).objects.all())
    assign(rows[0].program, rows, [(one.pk, readers[0].pk) for one in more], by=None)
    with django_assert_num_queries(len(few)):
        client.get(reverse("reading:index"))
