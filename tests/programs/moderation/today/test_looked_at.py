from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from programs.models import CommitteeMember, Look
from programs.moderation.today.looked_at import looked_at
from tests.factories import make_application, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def seven(call, coordinator):
    applications = [make_application(call, name=f"Sample {n}") for n in range(7)]
    for n, application in enumerate(applications):
        Look.objects.note(application, coordinator)
        Look.objects.filter(application=application).update(at=timezone.now() - timedelta(hours=n))
    return applications


def test_the_last_five_stand_on_the_home_the_latest_first(desk, seven):
    page = desk.get(reverse("wagtailadmin_home")).content.decode()
    places = [page.find(reverse("application:inspect", args=[application.pk])) for application in seven]
    assert places[5:] == [-1, -1]
    assert -1 not in places[:5]
    assert places[:5] == sorted(places[:5])


def test_when_others_looked_changes_nothing(seven, coordinator, call):
    Look.objects.note(seven[4], make_member(call.round.program))
    assert looked_at(coordinator) == seven[:5]


def test_opening_an_application_puts_it_first(desk, seven, coordinator):
    desk.get(reverse("application:inspect", args=[seven[6].pk]))
    assert looked_at(coordinator)[0] == seven[6]


def test_they_take_two_queries(seven, coordinator, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert [str(application.call.role) for application in looked_at(coordinator)] == ["mentee"] * 5


def test_nobody_sees_what_others_looked_at(client, seven, call):
    client.force_login(make_member(call.round.program))
    assert "You looked at these last" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_term_that_ended_takes_them_away_at_once(seven, coordinator, call):
    make_member(call.round.program, "observer", user=coordinator)
    CommitteeMember.objects.filter(duty="coordinator").update(until=timezone.localdate() - timedelta(days=1))
    assert looked_at(type(coordinator).objects.get(pk=coordinator.pk)) == []
