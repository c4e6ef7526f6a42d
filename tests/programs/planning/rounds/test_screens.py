"""Planning a round in the admin: whose it is, on which clock it stands, and what is refused in words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from programs.models import Call, Milestone, Round
from programs.offer.timeline import timeline
from tests.factories import (
    make_application,
    make_call,
    make_form,
    make_member,
    make_page_editor,
    make_program,
    make_role,
    make_round,
    make_user,
)
from tests.markup import undirected
from tests.saving import save

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    program = make_program("ALSC", time_zone="America/New_York")
    make_role(program, "mentee")
    make_role(program, "mentor")
    make_form(program)
    return program


@pytest.fixture
def planner(client, program):
    """The client, signed in as the program's coordinator."""
    client.user = make_member(program)
    client.force_login(client.user)
    return client


def sent(calls=(), milestones=(), **fields):
    """What the round's form sends: its own fields and the rows inline."""
    data = {"name": "Fall 2027", "name_es": "", "slug": "fall-2027", "decisions_by": "", "starts": "", "ends": ""}
    data |= fields
    for prefix, rows in (("calls", calls), ("milestones", milestones)):
        data |= {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-MIN_NUM_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
        data[f"{prefix}-INITIAL_FORMS"] = sum(1 for row in rows if row.get("id"))
        for n, row in enumerate(rows):
            data |= {f"{prefix}-{n}-{name}": value for name, value in row.items()}
    return data


def sent_call(call, **fields):
    """An existing call's row, as its form sends it unchanged."""
    return {"id": call.pk, "role": call.role_id, "form": call.form_id or "", "url": call.url} | fields


def role(program, key):
    return program.roles.get(key=key).pk


def form_of(program):
    return program.pages.first().get_children().first().pk


def add_address(program):
    return reverse("round:add", query={"program": program.pk})


def edit_address(round):
    return reverse("round:edit", args=[round.pk])


def all_errors(response):
    form = response.context["form"]
    return f"{form.errors} {[(name, rows.errors, rows.non_form_errors()) for name, rows in form.formsets.items()]}"


def test_a_round_is_added_with_its_calls_and_timeline(planner, program):
    calls = [
        {"role": role(program, "mentee"), "form": form_of(program), "opens": "2027-01-05 09:00"},
        {"role": role(program, "mentor"), "url": "https://forms.example.org/mentor", "limit": "40"},
    ]
    lines = [
        {"label": "Orientation", "precision": "month", "starts": "2027-09-01"},
        {"label": "Closing party", "precision": "unknown"},
    ]
    response = planner.post(add_address(program), sent(calls, lines, decisions_by="2027-08-15"))
    assert response.status_code == 302, all_errors(response)
    round = Round.objects.get()
    assert (round.program, round.decisions_by) == (program, date(2027, 8, 15))
    assert sorted(round.calls.values_list("slug", flat=True)) == ["alsc-fall-2027-mentee", "alsc-fall-2027-mentor"]
    assert set(Milestone.objects.values_list("label", flat=True)) == {"Orientation", "Closing party"}


@pytest.mark.parametrize(
    ("zone", "instant"),
    [
        ("America/New_York", datetime(2027, 1, 30, 4, 59, tzinfo=UTC)),
        ("America/Los_Angeles", datetime(2027, 1, 30, 7, 59, tzinfo=UTC)),
    ],
)
def test_times_are_typed_and_shown_on_the_programs_clock_whatever_the_persons(planner, program, zone, instant):
    UserProfile.get_for_user(planner.user).delete()
    UserProfile.objects.create(user=planner.user, current_time_zone="Asia/Tokyo")
    program.time_zone = zone
    program.save()
    calls = [{"role": role(program, "mentee"), "form": form_of(program), "closes": "2027-01-29 23:59"}]
    assert planner.post(add_address(program), sent(calls)).status_code == 302
    call = Call.objects.get()
    assert call.closes == instant
    shown = planner.get(edit_address(call.round)).content.decode()
    assert 'value="January 29, 2027, 11:59 pm"' in shown
    assert zone in shown
    unchanged = sent([sent_call(call, closes="January 29, 2027, 11:59 pm")])
    assert save(planner, edit_address(call.round), unchanged).status_code == 302
    call.refresh_from_db()
    assert call.closes == instant


def test_times_anywhere_on_earth_are_typed_and_shown_on_the_clock_where_days_end_last(planner, program):
    typed = {"opens": "2027-01-05 09:00", "preferred_by": "2027-01-20 23:59", "closes": "2027-01-29 23:59"}
    one = {"role": role(program, "mentee"), "form": form_of(program), "anywhere_on_earth": "on", **typed}
    assert planner.post(add_address(program), sent([one])).status_code == 302
    call = Call.objects.get()
    assert call.closes == datetime(2027, 1, 30, 11, 59, tzinfo=UTC)
    assert call.preferred_by == datetime(2027, 1, 21, 11, 59, tzinfo=UTC)
    shown = planner.get(edit_address(call.round)).content.decode()
    for day, clock in (("5", "9:00 am"), ("20", "11:59 pm"), ("29", "11:59 pm")):
        assert f'value="January {day}, 2027, {clock}"' in shown
    assert "Friday, January 29, 2027, 11:59 pm anywhere on Earth" in shown


def test_unticking_anywhere_on_earth_reads_the_same_times_on_the_programs_clock(planner, program):
    """Of a draft: of a call that is open, an earlier deadline would be asked about."""
    window = {"opens": None, "closes": datetime(2027, 1, 30, 11, 59, tzinfo=UTC)}
    call = make_call(program, anywhere_on_earth=True, round=make_round(program, draft=True), **window)
    unticked = sent([sent_call(call, closes="2027-01-29 23:59")])
    assert save(planner, edit_address(call.round), unticked).status_code == 302
    call.refresh_from_db()
    assert (call.anywhere_on_earth, call.closes) == (False, datetime(2027, 1, 30, 4, 59, tzinfo=UTC))


def test_a_round_keeps_places_first_come_and_honest_dates(planner, program):
    one = {"role": role(program, "mentor"), "form": form_of(program), "places": 18, "limit": 40}
    lines = [
        {"label": "Letters go out", "precision": "early", "starts": "2027-11-20"},
        {"label": "Kick-off", "precision": "clock", "starts": "2027-09-07", "time": "15:00"},
        {
            "label": "Reception",
            "precision": "day",
            "starts": "2027-06-26",
            "place": "ALA Annual, Chicago",
            "conference": "on",
        },
    ]
    response = planner.post(add_address(program), sent([one], lines, most_mentees=2, called_off="on"))
    assert response.status_code == 302, all_errors(response)
    round = Round.objects.get()
    call = round.calls.get()
    assert (round.most_mentees, round.called_off, call.places, call.limit) == (2, True, 18, 40)
    told = [line.starts.text for line in timeline(round, date(2027, 1, 1))]
    assert told == ["Saturday, June 26, 2027", "Tuesday, September 7, 2027, 3:00 pm Eastern", "Early November 2027"]
    reception = round.milestones.get(label="Reception")
    assert (reception.place, reception.conference, reception.to_check) == ("ALA Annual, Chicago", True, False)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"precision": "unknown", "starts": "2027-01-01"}, "choose “To be announced” and leave the dates empty"),
        ({"precision": "day"}, "Give the date, or choose “To be announced”"),
        ({"precision": "clock", "starts": "2027-01-01"}, "Give a time of day exactly where"),
        ({"precision": "day", "starts": "2027-01-01", "time": "15:00"}, "Give a time of day exactly where"),
        ({"precision": "day", "starts": "2027-01-02", "ends": "2027-01-01"}, "This line ends before it begins."),
    ],
)
def test_an_impossible_line_is_told_at_that_line(planner, program, line, told):
    good = {"label": "Good", "precision": "unknown"}
    rows = planner.post(add_address(program), sent([], [good, {"label": "Bad"} | line])).context["form"].formsets
    first, second = rows["milestones"].errors
    assert first == {}
    assert told in str(second)
    assert not Round.objects.exists()


