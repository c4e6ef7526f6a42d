"""Only a proven address takes a place; the last one is taken once."""

import pytest

from portal.site.slowing import allowed, key_of, used_up
from programs.floods.proving import prove
from programs.models import Application, Call
from programs.offer.call_state import CallState, call_state
from tests.factories import make_application, make_call, make_program
from tests.programs.lifecycle.racing import at_once

pytestmark = pytest.mark.django_db


def unproven(call, **fields):
    return make_application(call, proven_at=None, **fields)


def test_an_address_is_proven_once_and_keeps_its_first_moment():
    application = unproven(make_call())
    assert prove(application) is True
    first = application.proven_at
    assert prove(application) is False
    application.refresh_from_db()
    assert (application.proven_at, application.after_limit) == (first, False)


def test_unproven_ones_never_close_a_call():
    call = make_call(limit=2)
    applications = [unproven(call) for _ in range(5)]
    assert call_state(call) == CallState.OPEN
    assert Call.objects.with_taken().get(pk=call.pk).taken == 0
    for application in applications[:2]:
        prove(application)
    assert call_state(call) == CallState.FULL
    assert Call.objects.with_taken().get(pk=call.pk).taken == 2


def test_who_proves_after_the_last_place_went_stands_and_is_marked():
    call = make_call(limit=1)
    first, second = unproven(call), unproven(call)
    prove(first)
    prove(second)
    assert [(row.status, row.after_limit) for row in Application.objects.order_by("pk")] == [
        ("received", False),
        ("received", True),
    ]


def test_junk_and_the_withdrawn_take_no_place():
    call = make_call(limit=1)
    make_application(call, status="junk")
    make_application(call, status="withdrawn")
    application = unproven(call)
    prove(application)
    assert application.after_limit is False


def test_a_proof_makes_room_in_its_network_and_forgets_it():
    where = key_of("network", "192.0.2.0/24")
    allowed("unproven", where, most=1)
    application = unproven(make_call(), network=where)
    assert used_up("unproven", where, most=1)
    prove(application)
    assert not used_up("unproven", where, most=1)
    assert Application.objects.get().network == ""


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(3))
def test_of_ten_who_prove_at_once_three_take_the_three_places(time):
    call = make_call(make_program("RACE"), limit=3)
    applications = [unproven(call) for _ in range(10)]
    results = at_once(*[lambda row=row: prove(row) for row in applications])
    assert results == [True] * 10
    assert Application.objects.filter(after_limit=False).count() == 3


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_link_opened_twice_at_once_proves_once():
    application = unproven(make_call(make_program("RACE"), limit=3))
    results = at_once(*[lambda: prove(Application.objects.get(pk=application.pk)) for _ in range(6)])
    assert sorted(results) == [False] * 5 + [True]
