"""What the admin's home asks of each person: only of those who can do something about it."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from programs.models import Round
from programs.planning.needs import needs_planner
from resources.citations.kinds import NEEDED
from resources.models import Citation
from resources.needs import incomplete
from tests.factories import (
    make_call,
    make_member,
    make_page_editor,
    make_program,
    make_program_page,
    make_round,
    make_user,
)

pytestmark = pytest.mark.django_db


def soon(**fields):
    return timezone.now() + timedelta(**fields)


def home(client, user):
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def needs(user):
    return [sentence for sentence, _address in needs_planner(user)]


def test_a_call_that_opens_within_a_week_without_a_form_needs_its_planner(client):
    call = make_call(form=None, opens=soon(days=6), closes=soon(days=30))
    shown = home(client, make_member(call.round.program))
    assert "Needs you today" in shown
    assert reverse("round:edit", args=[call.round_id]) in shown
    assert "and its form is not published" in shown


@pytest.mark.parametrize(
    "fields",
    [
        {"form": None, "opens": soon(days=8), "closes": soon(days=30)},
        {"form": None, "opens": soon(days=-8), "closes": soon(days=-1)},
        {"url": "https://example.org/form", "opens": soon(days=1)},
        {"opens": soon(days=1), "closes": soon(days=30)},
    ],
)
def test_other_calls_need_nobody(fields):
    call = make_call(**fields)
    make_call(call.round.program, opens=soon(days=1), closes=soon(days=30))
    assert not needs(make_member(call.round.program))


def test_calls_that_take_nobody_need_no_form():
    call = make_call(form=None, opens=soon(days=1), closes=soon(days=30))
    user = make_member(call.round.program)
    call.round.called_off = True
    call.round.save()
    assert not any("form" in sentence for sentence in needs(user))
    call.round.called_off, call.round.program.paused = False, True
    call.round.save()
    call.round.program.save()
    assert not needs(user)


def test_a_program_without_a_next_round_needs_its_planner(client):
    program = make_program("ALCTS")
    make_round(program, starts=date(2018, 6, 1), ends=date(2019, 4, 30))
    shown = home(client, make_page_editor(make_program_page(program)))
    assert "“ALCTS Mentoring Program” has no next round." in shown
    assert reverse("round:add", query={"program": program.pk}) in shown


@pytest.mark.parametrize(
    "fields", [{"paused": True}, {"kind": "discussion"}, {"kind": "affiliate"}, {"url": "https://example.org/"}]
)
def test_programs_that_take_nobody_here_need_no_round(fields):
    assert not needs(make_member(make_program(**fields)))


@pytest.mark.parametrize(
    "fields",
    [
        {"starts": date(2018, 6, 1), "ends": date(2099, 4, 30)},
        {"starts": date(2018, 6, 1)},
        {"decisions_by": date(2099, 6, 1)},
        {},
    ],
)
def test_a_round_under_way_to_come_or_without_dates_is_a_next_round(fields):
    round = make_round(make_program(), **fields)
    assert round in Round.objects.not_over(timezone.now())


@pytest.mark.parametrize(
    ("window", "counts"),
    [
        ({"opens": soon(days=-9), "closes": soon(days=-1)}, False),
        ({"opens": soon(days=-9), "closes": soon(days=1)}, True),
        ({"opens": soon(days=-9), "closes": None}, True),
        ({"opens": soon(days=9), "closes": None}, True),
        ({"opens": None, "closes": None}, True),
    ],
)
def test_a_call_open_to_come_or_to_be_announced_is_a_next_round(window, counts):
    call = make_call(**window)
    assert Round.objects.not_over(timezone.now()).filter(pk=call.round_id).exists() is counts


def test_a_round_that_was_called_off_is_no_next_round():
    program = make_program()
    make_round(program, starts=date(2099, 6, 1), called_off=True)
    assert len(needs(make_member(program))) == 1


def test_many_programs_are_counted_in_one_line():
    for n in range(6):
        make_program(f"P{n}A")
    assert needs(make_user(superuser=True)) == ["6 programs have no next round."]


def test_incomplete_citations_need_whoever_may_change_them(client):
    for title in ("", "A title"):
        Citation.objects.create(kind="web", title=title, authors="Somebody", url="https://example.org/")
    editor, stranger = make_page_editor(), make_page_editor()
    editor.user_permissions.add(Permission.objects.get(codename="change_citation"))
    assert "1 citation is not published" in home(client, editor)
    assert "not published" not in home(client, stranger)


def test_the_database_knows_incomplete_citations_as_the_citation_does():
    fields = sorted({field for needed in NEEDED.values() for field in needed})
    some = [dict.fromkeys(given, "given") for n in range(len(fields) + 1) for given in combinations(fields, n)]
    Citation.objects.bulk_create(Citation(kind=kind, **given) for kind in Citation.Kind for given in some)
    missing = {citation.pk for citation in Citation.objects.all() if citation.missing}
    assert 0 < len(missing) < Citation.objects.count()
    assert set(incomplete().values_list("pk", flat=True)) == missing


def test_nobody_is_asked_for_the_programs_of_others(client):
    call = make_call(make_program("SECRET"), form=None, opens=soon(days=1), closes=soon(days=30))
    make_program("HIDDEN")
    mine = make_call(opens=soon(days=1), closes=soon(days=30)).round.program
    for user in (make_member(mine), make_member(call.round.program, "reader"), make_page_editor()):
        shown = home(client, user)
        assert "its form is not published" not in shown
        assert reverse("round:edit", args=[call.round_id]) not in shown
        assert "HIDDEN" not in shown


def test_the_home_asks_as_many_queries_for_many_rows_as_for_one(client, django_assert_max_num_queries):
    def rows():
        call = make_call(form=None, opens=soon(days=1), closes=soon(days=30))
        Citation.objects.create(authors=f"Author {call.pk}")
        make_program()

    rows()
    user = make_user(superuser=True)
    home(client, user)
    with django_assert_max_num_queries(100) as one:
        client.get(reverse("wagtailadmin_home"))
    for _n in range(3):
        rows()
    with django_assert_max_num_queries(100) as many:
        assert client.get(reverse("wagtailadmin_home")).content.decode().count("its form is not published") == 4
    assert len(one) == len(many)


@pytest.mark.parametrize(
    ("around", "told"),
    [
        (timezone.now().date() + timedelta(days=70), None),
        (timezone.now().date(), "which has begun"),
        (timezone.now().date() - timedelta(days=70), "It was to open in"),
    ],
)
def test_a_month_that_began_without_an_exact_day_needs_its_planner(around, told):
    call = make_call(form=None, opens=None, closes=None, opens_precision="month", opens_around=around)
    found = [sentence for sentence in needs(make_member(call.round.program)) if sentence.startswith(f"{call}: ")]
    assert len(found) == (1 if told else 0)
    assert not told or told in found[0]