@pytest.mark.parametrize(
    ("soft", "told"),
    [
        ("2026-12-31 09:00", "The soft deadline comes before the call opens."),
        ("2027-02-01 09:00", "The soft deadline does not come before the call closes."),
    ],
)
def test_a_soft_deadline_stands_within_its_window(planner, program, soft, told):
    one = {"role": role(program, "mentee"), "form": form_of(program), "preferred_by": soft}
    one |= {"opens": "2027-01-01 09:00", "closes": "2027-01-29 09:00"}
    response = planner.post(add_address(program), sent([one]))
    assert told in str(response.context["form"].formsets["calls"].errors[0])


def test_a_round_that_ends_before_it_begins_is_refused(planner, program):
    response = planner.post(add_address(program), sent(starts="2027-06-01", ends="2027-05-01"))
    assert "The formal period ends before it begins." in all_errors(response)


def test_an_hour_that_the_clocks_skip_is_refused(planner, program):
    calls = [{"role": role(program, "mentee"), "form": form_of(program), "opens": "2027-03-14 02:30"}]
    response = planner.post(add_address(program), sent(calls))
    assert "2:30 am does not exist on March 14, 2027" in all_errors(response)


def test_a_call_closes_after_it_opens_and_has_one_form(planner, program):
    one = {"role": role(program, "mentee"), "opens": "2027-02-01 09:00", "closes": "2027-01-01 09:00"}
    two = {"role": role(program, "mentor"), "form": form_of(program), "url": "https://forms.example.org/"}
    errors = all_errors(planner.post(add_address(program), sent([one, two])))
    assert "The call closes before it opens." in errors
    assert "not both" in errors
    assert not Round.objects.exists()


