"""The list of programs: what each is now, what comes next, and applications by role against places."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from programs.models import Program
from programs.planning.settings.cells import applied, next_date
from tests.factories import (
    make_application,
    make_call,
    make_member,
    make_page_editor,
    make_program,
    make_program_page,
    make_round,
    make_user,
)
from tests.saving import save

pytestmark = pytest.mark.django_db

NOON = datetime(2027, 1, 15, 17, 0, tzinfo=UTC)
"""Noon in New York."""


def stored(program):
    return Program.objects.with_rounds().get(pk=program.pk)


@pytest.fixture
def program():
    return make_program("ALSC", time_zone="America/New_York")


def local(month, day, hour=14, year=2027):
    return datetime(year, month, day, hour, tzinfo=UTC)


def test_windows_by_role_follow_each_other(program):
    """Mentors may apply from January, mentees from February."""
    round = make_round(program, decisions_by=date(2027, 4, 2), starts=date(2027, 5, 1), ends=date(2028, 4, 30))
    make_call(program, "mentor", round=round, opens=local(1, 4), closes=local(2, 26))
    make_call(program, "mentee", round=round, opens=local(2, 1), closes=local(3, 26, 13))
    program = stored(program)
    expected = [
        (NOON, "Applications open: mentees", "Monday, February 1, 2027, 9:00 am Eastern"),
        (local(2, 1), "Applications close: mentors", "Friday, February 26, 2027, 9:00 am Eastern"),
        (local(2, 26), "Applications close: mentees", "Friday, March 26, 2027, 9:00 am Eastern"),
        (local(3, 26, 13), "Decisions are promised", "Friday, April 2, 2027"),
        (datetime(2027, 4, 3, 3, 59, tzinfo=UTC), "Decisions are promised", "Friday, April 2, 2027"),
        (datetime(2027, 4, 3, 4, 0, tzinfo=UTC), "Mentoring begins", "Saturday, May 1, 2027"),
        (local(5, 2), "Mentoring ends", "Sunday, April 30, 2028"),
    ]
    for now, label, when in expected:
        assert next_date(program, now) == (label, when), now
    assert next_date(program, local(5, 2, year=2028)) is None


def test_what_happens_to_several_roles_at_once_is_one_line(program):
    round = make_round(program)
    for role in ("mentee", "mentor", "peer"):
        make_call(program, role, round=round, opens=local(1, 4), closes=local(3, 26), preferred_by=local(2, 1))
    label, _when = next_date(stored(program), NOON)
    assert label.startswith("Soft deadline: ")
    assert set(label.removeprefix("Soft deadline: ").split(", ")) == {"mentees", "mentors", "peers"}


def test_two_windows_a_year_are_told_one_after_the_other(program):
    for name, month in (("Spring 2027", 2), ("Fall 2027", 8)):
        round = make_round(program, name=name, slug=name.lower().replace(" ", "-"))
        make_call(program, round=round, opens=local(month, 1), closes=local(month, 26))
    program = stored(program)
    told = [next_date(program, now)[1].split(",")[1] for now in (NOON, local(2, 2), local(2, 27), local(8, 2))]
    assert told == [" February 1", " February 26", " August 1", " August 26"]


@pytest.mark.parametrize("stopped", ["paused", "called off"])
def test_nothing_comes_next_where_nothing_takes_place(program, stopped):
    round = make_round(program, called_off=stopped == "called off")
    make_call(program, round=round, opens=local(2, 1), closes=local(3, 1))
    program.paused = stopped == "paused"
    program.save()
    assert next_date(stored(program), NOON) is None


def test_fifteen_mentors_and_eighteen_mentees_are_counted_against_their_places(program):
    now = timezone.now()
    round = make_round(program)
    mentors = make_call(program, "mentor", round=round, places=18)
    mentees = make_call(program, "mentee", round=round, places=30, form=mentors.form)
    make_call(program, "peer", round=round, form=mentors.form)
    for call, count in ((mentors, 15), (mentees, 18)):
        for _ in range(count):
            make_application(call)
    make_application(mentors, status="withdrawn")
    assert [set(line.split(", ")) for line in applied(stored(program), now)] == [
        {"mentors 15 of 18", "mentees 18 of 30", "peers 0"}
    ]


def test_each_round_that_is_not_over_has_its_line(program):
    now = timezone.now()
    make_call(program, round=make_round(program, name="This year"), places=5)
    make_call(program, round=make_round(program, name="Next year"), places=6)
    past = make_round(program, name="Long ago", ends=date(2014, 1, 1))
    make_call(program, round=past, opens=None, closes=now - timedelta(days=900), places=7)
    assert set(applied(stored(program), now)) == {"This year: mentees 0 of 5", "Next year: mentees 0 of 6"}


def test_only_the_committee_reads_how_many_applied(client, program):
    make_application(make_call(program, places=30))
    make_program_page(program)
    client.force_login(make_member(program))
    assert "mentees 1 of 30" in client.get(reverse("program:index")).content.decode()
    client.force_login(make_page_editor(program.pages.order_by("pk").first()))
    shown = client.get(reverse("program:index")).content.decode()
    assert program.name in shown
    assert "mentees 1" not in shown


def test_the_list_is_filtered_by_host_kind_and_pause(client, program):
    other = make_program("OTHER", kind="discussion", paused=True)
    client.force_login(make_user(superuser=True))
    for asked, found in (
        ({"host": program.host_id}, program),
        ({"kind": "discussion"}, other),
        ({"paused": "true"}, other),
    ):
        assert list(client.get(reverse("program:index"), asked).context["object_list"]) == [found], asked


@pytest.mark.parametrize("asked", ["ALSC", "alsc mentoring", "host of alsc"])
def test_codes_names_and_hosts_find_a_program(client, program, asked):
    make_program("OTHER")
    client.force_login(make_user(superuser=True))
    assert list(client.get(reverse("program:index"), {"q": asked}).context["object_list"]) == [program]


def test_the_list_asks_no_more_for_three_programs_than_for_one(client, django_assert_max_num_queries):
    client.force_login(make_user(superuser=True))
    make_application(make_call(places=3))
    client.get(reverse("program:index"))
    with django_assert_max_num_queries(40) as one:
        client.get(reverse("program:index"))
    for _ in range(2):
        call = make_call(limit=9)
        make_application(call)
        make_call(call.round.program, "mentor", round=call.round)
        make_round(call.round.program, called_off=True)
    with django_assert_max_num_queries(len(one.captured_queries)):
        assert len(client.get(reverse("program:index")).context["object_list"]) == 3


def test_after_saving_the_message_says_what_readers_see(client, program):
    """With a way to the page."""
    round = make_call(program, closes=None).round
    page = program.pages.get()
    client.force_login(make_member(program))
    fields = {"name": round.name, "slug": round.slug, "calls-TOTAL_FORMS": 0, "calls-INITIAL_FORMS": 0}
    fields |= {"milestones-TOTAL_FORMS": 0, "milestones-INITIAL_FORMS": 0}
    told = save(client, reverse("round:edit", args=[round.pk]), fields, follow=True).content.decode()
    assert "Readers now see: Applications open. Open, with no closing date." in told
    assert f'href="{page.url}"' in told
    new = fields | {"name": "Another", "slug": "another"}
    add = reverse("round:add", query={"program": program.pk})
    assert "It is a draft: readers see nothing of it." in client.post(add, new, follow=True).content.decode()
    new |= {"name": "A third", "slug": "third", "action-publish": "1"}
    told = client.post(add, new, follow=True).content.decode()
    assert "Readers now see: Applications open." in told
