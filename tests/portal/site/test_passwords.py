import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal.models import Allowance, ForgottenPassword
from portal.site.passwords import write_to_who_forgot
from portal.site.slowing import (
    DAY,
    allowed,
    forget_allowances,
    give_back,
    mailbox,
    network,
    seconds_left,
    used_up,
)
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def forget(client, email, **meta):
    """Asked for, and `tick` has been there."""
    answer = client.post(reverse("wagtailadmin_password_reset"), {"email": email}, **meta)
    write_to_who_forgot()
    return answer


def test_answering_takes_the_same_whoever_has_the_address(client):
    address = reverse("wagtailadmin_password_reset")
    asked = []
    for email in (make_user().email, "nobody@example.org"):
        with CaptureQueriesContext(connection) as queries:
            client.post(address, {"email": email})
        asked.append([re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in queries])
    assert asked[0] == asked[1]
    assert not any("auth_user" in query for query in asked[0])
    assert not mail.outbox


def test_the_letter_comes_with_the_next_tick_once_and_its_link_opens(client):
    user = make_user()
    client.post(reverse("wagtailadmin_password_reset"), {"email": user.email})
    write_to_who_forgot()
    write_to_who_forgot()
    (letter,) = mail.outbox
    assert letter.to == [user.email]
    (link,) = re.findall(r"https?://\S+", letter.body)
    page = client.get(urlsplit(link).path, follow=True)
    assert page.status_code == 200
    assert page.context["validlink"]


def test_nobody_is_written_to_who_is_not_here(client):
    forget(client, "nobody@example.org")
    assert not mail.outbox
    assert not ForgottenPassword.objects.exists()


def test_one_mailbox_gets_few_letters_and_the_answer_stays_the_same(client):
    user = make_user()
    answers = [forget(client, user.email, REMOTE_ADDR=f"192.0.2.{n}") for n in range(25)]
    assert len(mail.outbox) == 3
    unknown = forget(client, "nobody@example.org")
    assert {(answer.status_code, answer.get("Location")) for answer in [*answers, unknown]} == {
        (302, unknown["Location"])
    }


def test_writing_the_address_otherwise_makes_it_no_other(client):
    user = make_user()
    for n in range(6):
        forget(client, user.email.upper() if n % 2 else user.email)
    assert len(mail.outbox) == 3


def test_one_network_cannot_write_to_everybody(client):
    for n in range(25):
        forget(client, make_user().email, REMOTE_ADDR=f"2001:db8::{n + 1:x}")
    assert len(mail.outbox) == 20
    forget(client, make_user().email, REMOTE_ADDR="2001:db8:0:1::1")
    assert len(mail.outbox) == 21


def test_an_hour_later_letters_go_out_again(client):
    user = make_user()
    for _ in range(4):
        forget(client, user.email)
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        forget(client, user.email)
    assert len(mail.outbox) == 4


def test_who_asked_cannot_be_read_and_is_soon_forgotten(client):
    forget(client, make_user().email)
    assert all(len(row.key) == 64 for row in Allowance.objects.all())
    assert Allowance.objects.count() == 2
    forget_allowances()
    assert Allowance.objects.count() == 2
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        forget_allowances()
    assert not Allowance.objects.exists()


def test_another_thing_is_counted_on_its_own():
    assert [allowed("a", "x", most=1), allowed("a", "x", most=1), allowed("b", "x", most=1)] == [True, False, True]


@pytest.mark.parametrize(
    ("meta", "proxies", "told"),
    [
        ({"REMOTE_ADDR": "192.0.2.7"}, 0, "192.0.2.0/24"),
        ({"REMOTE_ADDR": "::ffff:192.0.2.7"}, 0, "192.0.2.0/24"),
        ({"REMOTE_ADDR": "2001:db8:1:2:3:4:5:6"}, 0, "2001:db8:1:2::/64"),
        ({"REMOTE_ADDR": ""}, 0, ""),
        ({"REMOTE_ADDR": "192.0.2.7", "HTTP_X_FORWARDED_FOR": "10.0.0.1"}, 0, "192.0.2.0/24"),
        ({"REMOTE_ADDR": "", "HTTP_X_FORWARDED_FOR": "made-up, 192.0.2.9"}, 1, "192.0.2.0/24"),
        ({"REMOTE_ADDR": "", "HTTP_X_FORWARDED_FOR": "made-up, 192.0.2.9, 10.0.0.1"}, 2, "192.0.2.0/24"),
        ({"REMOTE_ADDR": "", "HTTP_X_FORWARDED_FOR": "192.0.2.9"}, 2, ""),
        ({"REMOTE_ADDR": "127.0.0.1"}, 1, ""),
    ],
)
def test_the_network_is_the_nearest_that_can_be_trusted(settings, meta, proxies, told):
    settings.TRUSTED_PROXIES = proxies
    assert network(RequestFactory().get("/", **meta)) == told


def test_what_was_counted_can_be_asked_and_given_back():
    assert not used_up("a", "x", most=1)
    allowed("a", "x", most=1)
    assert used_up("a", "x", most=1)
    assert 3590 <= seconds_left("a", "x") <= 3601
    give_back("a", "x")
    assert not used_up("a", "x", most=1)
    give_back("a", "x")
    assert [allowed("a", "x", most=1), allowed("a", "x", most=1)] == [True, False]


def test_a_day_is_counted_as_a_day():
    allowed("a", "x", most=1, per=DAY)
    with time_machine.travel(timezone.now() + timedelta(hours=23)):
        forget_allowances()
        assert not allowed("a", "x", most=1, per=DAY)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert allowed("a", "x", most=1, per=DAY)


@pytest.mark.parametrize(
    ("email", "counted"),
    [
        (" Me+one@Example.org", "me@example.org"),
        ("me@example.org", "me@example.org"),
        ("+x@example.org", "+x@example.org"),
    ],
)
def test_what_follows_a_plus_makes_no_other_mailbox(email, counted):
    assert mailbox(email) == counted
