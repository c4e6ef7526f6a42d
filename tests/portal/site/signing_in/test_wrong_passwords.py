import logging
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from portal.site.signing_in.wrong_passwords import MOST_FOR_NAME, MOST_FROM_NETWORK
from tests.factories import make_user

pytestmark = pytest.mark.django_db

RIGHT = "a-password-for-tests"
DOORS = ["/admin/login/", "/_util/login/"]


@pytest.fixture
def log(caplog):
    logger = logging.getLogger("portal")
    logger.addHandler(caplog.handler)
    yield caplog
    logger.removeHandler(caplog.handler)


def tries(client, name, times, *, password="wrong-password", door="/admin/login/", network="192.0.2.1"):
    for n in range(times):
        there = network or f"198.51.{n}.1"
        yield client.post(door, {"username": name, "password": password}, REMOTE_ADDR=there)


@pytest.mark.parametrize("door", DOORS)
def test_forty_wrong_ones_in_a_row_meet_a_kind_page(client, door):
    user = make_user()
    answers = list(tries(client, user.username, 40, door=door))
    assert [answer.status_code for answer in answers] == [200] * MOST_FOR_NAME + [429] * (40 - MOST_FOR_NAME)
    page = answers[-1].content.decode()
    assert "Too many wrong passwords" in page
    assert "wrong-password" not in page
    assert user.username not in page
    assert 3500 < int(answers[-1]["Retry-After"]) <= 3601


def test_then_the_right_one_does_not_help_until_an_hour_later(client):
    user = make_user()
    list(tries(client, user.username, MOST_FOR_NAME))
    (answer,) = tries(client, user.username, 1, password=RIGHT)
    assert answer.status_code == 429
    assert "_auth_user_id" not in client.session
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        (answer,) = tries(client, user.username, 1, password=RIGHT)
        assert client.session["_auth_user_id"] == str(user.pk)


def test_a_name_is_counted_over_all_networks_and_doors_however_it_is_written(client):
    user = make_user("Somebody")
    list(tries(client, "Somebody", 4, network=None))
    list(tries(client, " somebody ", 3, network=None, door="/_util/login/"))
    answers = list(tries(client, "SOMEBODY", 4, network=None))
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert user.is_active


def test_a_network_is_counted_over_all_names(client):
    answers = [next(tries(client, f"guess{n}", 1)) for n in range(MOST_FROM_NETWORK + 1)]
    assert [answer.status_code for answer in answers] == [200] * MOST_FROM_NETWORK + [429]
    user = make_user()
    next(tries(client, user.username, 1, password=RIGHT, network="203.0.113.5"))
    assert client.session["_auth_user_id"] == str(user.pk)


def test_nobody_learns_whether_somebody_has_the_name(client):
    known = [answer.status_code for answer in tries(client, make_user().username, 12, network=None)]
    unknown = [answer.status_code for answer in tries(client, "nobody", 12, network=None)]
    assert known == unknown


def test_right_ones_are_not_counted(client):
    user = make_user()
    for _ in range(MOST_FROM_NETWORK + 5):
        (answer,) = tries(client, user.username, 1, password=RIGHT)
        assert answer.status_code == 302
        client.logout()


def test_each_leaves_a_line_in_the_log_without_name_and_password(client, log):
    user = make_user()
    list(tries(client, user.username, MOST_FOR_NAME + 1))
    lines = [record.getMessage() for record in log.records if "password" in record.getMessage()]
    assert lines[0] == "Wrong name or password, from 192.0.2.0/24: /admin/login/"
    assert lines[-1] == "Sign-in refused, too many wrong passwords: wrong password for, from 192.0.2.0/24"
    assert len(lines) == MOST_FOR_NAME + 1
    assert user.username not in log.text
    assert "wrong-password" not in log.text


def test_asking_for_a_new_password_is_no_try(client):
    user = make_user()
    list(tries(client, user.username, MOST_FOR_NAME + 1))
    assert client.post(reverse("wagtailadmin_password_reset"), {"email": user.email}).status_code == 302