def test_a_stranger_to_the_program_neither_sees_nor_adds_nor_changes_its_rounds(client, program):
    mine, theirs = make_round(make_program("MINE")), make_round(program)
    client.force_login(make_member(mine.program))
    for address in (
        add_address(program),
        edit_address(theirs),
        reverse("round:delete", args=[theirs.pk]),
        reverse("round:history", args=[theirs.pk]),
        reverse("round:usage", args=[theirs.pk]),
    ):
        for answer in (client.get(address), client.post(address, sent())):
            assert answer.status_code == 302, address
            assert answer.url == "/admin/", address
    shown = client.get(reverse("round:index")).content.decode()
    assert mine.name in shown
    assert theirs.name not in shown
    assert program.name not in shown
    assert list(Round.objects.filter(program=program)) == [theirs]


@pytest.mark.parametrize("duty", ["reader", "observer"])
def test_readers_and_observers_plan_nothing(client, program, duty):
    client.force_login(make_member(program, duty))
    assert client.get(reverse("round:index")).url == "/admin/"
    assert client.get(add_address(program)).url == "/admin/"


def test_an_ended_duty_plans_nothing(client, program):
    client.force_login(make_member(program, until=timezone.localdate() - timedelta(days=1)))
    assert client.post(add_address(program), sent()).url.startswith("/admin/login/")
    assert not Round.objects.exists()


def test_a_foreign_role_or_form_is_no_choice(planner, program):
    other = make_program("OTHER")
    foreign = {"role": make_role(other).pk, "form": make_form(other).pk}
    response = planner.post(add_address(program), sent([foreign]))
    assert response.status_code == 200
    errors = response.context["form"].formsets["calls"].errors[0]
    assert set(errors) == {"role", "form"}
    assert "OTHER" not in str(response.context["form"])
    assert not Call.objects.exists()


def test_a_program_in_the_sent_form_changes_nothing(planner, program):
    other = make_program("OTHER")
    round = make_round(program)
    save(planner, edit_address(round), sent(program=other.pk))
    planner.post(add_address(program), sent(program=other.pk, slug="another"))
    assert set(Round.objects.values_list("program", flat=True)) == {program.pk}


def test_a_foreign_call_or_milestone_cannot_be_edited_through_ones_own_round(planner, program):
    theirs = make_call(make_program("OTHER"), opens=None, closes=None)
    line = Milestone.objects.create(round=theirs.round, label="Theirs", starts=date(2027, 1, 1))
    round = make_round(program)
    stolen = sent(
        [sent_call(theirs, url="https://evil.example.org/", form="", DELETE="")],
        [{"id": line.pk, "label": "Stolen", "precision": "day", "starts": "2027-01-01", "DELETE": "on"}],
    )
    assert save(planner, edit_address(round), stolen).status_code < 500
    theirs.refresh_from_db()
    line.refresh_from_db()
    assert (theirs.url, line.label) == ("", "Theirs")
    assert not round.calls.exists()


def test_the_program_comes_first_when_several_may_be_planned(planner, program):
    other = make_program("OTHER")
    make_member(other, user=planner.user)
    make_program("FOREIGN")
    shown = planner.get(reverse("round:add")).content.decode()
    assert f"?program={program.pk}" in shown
    assert f"?program={other.pk}" in shown
    assert "FOREIGN" not in shown


def test_the_only_program_is_chosen_by_itself(planner, program):
    assert planner.get(reverse("round:add")).url == add_address(program)


@pytest.mark.parametrize("asked", ["x", "999999", "-1", "1e3", "٣"])
def test_an_unknown_program_is_not_found(planner, asked):
    assert planner.get(reverse("round:add", query={"program": asked})).status_code == 404


def test_two_rounds_of_a_program_have_two_addresses(planner, program):
    make_round(program, slug="fall-2027")
    response = planner.post(add_address(program), sent())
    assert "Another round of this program has this short name" in all_errors(response)


def test_two_calls_for_one_role_are_refused(planner, program):
    twice = [{"role": role(program, "mentee"), "form": form_of(program)}] * 2
    response = planner.post(add_address(program), sent(twice))
    assert "two calls for the same role" in all_errors(response)
    assert not Call.objects.exists()


def test_a_second_screen_cannot_add_the_same_call_again(planner, program):
    call = make_call(program)
    stale = sent([{"role": role(program, "mentee"), "form": form_of(program)}], slug=call.round.slug)
    response = save(planner, edit_address(call.round), stale)
    assert response.status_code == 200
    assert "two calls for the same role" in all_errors(response)


def test_a_call_keeps_its_role_and_its_address(planner, program):
    call = make_call(program, opens=None, closes=None)
    address = call.slug
    save(planner, edit_address(call.round), sent([sent_call(call, role=role(program, "mentor"))], slug="renamed"))
    call.refresh_from_db()
    assert (call.role.key, call.slug, call.round.slug) == ("mentee", address, "renamed")


def test_a_call_with_applications_stays(planner, program):
    application = make_application(make_call(program))
    call = application.call
    response = save(planner, edit_address(call.round), sent([sent_call(call, DELETE="on")]))
    assert response.status_code == 200
    assert "cannot be deleted. It is needed by: Applications." in all_errors(response)
    assert application.reference not in response.content.decode()
    call.refresh_from_db()


def test_an_unused_call_can_be_deleted_and_added_again(planner, program):
    call = make_call(program, opens=None, closes=None)
    assert save(planner, edit_address(call.round), sent([sent_call(call, DELETE="on")])).status_code == 302
    assert not Call.objects.exists()


def test_a_round_that_somebody_applied_to_is_kept_with_the_reason(planner, program):
    call = make_call(program)
    make_application(call)
    for ask in (planner.get, planner.post):
        response = ask(reverse("round:delete", args=[call.round.pk]), follow=True)
        assert "cannot be deleted. It is needed by: Applications" in response.content.decode()
    assert Round.objects.filter(pk=call.round.pk).exists()


def test_an_empty_round_is_deleted(planner, program):
    round = make_round(program)
    assert "Are you sure" in planner.get(reverse("round:delete", args=[round.pk])).content.decode()
    assert planner.post(reverse("round:delete", args=[round.pk])).status_code == 302
    assert not Round.objects.exists()


def test_the_list_shows_each_call_with_its_state(planner, program):
    round = make_call(program).round
    make_call(program, "mentor", round=round, opens=None, closes=None)
    shown = undirected(" ".join(planner.get(reverse("round:index")).content.decode().split()))
    assert "mentee: Open" in shown
    assert "mentor: Dates to be announced" in shown


def test_only_the_committee_reads_how_many_applied(client, program):
    make_application(make_call(program))
    client.force_login(make_member(program))
    assert client.get(reverse("round:index")).context["object_list"][0].received == 1
    assert shown_count(client) == "1"
    client.force_login(make_page_editor(program.pages.get()))
    assert shown_count(client) == "–"


def shown_count(client):
    view = client.get(reverse("round:index")).context
    column = next(column for column in view["table"].columns.values() if column.name == "received")
    return str(column.get_value(view["object_list"][0]))


@pytest.mark.parametrize("name", ["round:index", "program:index"])
def test_a_list_asks_no_more_for_thirty_rows(client, django_assert_max_num_queries, name):
    client.force_login(make_user(superuser=True))
    make_application(make_call(make_program()))
    client.get(reverse(name))
    with django_assert_max_num_queries(100) as one:
        client.get(reverse(name))
    for _ in range(19):
        make_application(make_call(make_program(), limit=5))
    with django_assert_max_num_queries(len(one.captured_queries)) as many:
        assert client.get(reverse(name)).status_code == 200
    assert len(many.captured_queries) <= 25


def test_a_call_asks_for_references_with_a_form_of_its_own_program_and_purpose(planner, program):
    call = make_call(
        program, opens=timezone.now() + timedelta(days=5), form=program.pages.get().get_children().get().specific
    )
    reference = make_form(program, purpose="reference", title="Reference, own")
    foreign = make_form(make_program(), purpose="reference", title="Reference, foreign")
    address = reverse("round:edit", args=[call.round_id])
    page = planner.get(address).content.decode()
    assert "Reference, own" in page
    assert "Reference, foreign" not in page
    for other in (foreign, call.form):
        save(planner, address, sent([sent_call(call, reference_form=other.pk)], name="R", slug="r"))
        call.refresh_from_db()
        assert call.reference_form is None
    save(planner, address, sent([sent_call(call, reference_form=reference.pk)], name="R", slug="r"))
    call.refresh_from_db()
    assert call.reference_form_id == reference.pk
